import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { checkFlow } from '../../../../core/domain/check/check-flow.ts';
import { checkTruths } from '../../../../core/domain/check/check-truths.ts';
import { fieldText } from '../../../../core/domain/check/finding.ts';
import type { Truth } from '../../../../core/domain/condition.ts';
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
