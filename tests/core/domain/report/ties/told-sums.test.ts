import { expect, test } from 'vitest';
import { reachOfSum, type ToldSum, toldSums } from '../../../../../core/domain/report/ties/told-sums.ts';

const sum = (of: readonly number[], count: number, shown = true): ToldSum => ({
  name: `${of}`,
  of,
  count,
  shown,
});
const ALL = new Set([0, 1, 2]);

test('knows of each kind the sums that it is in', () => {
  expect(toldSums([sum([0, 1], 7), sum([1], 4)], [3, 4, 5]).around).toEqual([[0], [0, 1], []]);
});

test('a part of a total that is told can be anything up to it', () => {
  const wanted = sum([0], 3, false);
  expect(reachOfSum(toldSums([sum([0, 1], 7), wanted], [3, 4, 0]), wanted, ALL, 99)).toEqual({
    least: 0,
    most: 7,
  });
});

test('the only part that is not told of a total is known', () => {
  const wanted = sum([0], 3, false);
  const told = toldSums([sum([0, 1], 7), sum([1], 4), wanted], [3, 4, 0]);
  expect(reachOfSum(told, wanted, ALL, 99)).toEqual({ least: 3, most: 3 });
});

test('nobody looks beyond a bound', () => {
  const wanted = sum([0], 3, false);
  expect(reachOfSum(toldSums([wanted], [3, 4, 0]), wanted, ALL, 20)?.most).toBe(20);
});

test('kinds that may not differ stay what they are', () => {
  const wanted = sum([0], 3, false);
  const told = toldSums([sum([0, 1], 7), wanted], [3, 4, 0]);
  expect(reachOfSum(told, wanted, new Set([0]), 99)).toEqual({ least: 3, most: 3 });
});
