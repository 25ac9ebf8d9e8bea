import { describe, expect, it } from 'vitest';
import { checkConditions, checkOrder } from '../../../../core/domain/check/check-conditions.ts';
import { fieldText } from '../../../../core/domain/check/finding.ts';
import { type Condition, DONT_KNOW } from '../../../../core/domain/condition.ts';
import type { Flow } from '../../../../core/domain/flow.ts';
import { aFlow } from '../../../builders/a-flow.ts';
import { aChoice, aDate, aNumber, aPostcode, aSeveral, aYesNo } from '../../../builders/a-question.ts';

/** A flow with a question of every kind, that ends with rules which use this condition. */
function withCondition(when: Condition, stale?: string): Flow {
  return aFlow({
    questions: {
      huis: aChoice({ flat: 'huurt-u', boot: 'huurt-u' }),
      'huurt-u': aYesNo('hulp', 'hulp'),
      hulp: aSeveral(['koken', 'wassen'], 'leeftijd'),
      leeftijd: aNumber([0, 120], 'geboren'),
      geboren: aDate(['1900-01-01', 'today'], 'postcode'),
      postcode: aPostcode('slot'),
      slot: aYesNo([{ when, go: 'balie' }, { go: 'balie' }], 'later', stale === undefined ? {} : { stale }),
      later: aYesNo('balie', 'balie'),
    },
  });
}

function said(flow: Flow): string[] {
  return [...checkConditions(flow), ...checkOrder(flow)].map(
    ({ rule, field, message }) => `[${rule}] ${fieldText(field)}: ${message}`,
  );
}

describe('a condition that fits the question it asks about', () => {
  it.each<Condition>([
    { answer: 'huis', is: 'flat' },
    { answer: 'huis', one_of: ['flat', 'boot'] },
    { answer: 'huurt-u', is: 'nee' },
    { answer: 'hulp', includes: 'koken' },
    { answer: 'leeftijd', less_than: 18 },
    { answer: 'leeftijd', one_of: [18, 65] },
    { age: 'geboren', between: [18, 65] },
    { months_since: 'geboren', at_most: 3 },
    { days_since: 'geboren', is: 7 },
    { answer: 'postcode', between: [1000, 1099] },
    { answer: 'postcode', is: 1011 },
    { answer: 'slot', is: 'ja' },
    { not: { and: [{ answer: 'huis', is: 'flat' }, { or: [{ answer: 'slot', is: 'ja' }] }] } },
  ])('is left in peace: %j', (condition) => {
    expect(said(withCondition(condition))).toEqual([]);
  });
});

describe('a condition that does not fit', () => {
  it.each<[string, Condition, string]>([
    [
      'a question that is not there, with what was meant',
      { answer: 'huurtu', is: 'ja' },
      '"huurtu" is no question of this flow. Did you mean "huurt-u"?',
    ],
    [
      'a question that is nothing like one',
      { answer: 'constructor', is: 'ja' },
      '"constructor" is no question of this flow. Correct the name.',
    ],
    ['an outcome', { answer: 'balie', is: 'ja' }, '"balie" is no question of this flow. Correct the name.'],
    [
      'a question that comes later',
      { answer: 'later', is: 'ja' },
      '"later" is never asked before this. Ask it earlier, or leave the condition out.',
    ],
    [
      'an answer that is not there, with what was meant',
      { answer: 'huis', is: 'boott' },
      '"boott" is no answer to that question. Did you mean "boot"?',
    ],
    [
      'an answer that is nothing like one',
      { answer: 'huis', one_of: ['flat', 'kasteel'] },
      '"kasteel" is no answer to that question. Use one of: flat, boot.',
    ],
    [
      'yes and no in English',
      { answer: 'huurt-u', is: 'yes' },
      '"yes" is no answer to that question. Use one of: ja, nee.',
    ],
    [
      'an answer of several that is not there',
      { answer: 'hulp', includes: 'koke' },
      '"koke" is no answer to that question. Did you mean "koken"?',
    ],
    [
      'a name where the answer is a number',
      { answer: 'leeftijd', is: 'achttien' },
      '"achttien" is no number, and that is what this compares. Write a number.',
    ],
    [
      'a name where the time since a date is a number',
      { age: 'geboren', one_of: [18, 'twintig'] },
      '"twintig" is no number, and that is what this compares. Write a number.',
    ],
    [
      'figures that no postcode has',
      { answer: 'postcode', between: [123, 1099] },
      '"123" cannot be the figures of a postcode. Write a whole number from 1000 to 9999.',
    ],
    [
      'more figures than a postcode has, among others',
      { answer: 'postcode', one_of: [1011, 10_115] },
      '"10115" cannot be the figures of a postcode. Write a whole number from 1000 to 9999.',
    ],
    [
      '"I don\'t know"',
      { answer: 'huis', is: DONT_KNOW },
      '"I don\'t know" has its own way on and is not tested. Use "dont_know".',
    ],
    [
      '"I don\'t know" among several',
      { answer: 'hulp', includes: DONT_KNOW },
      '"I don\'t know" has its own way on and is not tested. Use "dont_know".',
    ],
    [
      'an age of what is no date',
      { age: 'leeftijd', less_than: 18 },
      '"leeftijd" asks for no date, so no time can be counted from it. Use "answer".',
    ],
    [
      'a date itself',
      { answer: 'geboren', less_than: 18 },
      'Of a date the time until today is tested. Use "age", "months_since" or "days_since", not "answer".',
    ],
    [
      '"includes" for one answer',
      { answer: 'huis', includes: 'flat' },
      'Only a question of kind several is tested with "includes". Use "is".',
    ],
    [
      '"is" for several answers',
      { answer: 'hulp', is: 'koken' },
      'A question of kind several is tested with "includes". Use that, once for every answer.',
    ],
    [
      'an amount of a choice',
      { answer: 'huis', less_than: 5 },
      'A question of kind choice has no amount. Use "is" or "one_of".',
    ],
    [
      'an amount of a yes-no question',
      { answer: 'huurt-u', between: [1, 2] },
      'A question of kind yes-no has no amount. Use "is" or "one_of".',
    ],
  ])('is found: %s', (_, condition, message) => {
    expect(said(withCondition(condition))).toEqual([`[condition] questions.slot.yes[0].when: ${message}`]);
  });

  it('is found inside other conditions, at its own place', () => {
    const nested = {
      or: [{ answer: 'huis', is: 'flat' }, { not: { and: [{ answer: 'huis', is: 'tent' }] } }],
    };
    expect(said(withCondition(nested))[0]).toMatch(
      /^\[condition] questions\.slot\.yes\[0]\.when\.or\[1]\.not\.and\[0]:/,
    );
  });
});

describe('a parameter in a rule', () => {
  const young = { answer: 'leeftijd', less_than: { parameter: 'huur.leeftijd' } };

  it('needs a way for the day on which it has no value', () => {
    expect(said(withCondition(young))).toEqual([
      '[stale] questions.slot: A rule here uses a parameter. Add "stale": where to go on a day when it has no value.',
    ]);
    expect(said(withCondition(young, 'balie'))).toEqual([]);
  });

  it('needs it once, however many rules use parameters', () => {
    const rules = [{ when: young, go: 'balie' }, { when: { not: young }, go: 'balie' }, { go: 'balie' }];
    expect(
      said(aFlow({ questions: { leeftijd: aNumber([0, 120], rules, { dont_know: rules }) } })),
    ).toHaveLength(1);
  });

  it('is the only reason for such a way', () => {
    expect(said(withCondition({ answer: 'huis', is: 'flat' }, 'balie'))).toEqual([
      '[stale] questions.slot.stale: No rule here uses a parameter, so this way is never taken. Remove it.',
    ]);
  });
});
