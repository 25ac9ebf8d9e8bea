import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addDays } from '../../../core/domain/calendar-date.ts';
import { type Answer, type Condition, DONT_KNOW, type Setting } from '../../../core/domain/condition.ts';
import type { Flow, Question, Rule } from '../../../core/domain/flow.ts';
import { representatives } from '../../../core/domain/representatives.ts';
import { questionOf, turnAt } from '../../../core/domain/walk.ts';
import { aFlow } from '../../builders/a-flow.ts';
import { aParameter, aStaleParameter } from '../../builders/a-parameter.ts';
import { aChoice, aDate, aNumber, aPostcode, aSeveral, aYesNo } from '../../builders/a-question.ts';
import { TODAY } from '../../builders/today.ts';

const SETTING: Setting = {
  today: TODAY,
  parameters: { 'p.five': aParameter(5), 'p.half': aParameter(2.5), 'p.past': aStaleParameter(7) },
};

/** A flow with one question, whose rules go by these conditions, the first one to the first outcome and so on. */
function asking(question: (next: Rule[]) => Question, ...conditions: Condition[]): Flow {
  const rules = conditions.map((when, index) => ({ when, go: `o${index}` }));
  return aFlow({
    questions: { q: question([...rules, { go: 'balie' }]) },
    outcomes: rules.map(({ go }) => go),
  });
}

function sorts(flow: Flow, setting = SETTING): Answer[] {
  return representatives(flow, 'q', questionOf(flow, 'q'), setting);
}

describe('one answer of every sort', () => {
  it('is each answer, where each has its own way on', () => {
    expect(sorts(aFlow({ questions: { q: aChoice({ a: 'balie', b: 'balie' }) } }))).toEqual([
      'a',
      'b',
      DONT_KNOW,
    ]);
    expect(sorts(aFlow({ questions: { q: aYesNo('balie', 'balie') } }))).toEqual(['ja', 'nee', DONT_KNOW]);
  });

  it('is any answer, where no condition asks for it', () => {
    expect(sorts(aFlow({ questions: { q: aNumber([3, 9], 'balie') } }))).toEqual([3, DONT_KNOW]);
    expect(sorts(aFlow({ questions: { q: aDate(['2000-01-01', 'today'], 'balie') } }))).toEqual([
      '2000-01-01',
      DONT_KNOW,
    ]);
    expect(sorts(aFlow({ questions: { q: aPostcode('balie') } }))).toEqual(['1000AA', DONT_KNOW]);
    expect(sorts(aFlow({ questions: { q: aSeveral(['a', 'b'], 'balie') } }))).toEqual([[], DONT_KNOW]);
  });

  it('is a number on each side of a bound', () => {
    const next = (rules: Rule[]) => aNumber([0, 120], rules);
    expect(sorts(asking(next, { answer: 'q', less_than: 18 }))).toEqual([0, 18, DONT_KNOW]);
    expect(sorts(asking(next, { answer: 'q', is: 18 }))).toEqual([0, 18, DONT_KNOW]);
    expect(sorts(asking(next, { answer: 'q', one_of: [18, 65] }))).toEqual([0, 18, DONT_KNOW]);
    expect(sorts(asking(next, { answer: 'q', between: [18, 65] }))).toEqual([0, 18, DONT_KNOW]);
    expect(sorts(asking(next, { answer: 'q', at_most: { parameter: 'p.half' } }))).toEqual([0, 3, DONT_KNOW]);
  });

  it('does not go outside what the question allows', () => {
    const next = (rules: Rule[]) => aNumber([10, 20], rules);
    expect(sorts(asking(next, { answer: 'q', less_than: 5 }))).toEqual([10, DONT_KNOW]);
    expect(sorts(asking(next, { answer: 'q', less_than: 11 }))).toEqual([10, 11, DONT_KNOW]);
  });

  it('is a date on each side of a birthday', () => {
    const next = (rules: Rule[]) => aDate(['1900-01-01', 'today'], rules);
    expect(sorts(asking(next, { age: 'q', at_least: 18 }))).toEqual(['1900-01-01', TODAY, DONT_KNOW]);
    expect(sorts(asking(next, { age: 'q', is: 18 }))).toEqual(['1900-01-01', '2008-11-23', DONT_KNOW]);
    expect(sorts(asking(next, { days_since: 'q', is: 7 }))).toEqual(['1900-01-01', '2026-11-17', DONT_KNOW]);
  });

  it('is a postcode on each side of an area', () => {
    const flow = asking((rules) => aPostcode(rules), { answer: 'q', between: [1100, 1199] });
    expect(sorts(flow)).toEqual(['1000AA', '1100AA', DONT_KNOW]);
  });

  it('is every set of the answers that are asked for', () => {
    const flow = asking(
      (rules) => aSeveral(['a', 'b', 'c'], rules),
      { answer: 'q', includes: 'a' },
      { answer: 'q', includes: 'b' },
    );
    expect(sorts(flow)).toEqual([[], ['a'], ['b'], ['a', 'b'], DONT_KNOW]);
  });

  it('is the same on a day when the parameter has no value: nothing can be told apart', () => {
    const flow = asking((rules) => aNumber([0, 120], rules), {
      answer: 'q',
      less_than: { parameter: 'p.past' },
    });
    expect(sorts(flow)).toEqual([0, DONT_KNOW]);
  });

  it('can be found for bounds that no clock can count to', () => {
    for (const bound of [1e9, -1e9, 1e300, -1e300]) {
      for (const measure of ['age', 'months_since', 'days_since']) {
        const flow = asking((rules) => aDate(['2000-01-01', 'today'], rules), {
          [measure]: 'q',
          less_than: bound,
        });
        expect(sorts(flow)).toEqual(['2000-01-01', DONT_KNOW]);
      }
      const postcode = asking((rules) => aPostcode(rules), { answer: 'q', less_than: bound });
      expect(sorts(postcode)).toEqual(['1000AA', DONT_KNOW]);
    }
  });
});

describe('trying one answer of every sort is trying all', { timeout: 60_000 }, () => {
  const FIXED = { seed: 20261124, numRuns: 200 };
  const amount = fc.oneof(
    fc.integer({ min: -2, max: 14 }),
    fc.constantFrom(0.5, 3.25, ...['p.five', 'p.half', 'p.past'].map((parameter) => ({ parameter }))),
  );
  const test: fc.Arbitrary<Condition> = fc.oneof(
    fc.record({ less_than: amount }),
    fc.record({ at_most: amount }),
    fc.record({ more_than: amount }),
    fc.record({ at_least: amount }),
    fc.record({ between: fc.tuple(amount, amount) }),
    fc.record({ is: fc.integer({ min: -2, max: 14 }) }),
    fc.record({ one_of: fc.array(fc.integer({ min: 0, max: 12 }), { minLength: 1, maxLength: 3 }) }),
  );

  function conditions(measures: string[]): fc.Arbitrary<Condition[]> {
    const one = fc
      .tuple(fc.constantFrom(...measures), test)
      .map(([measure, how]): Condition => ({ [measure]: 'q', ...how }));
    const part = fc.oneof(
      one,
      fc.record({ not: one }),
      fc.record({ and: fc.array(one, { minLength: 1, maxLength: 3 }) }),
    );
    return fc.array(part, { minLength: 1, maxLength: 4 });
  }

  /** Where an answer leads, and how every rule on the way was judged. */
  function turns(flow: Flow, answer: Answer): string {
    const heard: string[] = [];
    const turn = turnAt(questionOf(flow, 'q'), answer, { q: answer }, SETTING, (_, truth) =>
      heard.push(truth),
    );
    return `${heard.join()} → ${turn?.go} ${turn?.stale}`;
  }

  /** Every answer takes a turn that one of the representatives takes too. */
  function coversAll(flow: Flow, answers: readonly Answer[]): void {
    const tried = new Set(sorts(flow).map((answer) => turns(flow, answer)));
    expect(answers.filter((answer) => !tried.has(turns(flow, answer)))).toEqual([]);
  }

  it('of a number: every number in the range takes the turn of its representative', () => {
    fc.assert(
      fc.property(
        conditions(['answer']),
        fc.integer({ min: 0, max: 5 }),
        fc.integer({ min: 5, max: 15 }),
        (some, low, high) => {
          const flow = asking((rules) => aNumber([low, high], rules, { stale: 'balie' }), ...some);
          coversAll(
            flow,
            Array.from({ length: high - low + 1 }, (_, index) => low + index),
          );
        },
      ),
      FIXED,
    );
  });

  it('of a date: every day in the range does so, on any day of the year', () => {
    const today = fc.constantFrom('2026-11-24', '2028-02-29', '2026-03-31', '2026-03-01', '2026-12-31');
    fc.assert(
      fc.property(conditions(['age', 'months_since', 'days_since']), today, (some, day) => {
        const flow = asking(
          (rules) => aDate([addDays(day, -900), addDays(day, 40)], rules, { stale: 'balie' }),
          ...some,
        );
        const all = Array.from({ length: 941 }, (_, index) => addDays(day, index - 900));
        const setting = { ...SETTING, today: day };
        const tried = new Set(sorts(flow, setting).map((answer) => turnOn(flow, answer, setting)));
        expect(all.filter((date) => !tried.has(turnOn(flow, date, setting)))).toEqual([]);
      }),
      { ...FIXED, numRuns: 40 },
    );
  });

  function turnOn(flow: Flow, answer: Answer, setting: Setting): string | undefined {
    return turnAt(questionOf(flow, 'q'), answer, { q: answer }, setting)?.go;
  }

  it('of a set of answers: every set does so', () => {
    const ids = ['a', 'b', 'c', 'd'];
    const includes = fc.constantFrom(...ids).map((id): Condition => ({ answer: 'q', includes: id }));
    const some = fc.array(
      fc.oneof(includes, fc.record({ and: fc.array(includes, { minLength: 2, maxLength: 3 }) })),
      {
        minLength: 1,
        maxLength: 3,
      },
    );
    const sets = ids.reduce<string[][]>((all, id) => all.flatMap((set) => [set, [...set, id]]), [[]]);
    fc.assert(
      fc.property(some, (drawn) =>
        coversAll(
          asking((rules) => aSeveral(ids, rules), ...drawn),
          sets,
        ),
      ),
      FIXED,
    );
  });
});
