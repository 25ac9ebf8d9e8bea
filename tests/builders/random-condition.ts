import fc from 'fast-check';
import { type Answer, type Answers, type Condition, DONT_KNOW } from '../../core/domain/condition.ts';
import type { Parameters } from '../../core/domain/parameter.ts';
import { aParameter, aStaleParameter } from './a-parameter.ts';

/** A parameter with a value today, and one without; `p.unknown` is not there at all. */
export const SOME_PARAMETERS: Parameters = { 'p.now': aParameter(18), 'p.past': aStaleParameter(21) };

const QUESTIONS = ['q1', 'q2', 'q3'];
const question = fc.constantFrom(...QUESTIONS);
const value = fc.oneof(fc.integer({ min: -3, max: 30 }), fc.constantFrom('ja', 'nee', 'a', 'b', DONT_KNOW));
const number = fc.oneof(fc.integer({ min: -3, max: 30 }), fc.constantFrom(932.93, 1011, 0.5));

/** Anything a condition can be, sensible or not. With `named`, amounts can be parameters. */
export function randomCondition(
  named: readonly string[] = ['p.now', 'p.past', 'p.unknown'],
): fc.Arbitrary<Condition> {
  const amount =
    named.length === 0 ? number : fc.oneof(number, fc.record({ parameter: fc.constantFrom(...named) }));
  const test: fc.Arbitrary<Condition> = fc.oneof(
    fc.record({ is: value }),
    fc.record({ one_of: fc.array(value, { minLength: 1, maxLength: 3 }) }),
    fc.record({ includes: fc.constantFrom('a', 'b') }),
    fc.record({ less_than: amount }),
    fc.record({ at_most: amount }),
    fc.record({ more_than: amount }),
    fc.record({ at_least: amount }),
    fc.record({ between: fc.tuple(amount, amount) }),
  );
  const measure: fc.Arbitrary<Condition> = fc.oneof(
    fc.record({ answer: question }),
    fc.record({ age: question }),
    fc.record({ months_since: question }),
    fc.record({ days_since: question }),
  );
  const comparison = fc.tuple(measure, test).map(([what, how]): Condition => ({ ...what, ...how }));
  return fc.letrec<{ any: Condition }>((tie) => {
    const parts = fc.array(tie('any'), { minLength: 1, maxLength: 3 });
    return {
      any: fc.oneof(
        { depthSize: 'small', withCrossShrink: true },
        comparison,
        fc.record({ not: tie('any') }),
        fc.record({ and: parts }),
        fc.record({ or: parts }),
      ),
    };
  }).any;
}

/** Anything a visitor can have answered. */
export const randomAnswer: fc.Arbitrary<Answer> = fc.oneof(
  fc.constantFrom(
    'ja',
    'nee',
    'a',
    'b',
    DONT_KNOW,
    '1011AB',
    '2008-11-24',
    '2026-11-24',
    '2030-01-01',
    'no sense',
  ),
  fc.integer({ min: -3, max: 30 }),
  fc.subarray(['a', 'b', 'c']),
);

/** Answers to some of the questions that random conditions ask about. */
export const randomAnswers: fc.Arbitrary<Answers> = fc
  .array(fc.tuple(question, randomAnswer), { maxLength: 4 })
  .map((pairs) => Object.fromEntries(pairs));
