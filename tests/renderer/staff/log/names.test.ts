import { expect, test } from 'vitest';
import { DeskLists } from '../../../../core/domain/desk/desk-lists.ts';
import { othersOf } from '../../../../core/domain/desk/favourites.ts';
import { otherText } from '../../../../renderer/staff/log/names.ts';
import { nl } from '../../../../renderer/words/nl/staff.ts';
import { staffSayings } from '../../../../renderer/words/staff-words.ts';

const lists = DeskLists.parse({
  subCategories: [
    { id: 'digid', names: { nl: 'DigiD' }, category: 'digital-contact', organization: 'logius' },
    { id: 'brief', names: { nl: 'Brief' }, category: 'information' },
  ],
  organizations: ['logius', 'uwv'].map((id) => ({ id, names: { nl: id.toUpperCase() } })),
  places: [],
});

test('what stands among the favourites with another organisation is told apart from it by its own', () => {
  const wording = { lists, say: staffSayings('nl'), language: 'nl' } as const;
  const [digid, brief] = othersOf([], lists);
  if (digid === undefined || brief === undefined) throw new Error('the list has two');
  const favourites = [
    { ...digid, organization: 'uwv' },
    { ...brief, organization: 'uwv' },
  ];
  const texts = (of: typeof favourites) => othersOf(of, lists).map((other) => otherText(other, of, wording));
  expect(texts(favourites)).toEqual(['DigiD · LOGIUS', `Brief · ${nl.form.noOrganization}`]);
  expect(texts([])).toEqual(['DigiD', 'Brief']);
});
