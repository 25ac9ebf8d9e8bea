import { expect, test } from 'vitest';
import { mapWords } from '../../maps/map-words.ts';

test.each(['nl', 'en', 'ar'])('%s has a word for everything on a map', (language) => {
  const words = mapWords(language);
  const texts = Object.values(words).flatMap((word) =>
    typeof word === 'string' ? [word] : Object.values(word),
  );
  expect(texts.filter((text) => text.trim() === '')).toEqual([]);
  expect(Object.keys(words).sort()).toEqual(Object.keys(mapWords('nl')).sort());
});

test('each language has words of its own, and any other has the Dutch ones', () => {
  expect(new Set(['nl', 'en', 'ar'].map((language) => mapWords(language).dontKnow)).size).toBe(3);
  expect(mapWords('uk')).toBe(mapWords('nl'));
});
