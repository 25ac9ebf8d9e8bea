import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { checkFlow } from '../../../../core/domain/check/check-flow.ts';
import { checkTruths } from '../../../../core/domain/check/check-truths.ts';
import { fieldText } from '../../../../core/domain/check/finding.ts';
import {
  type Answers,
  type Condition,
  judge,
  parametersIn,
  type Truth,
} from '../../../../core/domain/condition.ts';
import type { Flow, Rule } from '../../../../core/domain/flow.ts';
import { exitsOf } from '../../../../core/domain/flow-edges.ts';
import type { Parameters } from '../../../../core/domain/parameter.ts';
import { pathsOf } from '../../../../core/domain/paths.ts';
import { aFlow } from '../../../builders/a-flow.ts';
import { aParameter, aStaleParameter } from '../../../builders/a-parameter.ts';
import { aNumber, aSeveral, aYesNo } from '../../../builders/a-question.ts';
import { SETTING as RANDOM_SETTING, randomFlow } from '../../../builders/random-flow.ts';
import { TODAY } from '../../../builders/today.ts';

function said(flow: Flow, parameters: Parameters = {}): string[] {
  return checkTruths(flow, { today: TODAY, parameters }).map(
    ({ rule, field, message }) => `[${rule}] ${fieldText(field)}: ${message}`,
  );
}

function byAge(...rules: Rule[]): Flow {
  return aFlow({ questions: { leeftijd: aNumber([0, 120], rules, { stale: 'balie' }) } });
}

const younger = (than: number | { parameter: string }) => ({
  when: { answer: 'leeftijd', less_than: than },
  go: 'balie',
});

describe('a condition', () => {
  it('that sometimes holds is left in peace', () => {
    expect(said(byAge(younger(18), younger(65), { go: 'balie' }))).toEqual([]);
  });

  it('never holds when no answer can satisfy it', () => {
    const grown = { when: { answer: 'leeftijd', more_than: 120 }, go: 'balie' };
    expect(said(byAge(grown, { go: 'balie' }))).toEqual([
      '[truth] questions.leeftijd.next[0].when: This condition never holds, whatever is answered. Mend it, or remove the rule.',
    ]);
  });

  it('never holds when one above takes all its answers', () => {
    expect(said(byAge(younger(18), younger(16), { go: 'balie' }))).toEqual([
      '[truth] questions.leeftijd.next[1].when: This condition never holds, whatever is answered. Mend it, or remove the rule.',
    ]);
  });

  it('always holds when every answer satisfies it, so what stands below is never read', () => {
    expect(said(byAge(younger(121), { go: 'balie' }))).toEqual([
      '[truth] questions.leeftijd.next[0].when: Whenever this rule is read its condition holds. Mend it, or let this be the last rule, with only "go".',
      '[truth] questions.leeftijd.next[1]: This rule is never read: one above it always holds. Remove it, or mend the one above.',
    ]);
  });

  it('is judged by the answers that lead to it', () => {
    const flow = aFlow({
      questions: {
        'huurt-u': aYesNo('leeftijd', 'balie'),
        leeftijd: aNumber(
          [0, 120],
          [{ when: { answer: 'huurt-u', is: 'ja' }, go: 'balie' }, { go: 'balie' }],
        ),
      },
    });
    expect(said(flow)).toHaveLength(2);
  });

  it('is judged at each place for itself, also when both places are one list by an alias in YAML', () => {
    const rules = [{ when: { answer: 'huurt-u', is: 'ja' }, go: 'balie' }, { go: 'balie' }];
    expect(
      said(aFlow({ questions: { 'huurt-u': aYesNo(rules, rules) } })).map((text) => text.split(':')[0]),
    ).toEqual([
      '[truth] questions.huurt-u.yes[0].when',
      '[truth] questions.huurt-u.yes[1]',
      '[truth] questions.huurt-u.no[0].when',
    ]);
  });

  it('is not judged behind a condition that keeps it out of reach: that one is', () => {
    const flow = aFlow({
      questions: {
        leeftijd: aNumber([0, 120], [{ when: { answer: 'leeftijd', is: 500 }, go: 'hulp' }, { go: 'balie' }]),
        hulp: aYesNo([{ when: { answer: 'leeftijd', is: 500 }, go: 'balie' }, { go: 'balie' }], 'balie'),
      },
    });
    expect(said(flow).map((text) => text.split(':')[0])).toEqual(['[truth] questions.leeftijd.next[0].when']);
  });
});

describe('a part of a condition', () => {
  /** A number, then yes or no; the rule with this condition stands behind both. */
  const asked = (when: Condition, parameters: Parameters = {}) =>
    said(
      aFlow({
        questions: {
          leeftijd: aNumber([0, 120], 'huurt-u', { dont_know: 'balie' }),
          'huurt-u': aYesNo([{ when, go: 'balie' }, { go: 'balie' }], 'balie', {
            ...(parametersIn(when).length > 0 && { stale: 'balie' }),
          }),
        },
      }),
      parameters,
    );
  const at = 'questions.huurt-u.yes[0].when';
  const NEVER = 'This part of the condition never holds, whatever is answered. Mend it, or leave it out.';
  const ALWAYS =
    'Whenever this part of the condition is read it holds, so it asks for nothing. Mend it, or leave it out.';
  const SAID =
    'This part of the condition makes no difference: the rest of it says so already. Mend it, or leave it out.';
  const age = (test: Partial<Condition>): Condition => ({ answer: 'leeftijd', ...test });

  it('that makes a difference is left in peace, however it is put together', () => {
    expect(asked({ and: [age({ at_least: 18 }), age({ less_than: 65 })] })).toEqual([]);
    expect(asked({ or: [age({ less_than: 18 }), { not: age({ less_than: 65 }) }] })).toEqual([]);
    expect(
      asked({ not: { or: [age({ is: 3 }), { and: [age({ less_than: 9 }), age({ more_than: 5 })] }] } }),
    ).toEqual([]);
    expect(asked(age({ between: [0, 17] }))).toEqual([]);
    expect(asked({ and: [age({ less_than: 18 })] })).toEqual([]);
  });

  it('is found when another one takes all that it takes', () => {
    expect(asked({ or: [age({ more_than: 5 }), age({ more_than: 3 })] })).toEqual([
      `[truth] ${at}.or[0]: ${SAID}`,
    ]);
    expect(asked({ and: [age({ less_than: 18 }), age({ less_than: 65 })] })).toEqual([
      `[truth] ${at}.and[1]: ${SAID}`,
    ]);
  });

  it('is found once when it stands there twice: the last time', () => {
    expect(asked({ and: [age({ less_than: 18 }), age({ less_than: 18 })] })).toEqual([
      `[truth] ${at}.and[1]: ${SAID}`,
    ]);
  });

  it('is found when no answer satisfies it', () => {
    expect(asked({ or: [age({ more_than: 130 }), age({ less_than: 18 })] })).toEqual([
      `[truth] ${at}.or[0]: ${NEVER}`,
    ]);
    expect(asked(age({ one_of: [18, 500] }))).toEqual([`[truth] ${at}.one_of[1]: ${NEVER}`]);
  });

  it('is found when every answer that comes by satisfies it', () => {
    expect(asked({ and: [age({ less_than: 18 }), { answer: 'huurt-u', is: 'ja' }] })).toEqual([
      `[truth] ${at}.and[1]: ${ALWAYS}`,
    ]);
    expect(asked({ not: { and: [age({ at_least: 0 }), age({ less_than: 18 })] } })).toEqual([
      `[truth] ${at}.not.and[0]: ${ALWAYS}`,
    ]);
  });

  it('is judged as a whole: what stands in it is not named too', () => {
    const both = { and: [age({ more_than: 130 }), age({ is: 500 })] };
    expect(asked({ or: [both, age({ less_than: 18 })] })).toEqual([`[truth] ${at}.or[0]: ${NEVER}`]);
  });

  it('is not looked at when the whole condition never or always holds', () => {
    expect(asked({ and: [age({ more_than: 130 }), age({ less_than: 18 })] })).toEqual([
      `[truth] ${at}: This condition never holds, whatever is answered. Mend it, or remove the rule.`,
    ]);
  });

  describe('below another rule', () => {
    const below = (when: Condition) =>
      said(
        byAge(
          younger(18),
          { when: { and: [age({ more_than: 18 }), age({ less_than: 40 })] }, go: 'balie' },
          { when, go: 'balie' },
          { go: 'balie' },
        ),
      );
    const third = 'questions.leeftijd.next[2].when';

    it('may ask again what that one took: its amounts can change', () => {
      expect(below({ and: [age({ at_least: 40 }), age({ less_than: 65 })] })).toEqual([]);
      expect(below({ not: { or: [age({ less_than: 18 }), age({ more_than: 65 })] } })).toEqual([]);
    });

    it('is found when that one leaves it nothing', () => {
      expect(below({ or: [age({ less_than: 10 }), age({ is: 50 })] })).toEqual([
        `[truth] ${third}.or[0]: ${NEVER}`,
      ]);
      const grown = { and: [age({ at_least: 18 }), { or: [age({ is: 5 }), age({ is: 50 })] }] };
      expect(below({ not: grown })).toEqual([
        `[truth] ${third}.not.and[0]: ${ALWAYS}`,
        `[truth] ${third}.not.and[1].or[0]: ${SAID}`,
      ]);
    });
  });

  it('is judged with the value of its parameter, also on a day when that has none', () => {
    const when = { and: [age({ less_than: { parameter: 'huur.oud' } }), age({ more_than: 18 })] };
    expect(asked(when, { 'huur.oud': aParameter(65) })).toEqual([]);
    for (const old of [aParameter(200), aStaleParameter(200)])
      expect(asked(when, { 'huur.oud': old })).toEqual([`[truth] ${at}.and[0]: ${ALWAYS}`]);
  });
});

describe('amounts that happen to be equal today', () => {
  const [one, other] = [{ parameter: 'huur.alleen' }, { parameter: 'huur.samen' }];
  const third = { parameter: 'huur.jong' };
  const equal = (values: readonly [number, number, number]) => ({
    'huur.alleen': aParameter(values[0]),
    'huur.samen': aParameter(values[1]),
    'huur.jong': aParameter(values[2]),
  });
  const age = (test: Partial<Condition>): Condition => ({ answer: 'leeftijd', ...test });
  const rule = (when: Condition) => byAge({ when, go: 'balie' }, { go: 'balie' });

  it.each([
    ['a part beside another', rule({ or: [age({ less_than: one }), age({ less_than: other })] })],
    [
      'each of three parts',
      rule({ or: [age({ less_than: one }), age({ less_than: other }), age({ less_than: third })] }),
    ],
    ['a rule below another', byAge(younger(one), younger(other), { go: 'balie' })],
    ['at most, beside less than', rule({ and: [age({ at_most: one }), age({ less_than: other })] })],
  ])('make nothing needless: %s', (_what, flow) => {
    for (const values of [
      [18, 18, 18],
      [17, 18, 17],
    ] as const)
      expect(said(flow, equal(values))).toEqual([]);
  });

  it('hide nothing that is needless whatever they are', () => {
    const twice = { or: [age({ less_than: one }), age({ less_than: other }), age({ less_than: one })] };
    expect(said(rule(twice), equal([18, 18, 40]))).toEqual([
      expect.stringContaining('next[0].when.or[2]: This part of the condition makes no difference'),
    ]);
    expect(said(byAge(younger(one), younger(other), { go: 'balie' }), equal([40, 18, 40]))).toEqual([
      expect.stringContaining('next[1].when: This condition never holds'),
    ]);
  });
});

describe('a condition on a parameter', () => {
  const flow = byAge(younger({ parameter: 'huur.leeftijd' }), { go: 'balie' });

  it('is judged with the value of today', () => {
    expect(said(flow, { 'huur.leeftijd': aParameter(18) })).toEqual([]);
    expect(said(flow, { 'huur.leeftijd': aParameter(0) })).toHaveLength(1);
  });

  it('is judged with its last value on a day when it has none: the calendar makes no logic wrong', () => {
    expect(said(flow, { 'huur.leeftijd': aStaleParameter(18) })).toEqual([]);
    expect(said(flow, { 'huur.leeftijd': aStaleParameter(0) })).toHaveLength(1);
  });

  it('is not judged when nobody knows the parameter, nor is what stands below it', () => {
    expect(said(flow)).toEqual([]);
  });

  it('leaves what stands above it to be judged', () => {
    const known = byAge(younger(0), younger({ parameter: 'huur.leeftijd' }), { go: 'balie' });
    expect(said(known)).toHaveLength(1);
  });

  it('can have questions behind its stale way, and those are judged too', () => {
    const behind = (bound: number) =>
      aFlow({
        questions: {
          leeftijd: aNumber([0, 120], [younger({ parameter: 'huur.leeftijd' }), { go: 'balie' }], {
            stale: 'jaren',
          }),
          jaren: aNumber(
            [0, 9],
            [{ when: { answer: 'jaren', less_than: bound }, go: 'balie' }, { go: 'balie' }],
          ),
        },
      });
    expect(said(behind(5), { 'huur.leeftijd': aParameter(18) })).toEqual([]);
    expect(said(behind(0), { 'huur.leeftijd': aParameter(18) })).toEqual([
      '[truth] questions.jaren.next[0].when: This condition never holds, whatever is answered. Mend it, or remove the rule.',
    ]);
  });
});

describe('a flow with too many paths', { timeout: 60_000 }, () => {
  const asking = (count: number) => {
    const ids = Array.from({ length: count }, (_, index) => `a${index}`);
    const rules = ids.map((id) => ({ when: { answer: 'hulp', includes: id }, go: 'balie' }));
    return aFlow({ questions: { hulp: aSeveral(ids, [...rules, { go: 'balie' }]) } });
  };

  it('is refused, however many more there are', () => {
    const message =
      '[paths] questions: This flow has more than 20000 paths; nobody can oversee it. Split it in two flows.';
    expect(said(asking(15))).toEqual([message]);
    expect(said(asking(60))).toEqual([message]);
  });

  it('is accepted below the bound, with every set of answers tried', () => {
    expect(said(asking(11))).toEqual([]);
  });
});

describe('every flow with parameters that the check accepts', { timeout: 60_000 }, () => {
  const accepted = randomFlow({ parameters: true, most: 4 }).filter(
    (flow) => checkFlow(flow, RANDOM_SETTING).length === 0,
  );
  const FIXED = { seed: 20261124, numRuns: 120 };
  const five = { 'p.five': aParameter(5) };
  const past = { 'p.past': aParameter(7) };

  function walked(flow: Flow, parameters: Parameters) {
    const truths = new Map<Rule, Set<Truth>>();
    const hear = (rule: Rule, truth: Truth) => truths.set(rule, (truths.get(rule) ?? new Set()).add(truth));
    return { truths, paths: [...pathsOf(flow, { today: TODAY, parameters }, hear)] };
  }

  it('has every node on a path of some day', () => {
    fc.assert(
      fc.property(accepted, (flow) => {
        const days = [{ ...five, ...past }, five, past, {}].flatMap(
          (parameters) => walked(flow, parameters).paths,
        );
        const seen = new Set(days.flatMap(({ trail, outcome }) => [...trail, outcome]));
        expect([...seen].sort()).toEqual(
          [...Object.keys(flow.questions), ...Object.keys(flow.outcomes)].sort(),
        );
      }),
      FIXED,
    );
  });

  it('judges every condition both yes and no on a day when all parameters have a value', () => {
    fc.assert(
      fc.property(accepted, (flow) => {
        const { truths } = walked(flow, { ...five, ...past });
        for (const { next } of exitsOf(flow)) {
          if (typeof next === 'string' || !next.some((rule) => truths.has(rule))) continue;
          for (const rule of next)
            expect([...(truths.get(rule) ?? [])].sort()).toEqual(rule.when ? ['no', 'yes'] : ['yes']);
        }
      }),
      FIXED,
    );
  });

  it('has no part that could be left out of its condition', () => {
    fc.assert(
      fc.property(accepted, (flow) => {
        const setting = { today: TODAY, parameters: { ...five, ...past } };
        const read = new Map<Rule, Answers[]>();
        for (const _ of pathsOf(flow, setting, (rule, _truth, answers) =>
          read.set(rule, [...(read.get(rule) ?? []), answers]),
        ));
        for (const { next } of exitsOf(flow)) {
          const coming = (typeof next !== 'string' && next[0] && read.get(next[0])) || [];
          const judged = (condition: Condition) =>
            coming.map((each) => judge(condition, each, setting)).join();
          for (const { when } of typeof next === 'string' || coming.length === 0 ? [] : next)
            for (const shorter of when ? shortened(when) : [])
              expect(judged(shorter)).not.toBe(judged(when ?? {}));
        }
      }),
      FIXED,
    );
  });

  it('is accepted on a day when none of them has a value as well', () => {
    const none = {
      today: '2199-01-01',
      parameters: { 'p.five': aParameter(5), 'p.past': aStaleParameter(7) },
    };
    fc.assert(
      fc.property(accepted, (flow) => {
        fc.pre(Object.values(flow.questions).every(({ kind }) => kind !== 'date'));
        expect(checkFlow(flow, none)).toEqual([]);
      }),
      FIXED,
    );
  });
});

/** The condition with one part of an `and`, `or` or `one_of` left out, for every such part. */
function shortened(condition: Condition): Condition[] {
  const { and, or, not, one_of } = condition;
  if (not) return shortened(not).map((shorter) => ({ not: shorter }));
  if (one_of)
    return one_of.length < 2
      ? []
      : one_of.map((gone) => ({ ...condition, one_of: one_of.filter((v) => v !== gone) }));
  const name = and ? 'and' : 'or';
  const parts = and ?? or ?? [];
  return parts.flatMap((part, index) => [
    ...(parts.length < 2 ? [] : [{ [name]: parts.filter((_, other) => other !== index) }]),
    ...shortened(part).map((shorter) => ({
      [name]: parts.map((each, other) => (other === index ? shorter : each)),
    })),
  ]);
}
