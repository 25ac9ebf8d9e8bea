import { describe, expect, it } from 'vitest';
import { fieldText } from '../../../core/domain/check/finding.ts';
import { edgesOf, exitsOf, questionsAhead, rulesOf } from '../../../core/domain/flow-edges.ts';
import { aFlow } from '../../builders/a-flow.ts';
import { aChoice, aNumber, aPostcode, aYesNo } from '../../builders/a-question.ts';

const young = { when: { answer: 'leeftijd', less_than: 18 }, go: 'te-jong' };
const flow = aFlow({
  questions: {
    huis: aChoice({ flat: 'huurt-u', boot: 'niet' }),
    'huurt-u': aYesNo('leeftijd', 'niet'),
    leeftijd: aNumber([0, 120], [young, { go: 'postcode' }], { stale: 'niet' }),
    postcode: aPostcode('wel'),
  },
  outcomes: ['niet', 'te-jong', 'wel'],
});

describe('the edges of a flow', () => {
  it('are every way from a question, in the order of the file, with the field that says so', () => {
    expect(edgesOf(flow).map(({ from, to, field }) => `${from} → ${to}: ${fieldText(field)}`)).toEqual([
      'huis → huurt-u: questions.huis.answers.flat.next',
      'huis → niet: questions.huis.answers.boot.next',
      'huis → balie: questions.huis.dont_know',
      'huurt-u → leeftijd: questions.huurt-u.yes',
      'huurt-u → niet: questions.huurt-u.no',
      'huurt-u → balie: questions.huurt-u.dont_know',
      'leeftijd → te-jong: questions.leeftijd.next[0].go',
      'leeftijd → postcode: questions.leeftijd.next[1].go',
      'leeftijd → balie: questions.leeftijd.dont_know',
      'postcode → wel: questions.postcode.next',
      'postcode → balie: questions.postcode.dont_know',
      'leeftijd → niet: questions.leeftijd.stale',
    ]);
  });

  it('start where a question says how to go on', () => {
    expect(exitsOf(flow)).toHaveLength(10);
    expect(exitsOf(flow)[5]).toEqual({
      question: 'huurt-u',
      field: ['questions', 'huurt-u', 'dont_know'],
      next: 'balie',
    });
  });

  it('have rules, each with its place', () => {
    expect(rulesOf(flow)).toEqual([
      { question: 'leeftijd', field: ['questions', 'leeftijd', 'next', 0], rule: young },
      { question: 'leeftijd', field: ['questions', 'leeftijd', 'next', 1], rule: { go: 'postcode' } },
    ]);
  });
});

describe('the questions that are still ahead', () => {
  it.each([
    ['huis', { fewest: 0, most: 3 }],
    ['huurt-u', { fewest: 0, most: 2 }],
    ['leeftijd', { fewest: 0, most: 1 }],
    ['postcode', { fewest: 0, most: 0 }],
    ['wel', { fewest: 0, most: 0 }],
    ['nergens', { fewest: 0, most: 0 }],
  ])('after %s: %j', (id, ahead) => {
    expect(questionsAhead(flow)(id)).toEqual(ahead);
  });

  it('are counted on the shortest and the longest way', () => {
    const two = aFlow({
      questions: {
        een: aYesNo('twee', 'drie', { dont_know: 'drie' }),
        twee: aYesNo('drie', 'drie', { dont_know: 'drie' }),
        drie: aYesNo('balie', 'balie'),
      },
    });
    expect(questionsAhead(two)('een')).toEqual({ fewest: 1, most: 2 });
  });

  it('can be counted, somehow, when the flow is torn or goes in a circle', () => {
    const torn = aFlow({
      questions: { een: aYesNo('twee', 'nergens'), twee: aYesNo('een', 'een', { dont_know: 'een' }) },
    });
    expect(questionsAhead(torn)('een')).toEqual({ fewest: 0, most: 1 });
  });
});
