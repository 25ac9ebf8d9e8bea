import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Answer, type Answers, DONT_KNOW } from '../../../core/domain/condition.ts';
import type { Question } from '../../../core/domain/flow.ts';
import { BrokenFlowError, fits, questionOf, stepBack, turnAt, walk } from '../../../core/domain/walk.ts';
import { aFlow } from '../../builders/a-flow.ts';
import { aParameter, aStaleParameter } from '../../builders/a-parameter.ts';
import { aChoice, aDate, aNumber, aPostcode, aSeveral, aYesNo } from '../../builders/a-question.ts';
import { answersTo, SETTING as RANDOM_SETTING, randomFlow } from '../../builders/random-flow.ts';
import { TODAY } from '../../builders/today.ts';

const SETTING = { today: TODAY, parameters: { 'huur.leeftijd': aParameter(18) } };
const STALE = { today: TODAY, parameters: { 'huur.leeftijd': aStaleParameter(18) } };
const YOUNG = { answer: 'leeftijd', less_than: { parameter: 'huur.leeftijd' } };

/** Do you rent? If so: how old are you? */
const flow = aFlow({
  questions: {
    'huurt-u': aYesNo('leeftijd', 'niet'),
    leeftijd: aNumber([0, 120], [{ when: YOUNG, go: 'te-jong' }, { go: 'wel' }], { stale: 'vraag-het' }),
  },
  outcomes: ['niet', 'te-jong', 'wel', 'vraag-het'],
});

describe('a walk', () => {
  it('begins at the first question', () => {
    expect(walk(flow, {}, SETTING)).toEqual({
      at: { kind: 'question', id: 'huurt-u' },
      trail: [],
      stale: false,
    });
  });

  it('goes on to the question that the answer leads to', () => {
    const { at, trail } = walk(flow, { 'huurt-u': 'ja' }, SETTING);
    expect(at).toEqual({ kind: 'question', id: 'leeftijd' });
    expect(trail).toEqual(['huurt-u']);
  });

  it.each<[Answers, string]>([
    [{ 'huurt-u': 'nee' }, 'niet'],
    [{ 'huurt-u': DONT_KNOW }, 'balie'],
    [{ 'huurt-u': 'ja', leeftijd: 17 }, 'te-jong'],
    [{ 'huurt-u': 'ja', leeftijd: 18 }, 'wel'],
    [{ 'huurt-u': 'ja', leeftijd: DONT_KNOW }, 'balie'],
  ])('with %j ends in %s', (answers, outcome) => {
    expect(walk(flow, answers, SETTING)).toEqual({
      at: { kind: 'outcome', id: outcome },
      trail: Object.keys(answers),
      stale: false,
    });
  });

  it('takes the stale way on a day when the parameter has no value, and says so', () => {
    const walked = walk(flow, { 'huurt-u': 'ja', leeftijd: 17 }, STALE);
    expect(walked.at.id).toBe('vraag-het');
    expect(walked.stale).toBe(true);
  });

  it('remembers further on that it took a stale way', () => {
    const further = aFlow({
      questions: {
        leeftijd: aNumber([0, 120], [{ when: YOUNG, go: 'wel' }, { go: 'wel' }], { stale: 'huurt-u' }),
        'huurt-u': aYesNo('wel', 'balie'),
      },
      outcomes: ['wel'],
    });
    expect(walk(further, { leeftijd: 5, 'huurt-u': 'ja' }, STALE).stale).toBe(true);
  });

  it('stops at a question whose answer does not fit', () => {
    expect(walk(flow, { 'huurt-u': 'misschien', leeftijd: 18 }, SETTING).at.id).toBe('huurt-u');
    expect(walk(flow, { 'huurt-u': 'ja', leeftijd: 121 }, SETTING).at.id).toBe('leeftijd');
  });

  it('does not look at answers off the way, not in its conditions either', () => {
    const crossing = aFlow({
      questions: {
        'huurt-u': aYesNo('leeftijd', 'vertrek'),
        leeftijd: aNumber([0, 120], 'vertrek'),
        vertrek: aYesNo(
          [{ when: { answer: 'leeftijd', less_than: 18 }, go: 'te-jong' }, { go: 'wel' }],
          'niet',
        ),
      },
      outcomes: ['te-jong', 'wel', 'niet'],
    });
    const answers = { leeftijd: 5, vertrek: 'ja' };
    expect(walk(crossing, { ...answers, 'huurt-u': 'nee' }, SETTING).at.id).toBe('wel');
    expect(walk(crossing, { ...answers, 'huurt-u': 'ja' }, SETTING).at.id).toBe('te-jong');
  });

  it('can be a flow without questions', () => {
    expect(walk(aFlow({ start: 'balie', questions: {} }), {}, SETTING).at).toEqual({
      kind: 'outcome',
      id: 'balie',
    });
  });
});

describe('a walk through a flow that the check would refuse', () => {
  it('says that the flow lacks a node', () => {
    const torn = aFlow({ questions: { 'huurt-u': aYesNo('nergens', 'constructor') } });
    expect(() => walk(torn, { 'huurt-u': 'ja' }, SETTING)).toThrow(
      new BrokenFlowError('Flow "huur" leads to "nergens", which it does not have.'),
    );
    expect(() => walk(torn, { 'huurt-u': 'nee' }, SETTING)).toThrow(BrokenFlowError);
    expect(() => questionOf(torn, 'balie')).toThrow(BrokenFlowError);
  });

  it('says that the flow goes in a circle', () => {
    const round = aFlow({ questions: { een: aYesNo('twee', 'balie'), twee: aYesNo('een', 'balie') } });
    expect(() => walk(round, { een: 'ja', twee: 'ja' }, SETTING)).toThrow(
      new BrokenFlowError('Flow "huur" comes back to question "een".'),
    );
  });

  it('says that no rule leads on, or that a parameter is stale without a stale way', () => {
    const open = [{ when: YOUNG, go: 'balie' }];
    const stuck = aFlow({ questions: { leeftijd: aNumber([0, 120], open) } });
    const message = 'Flow "huur" has no way on from question "leeftijd".';
    expect(() => walk(stuck, { leeftijd: 20 }, SETTING)).toThrow(new BrokenFlowError(message));
    expect(() => walk(stuck, { leeftijd: 5 }, STALE)).toThrow(new BrokenFlowError(message));
  });
});

describe('one turn', () => {
  const leeftijd = questionOf(flow, 'leeftijd');

  it('tells how each rule was judged, up to the one that holds', () => {
    const heard: string[] = [];
    const hear = (_: unknown, truth: string) => heard.push(truth);
    expect(turnAt(leeftijd, 20, { leeftijd: 20 }, SETTING, hear)).toEqual({ go: 'wel', stale: false });
    expect(turnAt(leeftijd, 5, { leeftijd: 5 }, SETTING, hear)).toEqual({ go: 'te-jong', stale: false });
    expect(turnAt(leeftijd, 5, { leeftijd: 5 }, STALE, hear)).toEqual({ go: 'vraag-het', stale: true });
    expect(heard).toEqual(['no', 'yes', 'yes', 'stale']);
  });

  it('leads nowhere for an answer that the question does not have', () => {
    expect(turnAt(aChoice({ a: 'balie' }), 'b', {}, SETTING)).toBeUndefined();
  });
});

describe('one step back', () => {
  it('takes away the last answer on the way, and only that', () => {
    const answers = { 'huurt-u': 'ja', leeftijd: 18 };
    expect(stepBack(flow, answers, SETTING)).toEqual({ 'huurt-u': 'ja' });
    expect(stepBack(flow, { 'huurt-u': 'nee', leeftijd: 18 }, SETTING)).toEqual({ leeftijd: 18 });
  });

  it('changes nothing at the first question', () => {
    expect(stepBack(flow, {}, SETTING)).toEqual({});
  });
});

describe('an answer that fits', () => {
  const choice = aChoice({ huis: 'balie', kamer: 'balie' });
  const several = aSeveral(['koken', 'wassen'], 'balie');
  const number = aNumber([1, 10], 'balie');
  const date = aDate(['2000-01-01', 'today'], 'balie');
  const toCome = aDate(['today', '2030-12-31'], 'balie');

  it.each<[Question, Answer[], Answer[]]>([
    [choice, ['huis'], ['boot', 'constructor', 5, ['huis']]],
    [aYesNo('balie', 'balie'), ['ja', 'nee'], ['yes', 'misschien', 1, ['ja']]],
    [
      several,
      [[], ['koken'], ['wassen', 'koken']],
      ['koken', ['koken', 'koken'], ['boot'], ['constructor'], 1],
    ],
    [number, [1, 10], [0, 11, 1.5, '5', Number.NaN, ['5']]],
    [date, ['2000-01-01', TODAY], ['1999-12-31', '2026-11-25', '2024-02-30', 'today', 20_000, []]],
    [toCome, [TODAY, '2030-12-31'], ['2026-11-23', '2031-01-01']],
    [aPostcode('balie'), ['1011AB', '9999ZZ'], ['0123AB', '1011SS', '1011 AB', '1011ab', 1011]],
  ])('a question: %j', (question, good, bad) => {
    for (const answer of [...good, DONT_KNOW])
      expect(fits(question, answer, TODAY), String(answer)).toBe(true);
    for (const answer of bad) expect(fits(question, answer, TODAY), String(answer)).toBe(false);
  });
});

describe('for every flow without circles and any answers', { timeout: 60_000 }, () => {
  const FIXED = { seed: 20261124, numRuns: 300 };
  const anyWalk = randomFlow().chain((any) => fc.record({ any: fc.constant(any), answers: answersTo(any) }));
  const go = (any: ReturnType<typeof aFlow>, answers: Answers) => walk(any, answers, RANDOM_SETTING);
  const only = (answers: Answers, ids: readonly string[]): Answers =>
    Object.fromEntries(Object.entries(answers).filter(([id]) => ids.includes(id)));

  it('walking ends, and asks no question twice', () => {
    fc.assert(
      fc.property(anyWalk, ({ any, answers }) => {
        const { trail, at } = go(any, answers);
        expect(new Set(trail).size).toBe(trail.length);
        expect(trail).not.toContain(at.id);
      }),
      FIXED,
    );
  });

  it('the answers on the trail alone lead to the same place, so those off the way change nothing', () => {
    fc.assert(
      fc.property(anyWalk, ({ any, answers }) => {
        const walked = go(any, answers);
        expect(go(any, only(answers, walked.trail))).toEqual(walked);
      }),
      FIXED,
    );
  });

  it('another answer off the way changes nothing', () => {
    const two = randomFlow().chain((any) =>
      fc.record({ any: fc.constant(any), answers: answersTo(any), others: answersTo(any) }),
    );
    fc.assert(
      fc.property(two, ({ any, answers, others }) => {
        const walked = go(any, answers);
        const known = [...walked.trail, ...(walked.at.kind === 'question' ? [walked.at.id] : [])];
        expect(go(any, { ...others, ...only(answers, known), ...missing(answers, walked.at.id) })).toEqual(
          walked,
        );
      }),
      FIXED,
    );
  });

  it('a step back shortens the trail by one, until it is empty, and what is left is its beginning', () => {
    fc.assert(
      fc.property(anyWalk, ({ any, answers }) => {
        let now = answers;
        let { trail } = go(any, now);
        while (trail.length > 0) {
          now = stepBack(any, now, RANDOM_SETTING);
          const shorter = go(any, now).trail;
          expect(shorter).toEqual(trail.slice(0, -1));
          trail = shorter;
        }
        expect(stepBack(any, now, RANDOM_SETTING)).toEqual(now);
      }),
      FIXED,
    );
  });

  it('an answer that does not fit stops the walk there', () => {
    fc.assert(
      fc.property(anyWalk, fc.nat(), ({ any, answers }, place) => {
        const { trail } = go(any, answers);
        fc.pre(trail.length > 0);
        const index = place % trail.length;
        const stop = trail[index] as string;
        const walked = go(any, { ...answers, [stop]: 'no-such-answer' });
        expect(walked.at).toEqual({ kind: 'question', id: stop });
        expect(walked.trail).toEqual(trail.slice(0, index));
      }),
      FIXED,
    );
  });

  it('answers that all fit lead to an outcome', () => {
    const good = randomFlow().chain((any) =>
      fc.record({ any: fc.constant(any), answers: answersTo(any, 'fitting') }),
    );
    fc.assert(
      fc.property(good, ({ any, answers }) => {
        expect(go(any, answers).at.kind).toBe('outcome');
      }),
      FIXED,
    );
  });
});

/** The answer at the place where the walk stopped, as it was: not there at all, when it was missing. */
function missing(answers: Answers, id: string): Answers {
  return Object.hasOwn(answers, id) ? {} : { [id]: 'no-such-answer' };
}
