import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { DeskQuestion } from '../../../core/domain/desk/desk-question.ts';
import { monthOf, VARIABLES, valuesOf } from '../../../core/domain/report/variables.ts';
import { correctQuestion, withdrawQuestion } from '../../../db/ops/desk/change-question.ts';
import { logQuestion } from '../../../db/ops/desk/log-question.ts';
import { passOnQuestions } from '../../../db/ops/desk/pass-on.ts';
import { listQuestions } from '../../../db/ops/desk/read-questions.ts';
import { countQuestion, readMonths, readQuestionCounts } from '../../../db/ops/question-counts.ts';
import { aStore } from '../../builders/a-store.ts';
import { aQuestion } from '../../core/domain/desk/a-question.ts';

const question: fc.Arbitrary<DeskQuestion> = fc
  .record({
    at: fc.constantFrom('2026-11-26T14', '2026-11-27T09', '2026-12-01T10', '2027-01-04T16'),
    category: fc.constantFrom('course' as const, 'information' as const),
    organization: fc.constantFrom(null, 'duo'),
    nth: fc.integer({ min: 1, max: 3 }),
  })
  .map(aQuestion);

/** The counts as they must be: of the questions themselves. */
function recount(questions: readonly DeskQuestion[]): unknown[] {
  const counts = new Map<string, number>();
  for (const each of questions)
    for (const variable of VARIABLES) {
      const key = `${variable}\t${valuesOf(each)[variable]}`;
      counts.set(key, (counts.get(key) ?? 0) + 1);
    }
  return [...counts].map(([key, number]) => {
    const [variable, value] = key.split('\t');
    return { variable, value, number };
  });
}

test('whatever is counted and taken off again, the counts are those of the questions that are left', () => {
  fc.assert(
    fc.property(fc.array(fc.tuple(question, fc.boolean()), { maxLength: 30 }), (acts) => {
      const db = aStore('ops', ':memory:');
      const there: DeskQuestion[] = [];
      for (const [each, isTakenBack] of acts) {
        countQuestion(db, each, 1);
        if (isTakenBack) countQuestion(db, each, -1);
        else there.push(each);
      }
      const found = readQuestionCounts(db, '2026-11', '2027-01');
      expect(found).toHaveLength(recount(there).length);
      expect(found).toEqual(expect.arrayContaining(recount(there)));
      const sum = readMonths(db).reduce((all, { number }) => all + number, 0);
      expect(sum).toBe(there.length);
    }),
    { seed: 20261127, numRuns: 15 },
  );
});

test('a month is counted by itself', () => {
  const db = aStore('ops', ':memory:');
  const december = aQuestion({ at: '2026-12-01T10' });
  for (const each of [aQuestion(), aQuestion(), december]) countQuestion(db, each, 1);
  expect(readMonths(db)).toEqual([
    { month: '2026-11', number: 2 },
    { month: '2026-12', number: 1 },
  ]);
  const [month] = [monthOf(december)];
  expect(readQuestionCounts(db, month, month)).toHaveLength(VARIABLES.length);
});

test('what was never counted cannot be taken off, and then nothing is', () => {
  const db = aStore('ops', ':memory:');
  countQuestion(db, aQuestion(), 1);
  const other = aQuestion({ organization: 'duo' });
  expect(() => db.transaction(() => countQuestion(db, other, -1))()).toThrow('organization "duo"');
  expect(readQuestionCounts(db, '2026-11', '2026-11')).toEqual(
    expect.arrayContaining([{ variable: 'category', value: 'digital-contact', number: 1 }]),
  );
});

test('logging, correcting and taking back keep the counts those of the questions that there are', () => {
  const now = new Date('2026-11-27T10:00:00Z');
  const act = fc.record({
    what: fc.constantFrom('log', 'correct', 'withdraw', 'pass-on'),
    which: fc.nat(5),
    question,
  });
  fc.assert(
    fc.property(fc.array(act, { maxLength: 15 }), (acts) => {
      const db = aStore('ops', ':memory:');
      for (const { what, which, question: wanted } of acts) {
        const { id: _, at, nth: __, ...facts } = wanted;
        const numbers = listQuestions(db, 99).map(({ number }) => number);
        const number = numbers[which % Math.max(1, numbers.length)] ?? -1;
        if (what === 'log') logQuestion(db, now, { at, facts, after: which > 3 ? number : undefined });
        else if (what === 'pass-on') passOnQuestions(db);
        else if (what === 'correct') correctQuestion(db, now, number, { at, facts });
        else withdrawQuestion(db, now, number);
      }
      const left = listQuestions(db, 99).map(({ question }) => question);
      const found = readQuestionCounts(db, '2026-11', '2027-01');
      expect(found).toHaveLength(recount(left).length);
      expect(found).toEqual(expect.arrayContaining(recount(left)));
    }),
    { seed: 20261127, numRuns: 15 },
  );
});
