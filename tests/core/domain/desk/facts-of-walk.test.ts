import { expect, it } from 'vitest';
import { DeskLists } from '../../../../core/domain/desk/desk-lists.ts';
import { factsOfWalk } from '../../../../core/domain/desk/facts-of-walk.ts';

const lists = DeskLists.parse({
  subCategories: [
    {
      id: 'schulden',
      names: { nl: 'Schulden' },
      category: 'referral',
      organization: 'gemeente',
      flows: ['schulden'],
    },
  ],
  organizations: [{ id: 'gemeente', names: { nl: 'Gemeente' } }],
  places: [],
});
const last = { channel: 'phone', place: 'balie' } as const;

it('knows what the question was from the flow, and how long it took', () => {
  expect(factsOfWalk({ flow: 'schulden', minutes: 16, language: 'en' }, lists, last)).toEqual({
    ...{ category: 'referral', subCategory: 'schulden', organization: 'gemeente', language: 'en' },
    ...{ duration: '15-30', outcome: 'answered', ...last },
  });
});

it('says of a flow that the library did not sort what all flows are about', () => {
  expect(factsOfWalk({ flow: 'anders', minutes: 1, language: 'nl' }, lists, last)).toMatchObject({
    ...{ category: 'digital-contact', subCategory: null, organization: null, duration: 'under-5' },
  });
});
