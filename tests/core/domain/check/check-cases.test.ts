import { describe, expect, it } from 'vitest';
import { checkCases } from '../../../../core/domain/check/check-cases.ts';
import { fieldText } from '../../../../core/domain/check/finding.ts';
import { type Answers, DONT_KNOW } from '../../../../core/domain/condition.ts';
import type { FlowCase } from '../../../../core/domain/flow.ts';
import { aFlow } from '../../../builders/a-flow.ts';
import { aParameter } from '../../../builders/a-parameter.ts';
import { aChoice, aDate, aNumber, aPostcode, aSeveral, aYesNo } from '../../../builders/a-question.ts';
import { TODAY } from '../../../builders/today.ts';

const YOUNG = { answer: 'leeftijd', less_than: { parameter: 'huur.leeftijd' } };
const flow = aFlow({
  questions: {
    'huurt-u': aYesNo('leeftijd', 'niet'),
    leeftijd: aNumber([0, 120], [{ when: YOUNG, go: 'te-jong' }, { go: 'wel' }], { stale: 'balie' }),
  },
  outcomes: ['niet', 'te-jong', 'wel'],
});
const LAST_YEAR = { valid_from: '2026-01-01', valid_until: '2026-12-31' };
const SETTING = { today: TODAY, parameters: { 'huur.leeftijd': aParameter(18, LAST_YEAR) } };
const NEXT_YEAR = { ...SETTING, today: '2027-01-01' };

function aCase(answers: Answers, outcome: string, parts: Partial<FlowCase> = {}): FlowCase {
  return { name: 'proef', answers, outcome, ...parts };
}

function said(single: FlowCase, setting = SETTING): string[] {
  return checkCases(flow, [single], setting).map(
    ({ severity, rule, field, message }) => `${severity} [${rule}] ${fieldText(field)}: ${message}`,
  );
}

describe('a case', () => {
  it.each([
    aCase({ 'huurt-u': 'ja', leeftijd: 30 }, 'wel'),
    aCase({ 'huurt-u': 'ja', leeftijd: 17 }, 'te-jong'),
    aCase({ 'huurt-u': 'nee' }, 'niet'),
    aCase({ 'huurt-u': DONT_KNOW }, 'balie'),
  ])('that comes out is left in peace: %j', (single) => {
    expect(said(single)).toEqual([]);
  });

  it('that comes out elsewhere is told where, and along which way', () => {
    expect(said(aCase({ 'huurt-u': 'ja', leeftijd: 18 }, 'te-jong'))).toEqual([
      'error [case] [0].outcome: Case "proef": expected "te-jong", but the answers lead to "wel" ' +
        '(huurt-u → leeftijd → wel). Mend the flow or the case.',
    ]);
  });

  it('that stops half-way is told where', () => {
    expect(said(aCase({ 'huurt-u': 'ja' }, 'wel'))).toEqual([
      'error [case] [0].answers: Case "proef": it stops at "leeftijd", which has no answer. Add one.',
    ]);
  });

  it('that names a question or an outcome that is not there is told what was meant', () => {
    expect(said(aCase({ huurtu: 'ja' }, 'wel'))).toEqual([
      'error [case] [0].answers.huurtu: Case "proef": "huurtu" is no question of this flow. Did you mean "huurt-u"?',
    ]);
    expect(said(aCase({ iets: 'ja' }, 'wel'))).toEqual([
      'error [case] [0].answers.iets: Case "proef": "iets" is no question of this flow. Correct its name.',
    ]);
    expect(said(aCase({ 'huurt-u': 'nee' }, 'nit'))).toEqual([
      'error [case] [0].outcome: Case "proef": "nit" is no outcome of this flow. Did you mean "niet"?',
    ]);
  });

  it('that answers what is not asked is told so', () => {
    expect(said(aCase({ 'huurt-u': 'nee', leeftijd: 30 }, 'niet'))).toEqual([
      'error [case] [0].answers.leeftijd: Case "proef": "leeftijd" is not asked on this path (huurt-u → niet). ' +
        'Leave it out of the case.',
    ]);
  });

  it('is found by its place among the cases', () => {
    const cases = [aCase({ 'huurt-u': 'nee' }, 'niet'), aCase({ 'huurt-u': 'nee' }, 'wel')];
    expect(checkCases(flow, cases, SETTING).map(({ field }) => field)).toEqual([[1, 'outcome']]);
  });
});

describe('an answer in a case that does not fit', () => {
  it.each<[string, ReturnType<typeof aFlow>['questions'][string], Answers[string], string]>([
    ['a choice', aChoice({ flat: 'balie', boot: 'balie' }), 'tent', 'one of: flat, boot'],
    ['a yes-no question', aYesNo('balie', 'balie'), 'yes', 'ja or nee'],
    [
      'a question of kind several',
      aSeveral(['koken', 'wassen'], 'balie'),
      'koken',
      'a list of: koken, wassen',
    ],
    ['a number', aNumber([0, 120], 'balie'), 121, 'a whole number from 0 to 120'],
    ['a date', aDate(['1900-01-01', 'today'], 'balie'), '2027-01-01', 'a day from 1900-01-01 to today'],
    ['a postcode', aPostcode('balie'), '1011 AB', 'a postcode as in 1234AB'],
  ])('is told what fits: %s', (_, question, answer, fitting) => {
    const single = aCase({ q: answer }, 'balie');
    expect(checkCases(aFlow({ questions: { q: question } }), [single], SETTING)).toEqual([
      {
        severity: 'error',
        rule: 'case',
        field: [0, 'answers', 'q'],
        message: `Case "proef": "${answer}" is no answer to "q". Write ${fitting}, or weet-niet.`,
      },
    ]);
  });

  it('is told to lose its quotes when it is a number', () => {
    const single = aCase({ q: '72' }, 'balie');
    const flow = aFlow({ questions: { q: aNumber([0, 120], 'balie') } });
    expect(checkCases(flow, [single], SETTING)[0]?.message).toBe(
      'Case "proef": "72" is no answer to "q". Take the quotes away from the number.',
    );
  });

  it('is not mistaken for what every object has', () => {
    const odd = aFlow({ questions: { constructor: aYesNo('balie', 'balie') } });
    expect(checkCases(odd, [aCase({}, 'balie')], SETTING)[0]?.message).toContain('which has no answer');
  });
});

describe('the day of a case', () => {
  const single = aCase({ 'huurt-u': 'ja', leeftijd: 30 }, 'wel');

  it('is its own day, when it has one: then it comes out for ever', () => {
    expect(said({ ...single, today: TODAY }, NEXT_YEAR)).toEqual([]);
  });

  it('is today without one, and when a parameter has no value then, the editor is warned', () => {
    expect(said(single, NEXT_YEAR)).toEqual([
      'warning [case] [0]: Case "proef": it cannot be tried on 2027-01-01, when a parameter has no value. Add "today: …".',
    ]);
  });

  it('can be one on which the stale way must be taken', () => {
    expect(said(aCase({ 'huurt-u': 'ja', leeftijd: 30 }, 'balie', { today: '2027-01-01' }))).toEqual([]);
    expect(said({ ...single, today: '2027-01-01' })).toEqual([
      'error [case] [0].outcome: Case "proef": expected "wel", but the answers lead to "balie" ' +
        '(huurt-u → leeftijd → balie). Mend the flow or the case.',
    ]);
  });

  it('does not matter on the way that needs no parameter', () => {
    expect(said(aCase({ 'huurt-u': 'nee' }, 'niet'), NEXT_YEAR)).toEqual([]);
    expect(said(aCase({ 'huurt-u': 'nee' }, 'wel'), NEXT_YEAR)[0]).toMatch(/^error/);
  });
});
