import { expect, it } from 'vitest';
import { factWords } from '../../maps/fact-words.ts';
import { mapWords } from '../../maps/map-words.ts';

it('are there in the languages of the screens, and Dutch elsewhere', () => {
  const keys = Object.keys(factWords('nl')).sort();
  for (const language of ['nl', 'en', 'ar']) {
    expect(Object.keys(factWords(language)).sort()).toEqual(keys);
    expect(Object.values(factWords(language)).every((word) => word.trim() !== '')).toBe(true);
  }
  expect(factWords('en').right).toBe('Right');
  expect(factWords('tr')).toBe(factWords('nl'));
  expect(mapWords('ar').yes).not.toBe(mapWords('nl').yes);
});
