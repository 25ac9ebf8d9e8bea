import { expect, test } from 'vitest';
import { syllablesIn } from '../../../core/domain/dutch-syllables.ts';

test.each([
  [1, 'u huis trein nieuw leeuw draai één UWV x 123 kwijt'],
  [2, 'gemeen baby yoga bureau cliënt geïnd groeien zeeën ID-kaart'],
  [3, 'gemeente museum museums ideeën ruïne theater huurtoeslag'],
  [4, 'bibliotheek e-mailadres beantwoorden beïnvloeden financieel inburgeren'],
  [5, 'coördinatie officiële organisatie'],
  [6, 'kinderopvangtoeslag'],
])('%d: %s', (count, words) => {
  for (const word of words.split(' ')) expect([word, syllablesIn(word)]).toEqual([word, count]);
});

test('nothing to say counts as one', () => {
  expect(syllablesIn('-')).toBe(1);
  expect(syllablesIn('')).toBe(1);
});
