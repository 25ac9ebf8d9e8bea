import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  type Answers,
  amountsIn,
  type Condition,
  comparisonsIn,
  DONT_KNOW,
  judge,
  parametersIn,
  resolveAmount,
} from '../../../core/domain/condition.ts';
import {
  Answer as AnswerSchema,
  Condition as ConditionSchema,
} from '../../../core/domain/condition-schema.ts';
import { randomAnswers, randomCondition, SOME_PARAMETERS } from '../../builders/random-condition.ts';
import { TODAY } from '../../builders/today.ts';

const SETTING = { today: TODAY, parameters: SOME_PARAMETERS };
const FIXED = { seed: 20261124, numRuns: 500 };
const yes = { answer: 'huurt-u', is: 'ja' };

function holds(condition: Condition, answers: Answers) {
  return judge(ConditionSchema.parse(condition), answers, SETTING);
}

function complaint(condition: unknown): string | undefined {
  return ConditionSchema.safeParse(condition).error?.issues[0]?.message;
}

describe('a comparison', () => {
  const age = { leeftijd: 18 };

  it.each<[Condition, Answers, string]>([
    [{ answer: 'huurt-u', is: 'ja' }, { 'huurt-u': 'ja' }, 'yes'],
    [{ answer: 'huurt-u', is: 'ja' }, { 'huurt-u': 'nee' }, 'no'],
    [{ answer: 'leeftijd', is: 18 }, age, 'yes'],
    [{ answer: 'leeftijd', is: 17 }, age, 'no'],
    [{ answer: 'huis', one_of: ['kamer', 'flat'] }, { huis: 'flat' }, 'yes'],
    [{ answer: 'huis', one_of: ['kamer', 'flat'] }, { huis: 'boot' }, 'no'],
    [{ answer: 'leeftijd', one_of: [17, 18] }, age, 'yes'],
    [{ answer: 'hulp', includes: 'koken' }, { hulp: ['wassen', 'koken'] }, 'yes'],
    [{ answer: 'hulp', includes: 'koken' }, { hulp: [] }, 'no'],
    [{ answer: 'hulp', includes: 'koken' }, { hulp: 'koken' }, 'no'],
    [{ answer: 'leeftijd', less_than: 18 }, age, 'no'],
    [{ answer: 'leeftijd', less_than: 19 }, age, 'yes'],
    [{ answer: 'leeftijd', at_most: 18 }, age, 'yes'],
    [{ answer: 'leeftijd', at_most: 17 }, age, 'no'],
    [{ answer: 'leeftijd', more_than: 18 }, age, 'no'],
    [{ answer: 'leeftijd', more_than: 17 }, age, 'yes'],
    [{ answer: 'leeftijd', at_least: 18 }, age, 'yes'],
    [{ answer: 'leeftijd', at_least: 19 }, age, 'no'],
    [{ answer: 'leeftijd', between: [18, 20] }, age, 'yes'],
    [{ answer: 'leeftijd', between: [10, 18] }, age, 'yes'],
    [{ answer: 'leeftijd', between: [19, 20] }, age, 'no'],
    [{ answer: 'leeftijd', between: [20, 10] }, age, 'no'],
    [{ answer: 'leeftijd', less_than: { parameter: 'p.now' } }, { leeftijd: 17 }, 'yes'],
  ])('%j with %j: %s', (condition, answers, truth) => {
    expect(holds(condition, answers)).toBe(truth);
  });

  it('measures an age in whole years until today', () => {
    expect(holds({ age: 'geboren', at_least: 18 }, { geboren: '2008-11-24' })).toBe('yes');
    expect(holds({ age: 'geboren', at_least: 18 }, { geboren: '2008-11-25' })).toBe('no');
    expect(holds({ age: 'geboren', is: 17 }, { geboren: '2008-11-25' })).toBe('yes');
  });

  it('measures months and days since a date', () => {
    expect(holds({ months_since: 'ontslag', less_than: 3 }, { ontslag: '2026-08-25' })).toBe('yes');
    expect(holds({ months_since: 'ontslag', less_than: 3 }, { ontslag: '2026-08-24' })).toBe('no');
    expect(holds({ days_since: 'ontslag', at_most: 7 }, { ontslag: '2026-11-17' })).toBe('yes');
    expect(holds({ days_since: 'ontslag', at_most: 7 }, { ontslag: '2026-11-16' })).toBe('no');
  });

  it('takes a postcode by its four figures', () => {
    const answers = { postcode: '1011AB' };
    expect(holds({ answer: 'postcode', between: [1000, 1099] }, answers)).toBe('yes');
    expect(holds({ answer: 'postcode', is: 1011 }, answers)).toBe('yes');
    expect(holds({ answer: 'postcode', one_of: [1012, 1013] }, answers)).toBe('no');
  });

  it('does not hold when the answer is of another kind than the test', () => {
    expect(holds({ answer: 'hulp', less_than: 5 }, { hulp: ['koken'] })).toBe('no');
    expect(holds({ answer: 'huurt-u', less_than: 5 }, { 'huurt-u': 'ja' })).toBe('no');
    expect(holds({ age: 'leeftijd', less_than: 5 }, { leeftijd: 3 })).toBe('no');
    expect(holds({ age: 'geboren', at_least: 0 }, { geboren: 'ja' })).toBe('no');
  });

  it('does not find an answer in what every object has', () => {
    expect(holds({ answer: 'constructor', is: 'ja' }, {})).toBe('no');
  });

  it('is stale when its parameter has no value today or is not there', () => {
    for (const parameter of ['p.past', 'p.unknown']) {
      expect(holds({ answer: 'leeftijd', less_than: { parameter } }, age)).toBe('stale');
      expect(holds({ answer: 'leeftijd', between: [{ parameter }, 99] }, age)).toBe('stale');
      expect(holds({ answer: 'leeftijd', between: [0, { parameter }] }, age)).toBe('stale');
    }
  });

  it('is not stale when one bound alone already says no', () => {
    expect(holds({ answer: 'leeftijd', between: [{ parameter: 'p.past' }, 17] }, age)).toBe('no');
    expect(holds({ answer: 'leeftijd', between: [19, { parameter: 'p.past' }] }, age)).toBe('no');
  });
});

describe('and, or and not', () => {
  const no = { answer: 'huurt-u', is: 'nee' };
  const stale = { answer: 'huurt-u', less_than: { parameter: 'p.past' } };
  const answers = { 'huurt-u': 'ja' };

  it.each<[Condition, string]>([
    [{ and: [yes, yes] }, 'yes'],
    [{ and: [yes, no] }, 'no'],
    [{ and: [yes, stale] }, 'stale'],
    [{ and: [stale, no] }, 'no'],
    [{ or: [no, yes] }, 'yes'],
    [{ or: [no, no] }, 'no'],
    [{ or: [no, stale] }, 'stale'],
    [{ or: [stale, yes] }, 'yes'],
    [{ not: yes }, 'no'],
    [{ not: no }, 'yes'],
    [{ not: stale }, 'stale'],
  ])('%j: %s', (condition, truth) => {
    expect(holds(condition, answers)).toBe(truth);
  });
});

describe('every condition that the schema accepts', { timeout: 60_000 }, () => {
  const condition = randomCondition();
  const pair = fc.tuple(condition, condition);

  it('is judged without an exception', () => {
    fc.assert(
      fc.property(condition, randomAnswers, (any, answers) => {
        expect(ConditionSchema.safeParse(any).success).toBe(true);
        expect(['yes', 'no', 'stale']).toContain(judge(any, answers, SETTING));
      }),
      FIXED,
    );
  });

  it('follows De Morgan: not (a and b) is (not a) or (not b), and the other way round', () => {
    fc.assert(
      fc.property(pair, randomAnswers, ([a, b], answers) => {
        const judged = (any: Condition) => judge(any, answers, SETTING);
        expect(judged({ not: { and: [a, b] } })).toBe(judged({ or: [{ not: a }, { not: b }] }));
        expect(judged({ not: { or: [a, b] } })).toBe(judged({ and: [{ not: a }, { not: b }] }));
      }),
      FIXED,
    );
  });

  it('means the same when it is denied twice', () => {
    fc.assert(
      fc.property(condition, randomAnswers, (any, answers) => {
        expect(judge({ not: { not: any } }, answers, SETTING)).toBe(judge(any, answers, SETTING));
      }),
      FIXED,
    );
  });

  it('is stale only if one of its parameters has no value', () => {
    const valued = randomCondition(['p.now']);
    fc.assert(
      fc.property(valued, randomAnswers, (any, answers) => {
        expect(judge(any, answers, SETTING)).not.toBe('stale');
      }),
      FIXED,
    );
    fc.assert(
      fc.property(condition, randomAnswers, (any, answers) => {
        fc.pre(judge(any, answers, SETTING) === 'stale');
        expect(parametersIn(any).some((id) => id !== 'p.now')).toBe(true);
      }),
      { ...FIXED, numRuns: 200 },
    );
  });

  it('has `between` hold exactly when `at_least` and `at_most` both do', () => {
    const amount = fc.oneof(
      fc.integer({ min: -3, max: 30 }),
      fc.constantFrom(...['p.now', 'p.past'].map((parameter) => ({ parameter }))),
    );
    const measure = fc.constantFrom('answer' as const, 'age' as const, 'days_since' as const);
    fc.assert(
      fc.property(measure, amount, amount, randomAnswers, (name, low, high, answers) => {
        const both = {
          and: [
            { [name]: 'q1', at_least: low },
            { [name]: 'q1', at_most: high },
          ],
        };
        const between: Condition = { [name]: 'q1', between: [low, high] };
        expect(judge(between, answers, SETTING)).toBe(judge(both, answers, SETTING));
      }),
      FIXED,
    );
  });

  it('has no test that "I don\'t know" or no answer satisfies', () => {
    fc.assert(
      fc.property(condition, fc.boolean(), (any, said) => {
        const answers = said ? { q1: DONT_KNOW, q2: DONT_KNOW, q3: DONT_KNOW } : {};
        for (const comparison of comparisonsIn(any))
          expect(judge(comparison.condition, answers, SETTING)).toBe('no');
      }),
      FIXED,
    );
  });
});

describe('what a condition is made of', () => {
  const nested: Condition = {
    and: [
      { or: [yes, { not: { age: 'geboren', less_than: { parameter: 'p.now' } } }] },
      { answer: 'leeftijd', between: [{ parameter: 'p.past' }, 99] },
    ],
  };

  it('can be listed: every comparison with its question and its place', () => {
    expect(comparisonsIn(nested, ['when']).map(({ question, field }) => [question, field.join('.')])).toEqual(
      [
        ['huurt-u', 'when.and.0.or.0'],
        ['geboren', 'when.and.0.or.1.not'],
        ['leeftijd', 'when.and.1'],
      ],
    );
  });

  it('can be listed: its parameters and amounts', () => {
    expect(parametersIn(nested)).toEqual(['p.now', 'p.past']);
    expect(amountsIn({ answer: 'leeftijd', between: [1, 2] })).toEqual([1, 2]);
    expect(amountsIn(yes)).toEqual([]);
  });

  it('has amounts that are numbers today, or stale', () => {
    expect(resolveAmount(5, SETTING)).toBe(5);
    expect(resolveAmount({ parameter: 'p.now' }, SETTING)).toBe(18);
    expect(resolveAmount({ parameter: 'p.past' }, SETTING)).toBeUndefined();
  });
});

describe('the schema of a condition', () => {
  it.each([
    [{}, 'use exactly one of and, or, not, answer, age, months_since, days_since'],
    [{ is: 'ja' }, 'use exactly one of and, or, not, answer, age, months_since, days_since'],
    [
      { answer: 'a', age: 'b', is: 1 },
      'use exactly one of and, or, not, answer, age, months_since, days_since',
    ],
    [
      { answer: 'a' },
      'say what must hold with exactly one of is, one_of, includes, less_than, at_most, more_than, at_least, between',
    ],
    [
      { answer: 'a', at_least: 1, at_most: 2 },
      'say what must hold with exactly one of is, one_of, includes, less_than, at_most, more_than, at_least, between',
    ],
    [{ not: yes, is: 'ja' }, '"is" belongs beside "answer", not beside "not"'],
  ])('refuses %j: %s', (condition, message) => {
    expect(complaint(condition)).toBe(message);
  });

  it('says what an amount can be', () => {
    expect(complaint({ answer: 'a', less_than: 'huur.leeftijd' })).toBe(
      'write a number, or the name of a parameter as in { parameter: huurtoeslag.leeftijd }',
    );
  });

  it('says what an answer can be', () => {
    expect(AnswerSchema.safeParse(true).error?.issues[0]?.message).toBe(
      'write the id of an answer, a list of ids, a number, a date or a postcode',
    );
  });
});
