import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { checkFlow, MOST_QUESTIONS } from '../../../../core/domain/check/check-flow.ts';
import { fieldText } from '../../../../core/domain/check/finding.ts';
import type { Truth } from '../../../../core/domain/condition.ts';
import type { Flow, Next, Rule } from '../../../../core/domain/flow.ts';
import { edgesOf, exitsOf, rulesOf } from '../../../../core/domain/flow-edges.ts';
import { pathsOf } from '../../../../core/domain/paths.ts';
import { aFlow } from '../../../builders/a-flow.ts';
import { aChoice, aDate, aNumber, aPostcode, aSeveral, aYesNo } from '../../../builders/a-question.ts';
import { SETTING as RANDOM_SETTING, randomFlow } from '../../../builders/random-flow.ts';
import { TODAY } from '../../../builders/today.ts';

const SETTING = { today: TODAY, parameters: {} };

/** What the check says of a flow: the rule, the field and the message of each remark. */
function said(flow: Flow): string[] {
  return checkFlow(flow, SETTING).map(
    ({ rule, field, message }) => `[${rule}] ${fieldText(field)}: ${message}`,
  );
}

describe('a flow in which everything leads somewhere', () => {
  it('is left in peace', () => {
    expect(said(aFlow())).toEqual([]);
  });

  it('may have a question of every kind', () => {
    const flow = aFlow({
      questions: {
        huis: aChoice({ flat: 'huurt-u', boot: 'balie' }),
        'huurt-u': aYesNo('hulp', 'balie'),
        hulp: aSeveral(['koken'], 'leeftijd'),
        leeftijd: aNumber([0, 0], 'geboren'),
        geboren: aDate(['today', 'today'], 'postcode'),
        postcode: aPostcode('balie'),
      },
    });
    expect(said(flow)).toEqual([]);
  });
});

describe('a way to something that is not there', () => {
  it('is found at every place where a flow says how to go on, with what was probably meant', () => {
    const rules = [{ when: { answer: 'leeftijd', less_than: 18 }, go: 'te-jongg' }, { go: 'well' }];
    const flow = aFlow({
      start: 'huurtu',
      questions: {
        'huurt-u': aYesNo('huiss', 'nergens', { dont_know: 'ballie' }),
        huis: aChoice({ flat: 'leeftij' }),
        leeftijd: aNumber([0, 120], rules, { stale: 'iets-anders' }),
      },
      outcomes: ['te-jong', 'wel'],
    });
    expect(said(flow).filter((text) => text.startsWith('[next]'))).toEqual([
      '[next] start: "huurtu" is no question or outcome of this flow. Did you mean "huurt-u"?',
      '[next] questions.huurt-u.yes: "huiss" is no question or outcome of this flow. Did you mean "huis"?',
      '[next] questions.huurt-u.no: "nergens" is no question or outcome of this flow. Correct the name, or add it.',
      '[next] questions.huurt-u.dont_know: "ballie" is no question or outcome of this flow. Did you mean "balie"?',
      '[next] questions.huis.answers.flat.next: "leeftij" is no question or outcome of this flow. Did you mean "leeftijd"?',
      '[next] questions.leeftijd.next[0].go: "te-jongg" is no question or outcome of this flow. Did you mean "te-jong"?',
      '[next] questions.leeftijd.next[1].go: "well" is no question or outcome of this flow. Did you mean "wel"?',
      '[next] questions.leeftijd.stale: "iets-anders" is no question or outcome of this flow. Correct the name, or add it.',
    ]);
  });

  it('is said alone: what it was meant for is not called out of reach as well', () => {
    const flow = aFlow({
      questions: { 'huurt-u': aYesNo('misschien', 'balie') },
      outcomes: ['misschien-huurtoeslag'],
    });
    expect(said(flow)).toEqual([
      '[next] questions.huurt-u.yes: "misschien" is no question or outcome of this flow. Did you mean "misschien-huurtoeslag"?',
    ]);
  });

  it('is not mistaken for what every object has', () => {
    const flow = aFlow({ questions: { 'huurt-u': aYesNo('constructor', 'balie') } });
    expect(said(flow)).toHaveLength(1);
  });
});

describe('the nodes of a flow', () => {
  it('have one name each', () => {
    const flow = aFlow({
      questions: { 'huurt-u': aYesNo('balie', 'wel'), wel: aYesNo('balie', 'balie') },
      outcomes: ['wel'],
    });
    expect(said(flow)).toEqual([
      '[next] outcomes.wel: "wel" is a question and an outcome. Give one of them another name.',
    ]);
  });

  it('can all be reached; where a lost part begins, that is said', () => {
    const flow = aFlow({
      questions: {
        'huurt-u': aYesNo('balie', 'balie'),
        huis: aYesNo('kamer', 'balie'),
        kamer: aYesNo('wel', 'balie'),
      },
      outcomes: ['wel', 'niet'],
    });
    expect(said(flow)).toEqual([
      '[reach] questions.huis: Nothing leads to "huis". Remove it, or let an answer go there.',
      '[reach] outcomes.niet: Nothing leads to "niet". Remove it, or let an answer go there.',
    ]);
  });

  it('are not too many to oversee', () => {
    const ids = Array.from({ length: MOST_QUESTIONS + 1 }, (_, index) => `q${index}`);
    const chain = ids.map((id, index) => [id, aYesNo(ids[index + 1] ?? 'balie', 'balie')]);
    expect(said(aFlow({ questions: Object.fromEntries(chain.slice(1)) }))).toEqual([]);
    expect(said(aFlow({ questions: Object.fromEntries(chain) }))).toEqual([
      '[paths] questions: This flow has more than 200 questions. Split it in two flows.',
    ]);
  });
});

describe('a circle', () => {
  it('is found, with the way round', () => {
    const flow = aFlow({
      questions: {
        een: aYesNo('twee', 'balie'),
        twee: aYesNo('drie', 'balie'),
        drie: aYesNo('balie', 'twee'),
      },
    });
    expect(said(flow)).toEqual([
      '[circle] questions.drie.no: This goes in a circle: twee → drie → twee. Let it go on to a later question or an outcome.',
    ]);
  });

  it('is found in a question that leads to itself, and in a "stale" way', () => {
    const own = [{ when: { answer: 'een', less_than: { parameter: 'a.b' } }, go: 'balie' }, { go: 'een' }];
    const flow = aFlow({ questions: { een: aNumber([0, 9], own, { stale: 'een' }) } });
    expect(said(flow).map((text) => text.slice(0, text.indexOf(':')))).toEqual([
      '[circle] questions.een.next[1].go',
      '[circle] questions.een.stale',
    ]);
  });

  it('is found when nothing leads into it', () => {
    const flow = aFlow({
      questions: {
        een: aYesNo('balie', 'balie'),
        twee: aYesNo('drie', 'balie'),
        drie: aYesNo('twee', 'balie'),
      },
    });
    expect(said(flow)).toEqual([
      '[circle] questions.drie.yes: This goes in a circle: twee → drie → twee. Let it go on to a later question or an outcome.',
    ]);
  });
});

describe('rules', () => {
  const young = { when: { answer: 'leeftijd', less_than: 18 }, go: 'balie' };

  it('end with one that always holds', () => {
    expect(said(aFlow({ questions: { leeftijd: aNumber([0, 120], [young]) } }))).toEqual([
      '[dead-end] questions.leeftijd.next: When no rule holds, the visitor is stuck here. End with a rule that has only "go".',
    ]);
  });

  it('do not stand below one that always holds', () => {
    const rules = [{ go: 'balie' }, young, { go: 'balie' }];
    expect(said(aFlow({ questions: { leeftijd: aNumber([0, 120], rules) } }))).toEqual([
      '[dead-end] questions.leeftijd.next[1]: A rule above has no "when" and always holds, so this one is never read. Change their order.',
      '[dead-end] questions.leeftijd.next[2]: A rule above has no "when" and always holds, so this one is never read. Change their order.',
    ]);
  });
});

describe('the answers to a question', () => {
  it('are there', () => {
    expect(said(aFlow({ questions: { huis: aChoice({}) } }))).toEqual([
      '[answers] questions.huis.answers: This question has no answers. Add two or more.',
    ]);
    expect(said(aFlow({ questions: { hulp: aSeveral([], 'balie') } }))).toEqual([
      '[answers] questions.hulp.answers: This question has no answers. Add two or more.',
    ]);
  });

  it('are not called "I don\'t know", which is there by itself', () => {
    expect(said(aFlow({ questions: { huis: aChoice({ flat: 'balie', 'weet-niet': 'balie' }) } }))).toEqual([
      '[answers] questions.huis.answers.weet-niet: "weet-niet" is on every question by itself. Remove it here and use "dont_know".',
    ]);
  });

  it('lie between bounds that stand in order; one that moves with the calendar wants a review', () => {
    expect(said(aFlow({ questions: { leeftijd: aNumber([120, 0], 'balie') } }))).toEqual([
      '[answers] questions.leeftijd.between: 120 comes after 0, so no answer fits. Change their order.',
    ]);
    expect(said(aFlow({ questions: { geboren: aDate(['today', '1900-01-01'], 'balie') } }))).toEqual([
      '[review] questions.geboren.between: today comes after 1900-01-01, so no answer fits. Change their order.',
    ]);
    expect(said(aFlow({ questions: { geboren: aDate(['2027-01-01', 'today'], 'balie') } }))).toEqual([
      '[review] questions.geboren.between: 2027-01-01 comes after today, so no answer fits. Change their order.',
    ]);
  });
});

describe('one fault', () => {
  it('does not bring forth others: a torn flow is not walked', () => {
    const never = [{ when: { answer: 'leeftijd', more_than: 500 }, go: 'balie' }, { go: 'nergens' }];
    const rules = new Set(
      checkFlow(aFlow({ questions: { leeftijd: aNumber([0, 120], never) } }), SETTING).map(
        ({ rule }) => rule,
      ),
    );
    expect([...rules]).toEqual(['next']);
  });
});

describe('every flow that the check accepts', { timeout: 60_000 }, () => {
  const FIXED = { seed: 20261124, numRuns: 150 };
  const accepted = randomFlow({ parameters: false, most: 4 }).filter(
    (flow) => checkFlow(flow, RANDOM_SETTING).length === 0,
  );

  it('ends every path in an outcome, has every node on a path, and judges every condition both yes and no', () => {
    fc.assert(
      fc.property(accepted, (flow) => {
        const truths = new Map<Rule, Set<Truth>>(rulesOf(flow).map(({ rule }) => [rule, new Set()]));
        const paths = [...pathsOf(flow, RANDOM_SETTING, (rule, truth) => truths.get(rule)?.add(truth))];
        const seen = new Set(paths.flatMap(({ trail, outcome }) => [...trail, outcome]));
        expect(paths.every(({ outcome }) => Object.hasOwn(flow.outcomes, outcome))).toBe(true);
        expect([...seen].sort()).toEqual(
          [...Object.keys(flow.questions), ...Object.keys(flow.outcomes)].sort(),
        );
        for (const [rule, heard] of truths)
          expect([...heard].sort()).toEqual(rule.when ? ['no', 'yes'] : ['yes']);
      }),
      FIXED,
    );
  });

  it('is refused when an outcome is dropped', () => {
    fc.assert(
      fc.property(accepted, fc.nat(), (flow, place) => {
        const ids = Object.keys(flow.outcomes);
        const dropped = ids[place % ids.length] as string;
        const { [dropped]: _, ...outcomes } = flow.outcomes;
        const remarks = checkFlow({ ...flow, outcomes }, RANDOM_SETTING);
        expect(remarks.length).toBeGreaterThan(0);
        expect(
          remarks.every(({ rule, message }) => rule === 'next' && message.startsWith(`"${dropped}"`)),
        ).toBe(true);
      }),
      FIXED,
    );
  });

  it('is refused when a way is led to a name that is not there, at that way', () => {
    fc.assert(
      fc.property(accepted, fc.nat(), (flow, place) => {
        const edges = edgesOf(flow);
        const { field } = edges[place % edges.length] as (typeof edges)[number];
        const remarks = checkFlow(withEdge(flow, field, 'nergens'), RANDOM_SETTING);
        expect(remarks.map((remark) => [remark.rule, fieldText(remark.field)])).toEqual([
          ['next', fieldText(field)],
        ]);
      }),
      FIXED,
    );
  });

  it('is refused when a way is led back to the question it came from, or to the start', () => {
    fc.assert(
      fc.property(accepted, fc.nat(), fc.boolean(), (flow, place, home) => {
        const edges = edgesOf(flow);
        const { field, from } = edges[place % edges.length] as (typeof edges)[number];
        const remarks = checkFlow(withEdge(flow, field, home ? flow.start : from), RANDOM_SETTING);
        expect(remarks.filter(({ rule }) => rule === 'circle').map((remark) => remark.field)).toContainEqual(
          home && flow.start !== from ? expect.anything() : field,
        );
      }),
      FIXED,
    );
  });

  it('is refused when the last rule of a list, that always holds, is taken away', () => {
    const withRules = accepted.filter((flow) => rulesOf(flow).length > 0);
    fc.assert(
      fc.property(withRules, fc.nat(), (flow, place) => {
        const lists = exitsOf(flow).filter(({ next }) => typeof next !== 'string');
        const { field, next } = lists[place % lists.length] as (typeof lists)[number];
        const remarks = checkFlow(withNext(flow, field, (next as Rule[]).slice(0, -1)), RANDOM_SETTING);
        expect(remarks.map((remark) => [remark.rule, fieldText(remark.field)])).toContainEqual([
          'dead-end',
          fieldText(field),
        ]);
      }),
      FIXED,
    );
  });
});

/** A copy of the flow in which the way that stands in this field leads elsewhere. */
function withEdge(flow: Flow, field: readonly (string | number)[], to: string): Flow {
  const copy = JSON.parse(JSON.stringify(flow));
  const holder = field
    .slice(0, -1)
    .reduce<unknown>((at, part) => (at as Record<string, unknown>)[part], copy);
  (holder as Record<string, unknown>)[String(field.at(-1))] = to;
  return copy;
}

function withNext(flow: Flow, field: readonly (string | number)[], next: Next): Flow {
  return withEdge(flow, field, next as string);
}
