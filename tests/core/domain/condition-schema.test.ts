import { expect, test } from 'vitest';
import { Answers, Condition } from '../../../core/domain/condition-schema.ts';

const faultOf = (condition: object) => Condition.safeParse(condition).error?.issues[0]?.message;

test.each([
  ['an answer', { answer: 'huurt-u', is: 'ja' }],
  ['an age against a parameter', { age: 'geboren', at_least: { parameter: 'aow.leeftijd' } }],
  ['a stretch', { months_since: 'ontslag', between: [0, 6] }],
  [
    'several together, and one turned round',
    {
      and: [{ answer: 'a', is: 1 }, { not: { or: [{ answer: 'b', includes: 'c' }] } }],
    },
  ],
])('takes %s', (_, condition) => {
  expect(faultOf(condition)).toBeUndefined();
});

test.each([
  ['nothing to judge', {}, 'use exactly one of'],
  ['two things to judge', { answer: 'a', age: 'b', is: 1 }, 'use exactly one of'],
  ['no test', { answer: 'a' }, 'say what must hold'],
  ['two tests', { answer: 'a', less_than: 3, more_than: 1 }, 'say what must hold'],
  [
    'a test beside several conditions',
    { and: [{ answer: 'a', is: 1 }], is: 1 },
    '"is" belongs beside "answer"',
  ],
  ['an amount in words', { answer: 'a', less_than: 'tien' }, 'write a number, or the name of a parameter'],
])('says of %s what to write', (_, condition, fault) => {
  expect(faultOf(condition)).toContain(fault);
});

test('finds a fault deep inside', () => {
  const { issues = [] } = Condition.safeParse({ or: [{ not: { answer: 'a' } }] }).error ?? {};
  expect(issues[0]?.path).toEqual(['or', 0, 'not']);
});

test('answers are short: ids, numbers, days, postcodes', () => {
  expect(Answers.safeParse({ 'huurt-u': 'ja', oud: 30, wat: ['a', 'b'] }).success).toBe(true);
  expect(Answers.safeParse({ 'huurt-u': 'x'.repeat(81) }).success).toBe(false);
  expect(Answers.safeParse({ 'Geen id': 'ja' }).success).toBe(false);
});
