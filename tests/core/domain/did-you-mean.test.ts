import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { didYouMean, editDistance } from '../../../core/domain/did-you-mean.ts';

const SEED = 20261124;

describe('what was probably meant', () => {
  test.each([
    ['two letters swapped', 'hius', ['kamer', 'huis'], 'huis'],
    ['a letter too few', 'hur', ['huur'], 'huur'],
    ['a letter too many', 'huuur', ['huur'], 'huur'],
    ['another letter', 'huus', ['huis'], 'huis'],
    ['capitals', 'Huis', ['huis'], 'huis'],
    [
      'several mistakes in a long word',
      'mischien-hurtoeslga',
      ['geen-recht', 'misschien-huurtoeslag'],
      'misschien-huurtoeslag',
    ],
    ['the beginning', 'misschien', ['nee', 'misschien-huurtoeslag'], 'misschien-huurtoeslag'],
    ['a part', 'huurtoeslag', ['nee', 'misschien-huurtoeslag'], 'misschien-huurtoeslag'],
    ['the nearest of two', 'balei', ['baan', 'balie'], 'balie'],
    ['the first of equals', 'bel', ['bal', 'bol'], 'bal'],
  ])('%s', (_, word, candidates, meant) => {
    expect(didYouMean(word, candidates)).toBe(meant);
  });

  test.each([
    ['nothing comes near', 'zorg', ['digid', 'kamer']],
    ['too many mistakes for a short word', 'geld', ['werk', 'gulden']],
    ['a very short word is no beginning', 'ja', ['januari']],
    ['there is nothing to choose from', 'huis', []],
  ])('undefined: %s', (_, word, candidates) => {
    expect(didYouMean(word, candidates)).toBeUndefined();
  });
});

describe('the edit distance', () => {
  const words = fc.string({ maxLength: 12, unit: fc.constantFrom('a', 'b', 'c', 'é', '🙂') });

  test('counts letters, also those outside the basic plane', () => {
    expect(editDistance('ca', 'ac')).toBe(1);
    expect(editDistance('🙂a', 'a')).toBe(1);
    expect(editDistance('', 'abc')).toBe(3);
  });

  test('is the same both ways, and nothing only between equals', () => {
    fc.assert(
      fc.property(words, words, (one, other) => {
        expect(editDistance(one, other)).toBe(editDistance(other, one));
        expect(editDistance(one, other) === 0).toBe(one === other);
      }),
      { seed: SEED },
    );
  });
});
