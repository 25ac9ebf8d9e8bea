import { expect, test } from 'vitest';
import { type Arc, reachOf } from '../../../../../core/domain/report/suppression/circulation.ts';
import { protect } from '../../../../../core/domain/report/suppression/protect.ts';

/** A list with a total: from node 0 to 1 the total, and back one arc for each part. */
function aList(
  total: boolean,
  ...parts: readonly (readonly [number, boolean])[]
): { nodes: number; arcs: Arc[] } {
  const sum = parts.reduce((all, [value]) => all + value, 0);
  return {
    nodes: 2,
    arcs: [
      { from: 0, to: 1, value: sum, shown: total },
      ...parts.map(([value, shown]) => ({ from: 1, to: 0, value, shown })),
    ],
  };
}

test('what is shown is what it is', () => {
  expect(reachOf(aList(true, [3, true], [4, false]), 1, 99)).toEqual({ least: 3, most: 3 });
});

test('the only hidden part of a total that is shown is known', () => {
  expect(reachOf(aList(true, [3, false], [40, true]), 1, 99)).toEqual({ least: 3, most: 3 });
});

test('two hidden parts can be anything up to their sum', () => {
  expect(reachOf(aList(true, [3, false], [40, false], [5, true]), 1, 99)).toEqual({ least: 0, most: 43 });
});

test('a part of a total that is not shown has no bound, and nobody looks beyond one', () => {
  expect(reachOf(aList(false, [3, false], [40, true]), 1, 99)).toEqual({ least: 0, most: 99 });
});

test('there is no cell beyond the last', () => {
  expect(() => reachOf(aList(true, [3, true]), 7, 9)).toThrow('no arc 7');
});

test('the smallest that is enough is hidden, and no more', () => {
  const list = aList(true, [3, false], [40, true], [12, true], [30, true]);
  protect(list, (arc) => arc > 0);
  expect(list.arcs.map(({ shown }) => shown)).toEqual([true, false, true, false, true]);
});

test('a small cell that is shown, or that cannot be protected, is refused', () => {
  expect(() => protect(aList(true, [3, true], [40, true]), () => true)).toThrow('small, and shown');
  expect(() => protect(aList(true, [3, false], [40, true]), () => false)).toThrow('cannot be protected');
});
