import { z } from 'zod';
import type * as data from './condition.ts';
import { MEASURES } from './condition.ts';
import { Id } from './id.ts';
import { ParameterId } from './parameter.ts';

/** What a visitor answered: an answer's id, several ids, a number, a date or a postcode, or `weet-niet`. */
export const Answer = z.union([z.string().max(80), z.number(), z.array(Id).max(40)], {
  error: 'write the id of an answer, a list of ids, a number, a date or a postcode',
});

/** Answers by question id. */
export const Answers = z.record(Id, Answer);

const Amount = z.union([z.number(), z.strictObject({ parameter: ParameterId })], {
  error: 'write a number, or the name of a parameter as in { parameter: huurtoeslag.leeftijd }',
});

const Exact = z.union([Id, z.number()], { error: 'write the id of an answer, or a number' });

const COMBINERS = ['and', 'or', 'not'] as const;
const TESTS = [
  'is',
  'one_of',
  'includes',
  'less_than',
  'at_most',
  'more_than',
  'at_least',
  'between',
] as const;

/** The schema of a condition. Apart from its judging, which the screens need without zod. */
export const Condition: z.ZodType<data.Condition> = z
  .strictObject({
    and: z.lazy(() => z.array(Condition).min(1)).optional(),
    or: z.lazy(() => z.array(Condition).min(1)).optional(),
    not: z.lazy(() => Condition).optional(),
    answer: Id.optional(),
    age: Id.optional(),
    months_since: Id.optional(),
    days_since: Id.optional(),
    is: Exact.optional(),
    one_of: z.array(Exact).min(1).optional(),
    includes: Id.optional(),
    less_than: Amount.optional(),
    at_most: Amount.optional(),
    more_than: Amount.optional(),
    at_least: Amount.optional(),
    between: z.tuple([Amount, Amount]).optional(),
  })
  .superRefine((condition, context) => {
    const has = (names: readonly string[]) => names.filter((name) => Object.hasOwn(condition, name));
    const heads = [...has(COMBINERS), ...has(MEASURES)];
    const tests = has(TESTS);
    if (heads.length !== 1)
      context.addIssue({
        code: 'custom',
        message: `use exactly one of ${[...COMBINERS, ...MEASURES].join(', ')}`,
      });
    else if (has(MEASURES).length === 1 && tests.length !== 1)
      context.addIssue({
        code: 'custom',
        message: `say what must hold with exactly one of ${TESTS.join(', ')}`,
      });
    else if (has(COMBINERS).length === 1 && tests.length > 0)
      context.addIssue({
        code: 'custom',
        message: `"${tests[0]}" belongs beside "answer", not beside "${heads[0]}"`,
      });
  });
