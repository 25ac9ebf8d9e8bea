import fc from 'fast-check';
import { expect, test } from 'vitest';
import { hideTies } from '../../../../../core/domain/report/ties/hide-ties.ts';
import { reachOfSum, type ToldSum, toldSums } from '../../../../../core/domain/report/ties/told-sums.ts';

/** Sums over kinds: which kinds each has, and whether it is told. */
function sumsOf(
  numbers: readonly number[],
  sums: readonly (readonly [string, readonly number[], boolean])[],
) {
  return toldSums(
    sums.map(([name, of, shown]): ToldSum => {
      return { name, of, count: of.reduce((sum, kind) => sum + (numbers[kind] ?? 0), 0), shown };
    }),
    numbers,
  );
}
const all = (numbers: readonly number[]) => new Set(numbers.keys());
const hiddenIn = ({ sums }: ReturnType<typeof sumsOf>) =>
  sums.flatMap(({ name, shown }) => (shown ? [] : [name]));

test('a number in a second list that bounds a small one is hidden, and what is far from it stays', () => {
  const numbers = [14, 4, 30, 25];
  const told = sumsOf(numbers, [
    ['all', [0, 1, 2, 3], true],
    ...([0, 1, 2, 3].map((kind) => [`own ${kind}`, [kind], kind > 1]) as [string, number[], boolean][]),
    ['dienst', [0], true],
    ['logius', [2], true],
    ['none', [1, 3], true],
  ]);
  hideTies(
    told,
    ({ name }) => name !== 'all',
    () => [all(numbers)],
  );
  // 14 of the first can be told of "dienst", when what "none" is made of is not told.
  expect(hiddenIn(told)).toEqual(['own 0', 'own 1', 'own 3']);
});

test('where nothing but the total can be told, nothing else is', () => {
  const numbers = [8, 12];
  const told = sumsOf(numbers, [
    ['all', [0, 1], true],
    ['few', [0], false],
    ['many', [1], true],
    ['the same many', [1], true],
  ]);
  hideTies(
    told,
    ({ name }) => name !== 'all',
    () => [all(numbers)],
  );
  expect(hiddenIn(told)).toEqual(['few', 'many', 'the same many']);
});

test('where hiding everything is not enough, that is found out at once, and all that may be is hidden', () => {
  let looks = 0;
  class Counted extends Set<number> {
    override [Symbol.iterator]() {
      looks++;
      return super[Symbol.iterator]();
    }
  }
  const many = Array.from({ length: 100 }, (_, kind) => kind + 1);
  const numbers = [4, ...many.map(() => 20)];
  const told = sumsOf(numbers, [
    ['all', [0, ...many], true],
    ['few', [0], false],
    ...many.map((kind) => [`many ${kind}`, [kind], true] as const),
  ]);
  // Among the few alone nothing can be moved.
  hideTies(
    told,
    ({ name }) => name !== 'all',
    () => [new Counted([0])],
  );
  expect(hiddenIn(told)).toHaveLength(101);
  expect(looks).toBeLessThan(10);
});

test('who looks among some kinds only never finds more than there is', () => {
  const random = fc.record({
    numbers: fc.array(fc.integer({ min: 0, max: 20 }), { minLength: 6, maxLength: 6 }),
    sums: fc.array(fc.subarray([0, 1, 2, 3, 4, 5], { minLength: 1 }), { minLength: 1, maxLength: 6 }),
    among: fc.subarray([0, 1, 2, 3, 4, 5]),
  });
  fc.assert(
    fc.property(random, ({ numbers, sums, among }) => {
      const told = sumsOf(numbers, [
        ['all', [0, 1, 2, 3, 4, 5], true],
        ['wanted', [0, 1], false],
        ...sums.map((of, index) => [`${index}`, of, true] as const),
      ]);
      const [, wanted] = told.sums as [ToldSum, ToldSum];
      const [some, whole] = [new Set(among), all(numbers)].map((each) =>
        reachOfSum(told, wanted, each, 1000),
      );
      expect(some?.least).toBeGreaterThanOrEqual(whole?.least ?? Number.NaN);
      expect(some?.most).toBeLessThanOrEqual(whole?.most ?? Number.NaN);
      expect(some?.least).toBeLessThanOrEqual(wanted.count);
      expect(some?.most).toBeGreaterThanOrEqual(wanted.count);
    }),
    { seed: 20261127, numRuns: 200 },
  );
});
