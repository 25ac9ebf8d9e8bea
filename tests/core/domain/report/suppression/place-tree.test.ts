import { expect, test } from 'vitest';
import { addUp, leavesOf } from '../../../../../core/domain/report/suppression/place-tree.ts';

const tree = [
  { id: 'bieb', parent: null },
  { id: 'stad', parent: 'bieb' },
  { id: 'centrum', parent: 'stad' },
  { id: 'noord', parent: 'stad' },
  { id: 'bus', parent: 'bieb' },
];

test('a leaf is what has nothing below it', () => {
  expect(leavesOf(tree).map(({ id }) => id)).toEqual(['centrum', 'noord', 'bus']);
  expect(leavesOf([{ id: 'bieb', parent: null }])).toHaveLength(1);
});

test('every place counts what its leaves count; what was counted higher up counts nothing', () => {
  const counts: Readonly<Record<string, number>> = { centrum: 12, bus: 3, stad: 100 };
  expect(Object.fromEntries(addUp(tree, (leaf) => counts[leaf] ?? 0))).toEqual({
    ...{ bieb: 15, stad: 12 },
    ...{ centrum: 12, noord: 0, bus: 3 },
  });
});
