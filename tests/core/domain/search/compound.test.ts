import { describe, expect, test } from 'vitest';
import { endsOf, partsOf } from '../../../../core/domain/search/compound.ts';

const WORDS = new Set(
  'huur toeslag aanvraag huurtoeslag belasting brief zorg verzekering gas rekening kind opvang uit kering baan kwijt'.split(
    ' ',
  ),
);
const parts = (word: string, language = 'nl') => partsOf(word, language, (part) => WORDS.has(part));

describe('a compound', () => {
  test.each([
    ['belastingbrief', ['belasting', 'brief']],
    ['zorgverzekeringsbrief', ['zorg', 'verzekering', 'brief']],
    ['huurtoeslagaanvraag', ['huurtoeslag', 'aanvraag']],
    ['kinderopvang', ['kind', 'opvang']],
    ['gasrekening', ['gas', 'rekening']],
    ['baankwijt', ['baan', 'kwijt']],
  ])('%s is taken apart into the fewest known words', (word, expected) => {
    expect(parts(word)).toEqual(expected);
  });

  test.each(['uitkering', 'brief', 'huurxtoeslag', 'toeslagx', 'aanv', ''])(
    '%s is not made of known words',
    (word) => {
      expect(parts(word)).toBeUndefined();
    },
  );

  test('has the links of its own language', () => {
    expect(parts('verzekeringsbrief', 'en')).toBeUndefined();
    expect(parts('belastingbrief', 'en')).toEqual(['belasting', 'brief']);
  });

  test('of endless length is left whole, and takes no time', () => {
    const asked: string[] = [];
    partsOf('a'.repeat(10_000), 'nl', (part) => asked.push(part) > 0);
    expect(asked).toEqual([]);
    partsOf('ab'.repeat(30), 'nl', (part) => asked.push(part) > 0);
    expect(asked.length).toBeLessThan(5000);
  });
});

describe('a word that is not made of known words', () => {
  const ends = (word: string) => endsOf(word, (part) => WORDS.has(part));

  test('has the longest known words that it begins and ends with', () => {
    expect(ends('navorderingsbrief')).toEqual(['brief']);
    expect(ends('huurtoeslagdinges')).toEqual(['huurtoeslag']);
    expect(ends('briefnavordering')).toEqual(['brief']);
  });

  test.each(['brief', 'zobrief', 'kindxyz', 'x', 'brief'.repeat(20)])('%s has none', (word) => {
    expect(ends(word)).toEqual([]);
  });
});
