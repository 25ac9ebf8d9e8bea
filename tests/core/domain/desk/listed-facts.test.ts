import { describe, expect, it } from 'vitest';
import { DeskLists } from '../../../../core/domain/desk/desk-lists.ts';
import type { QuestionFacts } from '../../../../core/domain/desk/desk-question.ts';
import { isListed, listedFacts, usualPlace } from '../../../../core/domain/desk/listed-facts.ts';

const lists = DeskLists.parse({
  subCategories: [
    { id: 'digid', names: { nl: 'DigiD' }, category: 'digital-contact', organization: 'logius' },
    { id: 'brief', names: { nl: 'Brief' }, category: 'information' },
  ],
  organizations: ['logius', 'wijkteam'].map((id) => ({ id, names: { nl: id } })),
  places: ['balie', 'jeugd'].map((id) => ({ id, names: { nl: id } })),
});
const DIGID = { category: 'digital-contact', subCategory: 'digid', organization: 'logius' } as const;
const facts = (other: Partial<QuestionFacts>): QuestionFacts => ({
  ...DIGID,
  ...{ channel: 'phone', duration: '5-15', outcome: 'helped', language: 'ar', place: 'jeugd' },
  ...other,
});

describe('what the lists have', () => {
  it.each([
    ['as the list has it', {}, true],
    [
      'with another organisation of the list, a partner say, which staff chose',
      { organization: 'wijkteam' },
      true,
    ],
    ['with none', { organization: null }, true],
    ['not sorted further', { category: 'referral', subCategory: null }, true],
    ['with an organisation that the list has no more', { organization: 'van-vroeger' }, false],
    ['not sorted further, with such a one', { subCategory: null, organization: 'van-vroeger' }, false],
    ['a subject that it has no more', { subCategory: 'van-vroeger' }, false],
    ['a subject that it sorts otherwise', { category: 'information' }, false],
  ] as const)('%s', (_, other, is) => {
    expect(isListed({ ...DIGID, ...other }, lists)).toBe(is);
  });
});

describe('what goes on from one question to the next', () => {
  it.each([
    {},
    { organization: 'wijkteam' },
    { organization: null },
    { category: 'course', subCategory: null },
    { place: 'balie' },
  ] as const)('is all that the lists have: %o', (other) => {
    expect(listedFacts(facts(other), lists)).toEqual(facts(other));
  });

  it('is nothing that the library took off them: what is usual comes in its place', () => {
    const now = (other: Partial<QuestionFacts>, by = lists) => listedFacts(facts(other), by);
    expect(now({ organization: 'van-vroeger' })).toEqual(facts({ organization: 'logius' }));
    expect(now({ category: 'information', subCategory: 'brief', organization: 'van-vroeger' })).toEqual(
      facts({ category: 'information', subCategory: 'brief', organization: null }),
    );
    expect(now({ subCategory: 'van-vroeger' })).toEqual(facts({ subCategory: null }));
    expect(now({ category: 'information' })).toEqual(facts({}));
    expect(now({ place: 'van-vroeger' })).toEqual(facts({ place: 'balie' }));
    // There were no places when the question before was logged.
    expect(now({ place: null })).toEqual(facts({ place: 'balie' }));
    expect(now({}, { ...lists, places: [] })).toEqual(facts({ place: null }));
  });

  it('is usually at the first place of the list', () => {
    expect([usualPlace(lists), usualPlace({ places: [] })]).toEqual(['balie', null]);
  });
});
