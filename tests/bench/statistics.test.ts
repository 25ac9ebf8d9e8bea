import { describe, expect, it } from 'vitest';
import { median, percentile } from '../../bench/statistics.ts';

const upTo = (last: number) => Array.from({ length: last }, (_, index) => index + 1);

describe('median', () => {
  it.each([
    ['one sample', [7], 7],
    ['an odd number, in any order', [9, 1, 5], 5],
    ['an even number: between the two in the middle', [4, 1, 10, 2], 3],
    ['two samples', [1, 2], 1.5],
    ['many', upTo(1000), 500.5],
  ])('of %s', (_, samples, expected) => {
    expect(median(samples)).toBe(expected);
  });
});

describe('percentile', () => {
  it('is a value that was measured, by nearest rank', () => {
    expect([0, 0.5, 0.99, 1].map((part) => percentile(upTo(200), part))).toEqual([1, 100, 198, 200]);
  });

  it('of few samples is the largest', () => {
    expect(percentile([3, 1, 2], 0.99)).toBe(3);
  });

  it('sorts as numbers, and leaves the samples as they are', () => {
    const samples = [10, 9, 100];
    expect(percentile(samples, 0.5)).toBe(10);
    expect(samples).toEqual([10, 9, 100]);
  });

  it('of nothing is an error', () => {
    expect(() => percentile([], 0.5)).toThrow(RangeError);
    expect(() => median([])).toThrow(RangeError);
  });
});
