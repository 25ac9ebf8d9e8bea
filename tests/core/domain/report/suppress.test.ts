import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  LEAST_SHOWN,
  type Shown,
  suppressNumber,
  suppressParts,
} from '../../../../core/domain/report/suppress.ts';

describe('a number that stands alone', () => {
  it('is told from five on, and when it is none', () => {
    expect([0, 1, 4, 5, 90].map(suppressNumber)).toEqual([0, 'few', 'few', 5, 90]);
  });
});

describe('parts and their total', () => {
  it.each([
    ['nothing small', [6, 8, 0], 14, [6, 8, 0], 14],
    ['one small part hides the smallest other', [3, 20, 9], 32, ['few', 20, 'hidden'], 32],
    ['two small parts hide each other', [3, 2, 20], 25, ['few', 'few', 20], 25],
    ['two that can only be 1 hide another', [1, 1, 20, 30], 52, ['few', 'few', 'hidden', 30], 52],
    ['two that can only be 4 hide another', [4, 4, 20], 28, ['few', 'few', 'hidden'], 28],
    ['where the hidden one can only be 5, another', [1, 5, 9], 15, ['few', 'hidden', 'hidden'], 15],
    ['no other to hide: the total', [3], 3 + 4, ['few'], 'hidden'],
    ['a small total', [1, 1], 2, ['few', 'few'], 'few'],
  ] as const)('%s', (_, parts, total, shown, shownTotal) => {
    expect(suppressParts(parts, total)).toEqual({ parts: shown, total: shownTotal });
  });

  it('tell no small part to whoever tries all numbers that they can be', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 0, max: 9 }), { minLength: 1, maxLength: 5 }), (parts) => {
        const total = parts.reduce((sum, part) => sum + part, 0);
        const told = suppressParts(parts, total);
        const possible = parts.map(() => new Set<number>());
        for (const tried of every(told.parts, total))
          if (fits(told.total, tried)) tried.forEach((part, index) => void possible[index]?.add(part));
        parts.forEach((part, index) => {
          if (part > 0 && part < LEAST_SHOWN) expect(possible[index]?.size).toBeGreaterThan(1);
        });
      }),
      { numRuns: 300 },
    );
  });
});

/** Every row of numbers that would be told so. */
function* every(told: readonly Shown[], most: number): Generator<number[]> {
  const [first, ...rest] = told;
  if (first === undefined) return yield [];
  const tried =
    first === 'few'
      ? [1, 2, 3, 4]
      : first === 'hidden'
        ? Array.from({ length: Math.max(0, most - 4) }, (_, index) => index + 5)
        : [first];
  for (const one of tried) for (const others of every(rest, most)) yield [one, ...others];
}

function fits(total: Shown, parts: readonly number[]): boolean {
  const sum = parts.reduce((all, part) => all + part, 0);
  if (total === 'hidden') return true;
  return total === 'few' ? sum > 0 && sum < LEAST_SHOWN : sum === total;
}
