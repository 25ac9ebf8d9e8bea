import fc from 'fast-check';
import { expect, test } from 'vitest';
import { amountPatterns, mayHoldAmount } from '../../../core/domain/amount-patterns.ts';

const SEED = 20261124;

/** Pieces of which every kind of amount can be made, and what is like them. */
const PIECES = [
  ...'twee drie zeven acht negen tien elf twaalf twintig dertig honderd duizend miljoen eenentwintig'.split(
    ' ',
  ),
  ...'two three seven twenty twenty-one sixty hundred ninety zero eleven fifteen'.split(' '),
  ...'een eerste half halve anderhalf anderhalve Half ſeven zeſ zelf wachten achter tientje'.split(' '),
  ...'1 12 1.234 2027 18e 0800 1234 088 12:30 € EUR % + - – . , / procent euro cent'.split(' '),
  ...'januari mei jan. May March jaar maand weken dagen uur jarig plus oud ouder dan tot en of van'.split(
    ' ',
  ),
  ...'year years old months hours pm over aged under an percent birthday verjaardag leeftijd kind u bent'.split(
    ' ',
  ),
];

const words = fc
  .array(fc.tuple(fc.constantFrom(...PIECES), fc.constantFrom(' ', '', '-', ' ')), {
    minLength: 1,
    maxLength: 7,
  })
  .map((pieces) => pieces.flat().join('').trim());

test.each(['nl', 'en', 'ar'] as const)(
  'in %s no pattern finds anything where there is no number',
  (language) => {
    let found = 0;
    fc.assert(
      fc.property(words, (text) => {
        if (!amountPatterns(language).some(({ pattern }) => text.search(pattern) >= 0)) return;
        found++;
        expect(mayHoldAmount(text, language), text).toBe(true);
      }),
      { seed: SEED, numRuns: 5000 },
    );
    expect(found).toBeGreaterThan(100);
  },
);

test.each([
  ['nl', 'op eerste januari'],
  ['nl', 'een half jaar'],
  ['nl', 'Halve dagen'],
  ['nl', 'anderhalve week'],
  ['nl', 'eenentwintig dagen'],
  ['en', 'half an hour'],
  ['en', 'Twenty days'],
])('in %s "%s" holds one by a single word', (language, text) => {
  expect(amountPatterns(language).some(({ pattern }) => text.search(pattern) >= 0)).toBe(true);
  expect(mayHoldAmount(text, language)).toBe(true);
});

test('an ordinary text holds none', () => {
  expect(mayHoldAmount('U kunt hier wachten tot u geholpen wordt. U regelt het zelf.', 'nl')).toBe(false);
  expect(mayHoldAmount('You can often wait here, on your own.', 'en')).toBe(false);
  expect(mayHoldAmount('Tweede keus en half werk', 'ar')).toBe(false);
});
