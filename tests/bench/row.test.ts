import { expect, test } from 'vitest';
import { type Row, resultOf } from '../../bench/row.ts';

const row = (isMet: Row['isMet']): Row => ({
  name: 'x',
  unit: 'ms',
  goal: 'g',
  isMet,
  measure: async () => ({ measured: [], floor: [] }),
});

test('a row knows the p99 of its floor', () => {
  const result = resultOf(
    row(({ p99, floorP99 }) => p99 < floorP99),
    { measured: [1, 2, 3], floor: [4, 5, 6] },
  );
  expect(result).toMatchObject({ p99: 3, floor: 5, floorP99: 6, ratio: 0.4, met: true });
});

test('a row is not met when something else does not hold', () => {
  const samples = { measured: [1], floor: [2] };
  expect(
    resultOf(
      row(() => true),
      { ...samples, holds: false },
    ).met,
  ).toBe(false);
  expect(
    resultOf(
      row(() => true),
      samples,
    ).met,
  ).toBe(true);
  expect(
    resultOf(
      row(() => false),
      { ...samples, holds: true },
    ).met,
  ).toBe(false);
});
