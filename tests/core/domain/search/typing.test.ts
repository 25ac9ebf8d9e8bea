import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { deletionsOf, hashOf, slipsBetween } from '../../../../core/domain/search/typing.ts';

describe('the slips between two words', () => {
  test.each([
    ['toeslag', 'toeslag', 0],
    ['toeslag', 'toeslagg', 1],
    ['toeslag', 'toelag', 1],
    ['toeslag', 'toeslog', 1],
    ['toeslag', 'teoslag', 1],
    ['toeslag', 'boeslag', 1],
    ['toeslag', 'teoslga', 2],
    ['ab', 'ba', 1],
    ['', 'ab', 2],
  ])('%s and %s: %i', (one, other, slips) => {
    expect(slipsBetween(one, other, 2)).toBe(slips);
    expect(slipsBetween(other, one, 2)).toBe(slips);
  });

  test('are counted no further than is asked', () => {
    expect(slipsBetween('brief', 'huur', 1)).toBe(2);
    expect(slipsBetween('brief', 'belastingbrief', 2)).toBe(3);
  });
});

describe('a word without a letter', () => {
  test('is shared by every word that is one slip away', () => {
    const word = fc.string({ unit: fc.constantFrom(...'abcd'), minLength: 2, maxLength: 6 });
    fc.assert(
      fc.property(word, word, (one, other) => {
        fc.pre(slipsBetween(one, other, 1) <= 1);
        const shared = deletionsOf(one).filter((each) => deletionsOf(other).includes(each));
        expect(shared.length).toBeGreaterThan(0);
      }),
    );
  });

  test('is there once for letters that are the same', () => {
    expect(deletionsOf('zee')).toEqual(['zee', 'ee', 'ze']);
  });
});

test('the number of a text is the same everywhere: FNV-1a', () => {
  expect(hashOf('')).toBe(0x811c9dc5);
  expect(hashOf('a')).toBe(0xe40c292c);
  expect(hashOf('foobar')).toBe(0xbf9cf968);
});
