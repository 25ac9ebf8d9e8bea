import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Answers, DONT_KNOW } from '../../../core/domain/condition.ts';
import type { Flow } from '../../../core/domain/flow.ts';
import { pathsOf } from '../../../core/domain/paths.ts';
import { walk } from '../../../core/domain/walk.ts';
import { aFlow } from '../../builders/a-flow.ts';
import { aParameter, aStaleParameter } from '../../builders/a-parameter.ts';
import { aNumber, aSeveral, aYesNo } from '../../builders/a-question.ts';
import { answersTo, SETTING as RANDOM_SETTING, randomFlow } from '../../builders/random-flow.ts';
import { TODAY } from '../../builders/today.ts';

const SETTING = { today: TODAY, parameters: { 'huur.leeftijd': aParameter(18) } };
const YOUNG = { answer: 'leeftijd', less_than: { parameter: 'huur.leeftijd' } };

const flow = aFlow({
  questions: {
    'huurt-u': aYesNo('leeftijd', 'niet'),
    leeftijd: aNumber([0, 120], [{ when: YOUNG, go: 'te-jong' }, { go: 'wel' }], { stale: 'balie' }),
  },
  outcomes: ['niet', 'te-jong', 'wel'],
});

function list(any: Flow, setting = SETTING): [Answers, string][] {
  return [...pathsOf(any, setting)].map(({ answers, outcome }) => [answers, outcome]);
}

describe('the paths of a flow', { timeout: 60_000 }, () => {
  it('are one for every sort of answers, in the order of the file', () => {
    expect(list(flow)).toEqual([
      [{ 'huurt-u': 'ja', leeftijd: 0 }, 'te-jong'],
      [{ 'huurt-u': 'ja', leeftijd: 18 }, 'wel'],
      [{ 'huurt-u': 'ja', leeftijd: DONT_KNOW }, 'balie'],
      [{ 'huurt-u': 'nee' }, 'niet'],
      [{ 'huurt-u': DONT_KNOW }, 'balie'],
    ]);
    expect([...pathsOf(flow, SETTING)][0]?.trail).toEqual(['huurt-u', 'leeftijd']);
  });

  it('take the stale ways on a day when a parameter has no value', () => {
    const stale = { today: TODAY, parameters: { 'huur.leeftijd': aStaleParameter(18) } };
    expect(list(flow, stale)).toContainEqual([{ 'huurt-u': 'ja', leeftijd: 0 }, 'balie']);
  });

  it('tell how each rule was judged', () => {
    const heard = new Set<string>();
    [...pathsOf(flow, SETTING, (rule, truth) => heard.add(`${rule.go} ${truth}`))];
    expect([...heard]).toEqual(['te-jong yes', 'te-jong no', 'wel yes']);
  });

  it('stop at a node that is not there, where no way leads on, and before a circle', () => {
    const torn = aFlow({
      questions: {
        een: aYesNo('twee', 'nergens'),
        twee: aYesNo('een', [{ when: { answer: 'een', is: 'nee' }, go: 'balie' }]),
      },
    });
    expect(list(torn)).toEqual([
      [{ een: 'ja', twee: DONT_KNOW }, 'balie'],
      [{ een: DONT_KNOW }, 'balie'],
    ]);
  });

  it('come one by one, so that nobody has to wait for all of too many', () => {
    const ids = Array.from({ length: 40 }, (_, index) => `a${index}`);
    const rules = ids.map((id) => ({ when: { answer: 'q', includes: id }, go: 'balie' }));
    const many = pathsOf(aFlow({ questions: { q: aSeveral(ids, [...rules, { go: 'balie' }]) } }), SETTING);
    expect(many.next().value?.answers).toEqual({ q: [] });
  });

  it('each lead where walking its answers leads', () => {
    fc.assert(
      fc.property(randomFlow(), (any) => {
        for (const { answers, trail, outcome } of pathsOf(any, RANDOM_SETTING)) {
          const walked = walk(any, answers, RANDOM_SETTING);
          expect(walked.at).toEqual({ kind: 'outcome', id: outcome });
          expect(walked.trail).toEqual(trail);
        }
      }),
      { seed: 20261124, numRuns: 100 },
    );
  });

  it('include the way of every visitor: any answers take the questions and the end of one of them', () => {
    const visit = randomFlow().chain((any) =>
      fc.record({ any: fc.constant(any), answers: answersTo(any, 'fitting') }),
    );
    fc.assert(
      fc.property(visit, ({ any, answers }) => {
        const { trail, at } = walk(any, answers, RANDOM_SETTING);
        const ways = new Set(
          [...pathsOf(any, RANDOM_SETTING)].map((path) => [...path.trail, path.outcome].join()),
        );
        expect(ways).toContain([...trail, at.id].join());
      }),
      { seed: 20261124, numRuns: 100 },
    );
  });
});
