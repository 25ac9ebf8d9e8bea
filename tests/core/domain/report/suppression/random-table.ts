import fc from 'fast-check';
import type { PlaceTree } from '../../../../../core/domain/report/suppression/place-tree.ts';

/** A tree of places, values, and for each leaf how many there are of each value. */
export type RandomTable = {
  readonly tree: PlaceTree;
  readonly values: readonly string[];
  readonly count: (leaf: string, value: string) => number;
};

/** Mostly small numbers, some none, a few large. */
const number = fc.oneof(
  { weight: 4, arbitrary: fc.integer({ min: 0, max: 12 }) },
  { weight: 1, arbitrary: fc.constant(0) },
  { weight: 2, arbitrary: fc.integer({ min: 9, max: 60 }) },
);

/** Tables of one to three municipalities with one to three branches each, and branches that are in none. */
export const randomTable: fc.Arbitrary<RandomTable> = fc
  .record({
    branches: fc.array(fc.integer({ min: 0, max: 3 }), { minLength: 1, maxLength: 6 }),
    values: fc.integer({ min: 1, max: 5 }),
    numbers: fc.array(number, { minLength: 30, maxLength: 30 }),
  })
  .map(({ branches, values, numbers }) => {
    const municipalities = [...new Set(branches)].filter((of) => of > 0).sort();
    const tree = [
      { id: 'library', parent: null },
      ...municipalities.map((of) => ({ id: `m${of}`, parent: 'library' })),
      ...branches.map((of, index) => ({ id: `b${index}`, parent: of === 0 ? 'library' : `m${of}` })),
    ];
    const names = ['one', 'two', 'three', 'four', 'five'].slice(0, values);
    return {
      tree,
      values: names,
      count: (leaf, value) => numbers[Number(leaf.slice(1)) * 5 + names.indexOf(value)] ?? 0,
    };
  });

/** The leaves under a place. */
export function leavesUnder(tree: PlaceTree, place: string): readonly string[] {
  const children = tree.filter(({ parent }) => parent === place);
  return children.length === 0 ? [place] : children.flatMap(({ id }) => leavesUnder(tree, id));
}
