import { expect, test } from 'vitest';
import { DESK_LOG_CHANNELS, MOST_TALLIED, TallyEntry } from '../../../../core/contract/desk/log.ts';
import { aQuestion } from '../../../core/domain/desk/a-question.ts';

const { id: _, at, nth: __, ...facts } = aQuestion();
const question = { at, facts, after: null, note: null };
const takes = (input: object) => DESK_LOG_CHANNELS['desk:log-question'].input.safeParse(input).success;

test('a question is logged of now or of an hour, alone or after another one of the same visitor', () => {
  expect(takes({ ...question, at: null })).toBe(true);
  expect(takes({ ...question, after: 12 })).toBe(true);
});

test.each([
  ['minutes', { ...question, at: '2026-11-26T14:30' }],
  ['a visitor', { ...question, visitor: 'x' }],
  ['a visitor among the facts', { ...question, facts: { ...facts, name: 'x' } }],
  ['a question before it that has no number', { ...question, after: 0 }],
])('takes no %s', (_name, input) => {
  expect(takes(input)).toBe(false);
});

const tally = (times: object) => {
  const { channel, duration, language, place, category, subCategory, organization } = facts;
  const shared = { channel, duration, language, place };
  return TallyEntry.safeParse({ at, shared, rows: [{ category, subCategory, organization, times }] });
};

test('a sheet has marks, and no more of them than are entered at once', () => {
  expect(tally({ answered: 3, referred: 2 }).success).toBe(true);
  expect(tally({ answered: 0 }).success).toBe(false);
  expect(tally({ answered: MOST_TALLIED }).success).toBe(true);
  expect(tally({ answered: MOST_TALLIED, referred: 1 }).error?.issues[0]?.message).toContain('has more than');
});

test('what tells whether nothing was logged is open to a page without a PIN, and says no more than hours', () => {
  const { role, output } = DESK_LOG_CHANNELS['desk:quiet'];
  expect(role).toBe('visitor');
  expect([output.safeParse(3).success, output.safeParse({ who: 'x' }).success]).toEqual([true, false]);
});
