import { expect, it } from 'vitest';
import type { Kind } from '../../../../../core/domain/report/ties/asked-question.ts';
import { nearOf } from '../../../../../core/domain/report/ties/near.ts';
import { type ToldSum, toldSums } from '../../../../../core/domain/report/ties/told-sums.ts';

/** Two kinds at each of five branches, the last of which nobody asked anything: by their index 0 and 1, 2 and 3, and so on. */
const NUMBERS = [30, 0, 20, 4, 15, 15, 1, 1, 0, 0];
const kinds: Kind[] = NUMBERS.map((number, index) => ({ branch: `b${index >> 1}`, values: {}, number }));
const places = ['b0', 'b1', 'b2', 'b3', 'b4'].map((id) => ({ id, parent: id === 'b3' ? 'dorp' : 'stad' }));
const sum = (of: number[], shown = false): ToldSum => ({ name: 'sum', of, count: 0, shown });
const near = (wanted: ToldSum, told: ToldSum[] = []) =>
  nearOf(wanted, toldSums([wanted, ...told], NUMBERS), kinds, places as never).map((found) =>
    [...found].sort((one, other) => one - other),
  );

it('looks at the largest branch of a sum first, among the kinds of which somebody asked and those of the sum', () => {
  expect(near(sum([0]))[0]).toEqual([0]);
  expect(near(sum([1, 2]))[0]).toEqual([0, 1]);
});

it('then also at branches of the same municipality and others, among what was asked there', () => {
  const [, wide = []] = near(sum([1]));
  expect(wide).toEqual(expect.arrayContaining([0, 1, 2, 3, 4, 5]));
  // Nobody asked anything there.
  expect(wide).not.toContain(8);
});

it('takes first the branches of which least is told', () => {
  const all = [2, 3].flatMap((kind) => Array.from({ length: 3 }, () => sum([kind], true)));
  const few = near(sum([0]), all)[1] ?? [];
  expect(few).toEqual(expect.arrayContaining([4, 5]));
  expect(few).not.toContain(2);
});

it('knows of a branch at which nobody asked only the kinds of the sum', () => {
  expect(near(sum([8]))[0]).toEqual([8]);
});
