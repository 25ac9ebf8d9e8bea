import { expect, test } from 'vitest';
import { beforeText } from '../../../../renderer/staff/log/before-text.ts';
import type { Wording } from '../../../../renderer/staff/log/names.ts';
import { staffSayings } from '../../../../renderer/words/staff-words.ts';
import { aQuestion } from '../../../core/domain/desk/a-question.ts';

const named = (id: string, nl: string) => ({ id, names: { nl } });
const wording: Wording = {
  say: staffSayings('nl'),
  language: 'nl',
  lists: {
    subCategories: [{ ...named('digid', 'DigiD'), category: 'digital-contact' }],
    organizations: [named('duo', 'DUO')],
    places: [named('hal', 'De hal')],
  } as never,
};
const NOW = aQuestion({ subCategory: 'digid', organization: null, place: null, language: 'nl' });
const was = (other: Partial<typeof NOW>) => beforeText({ ...NOW, ...other }, NOW, wording);

test('says what it was about and how it ended, and nothing that is as it was', () => {
  expect(was({})).toMatch(/^DigiD · [^·]+ · [^·]+$/);
});

test.each<[string, Partial<typeof NOW>, string]>([
  ['the hour', { at: '2026-10-30T09' }, '30 oktober 2026 09:00'],
  ['the sort of help under the same subject', { category: 'course' }, 'Cursus'],
  ['an organisation', { organization: 'duo' }, 'DUO'],
  ['the way', { channel: 'phone' }, 'Telefoon'],
  ['the place', { place: 'hal' }, 'De hal'],
  ['the language', { language: 'tr' }, 'Turks'],
])('says %s that became otherwise', (_, other, text) => {
  expect(was(other).split(' · ').slice(3).join()).toContain(text);
});

test('says that there was no organisation, where one was filled in', () => {
  expect(beforeText(NOW, { ...NOW, organization: 'duo' }, wording)).toMatch(/ · Geen/);
});
