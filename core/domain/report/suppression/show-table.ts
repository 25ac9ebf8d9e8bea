import type { Arc, Circulation } from './circulation.ts';
import { addUp, type PlaceTree } from './place-tree.ts';
import { isSmall, protect } from './protect.ts';

/** What is shown of a count; null is not shown, which says nothing of how large it is. */
export type Shown = number | null;

/** How many there are at each place, and whether that is shown. */
export type ShownTotals = ReadonlyMap<string, { readonly count: number; readonly shown: boolean }>;

/** A row for each value, and in it what is shown at each place, in the order of the tree. */
export type ShownTable = readonly { readonly value: string; readonly cells: readonly Shown[] }[];

/**
 * Which totals of places are shown, so that nobody can reckon back one under THRESHOLD. Where the total of a place is not shown, none
 * below it is: what is hidden there can be moved about under the nearest total that is shown, in every table at once.
 */
export function showTotals(tree: PlaceTree, ofLeaf: (leaf: string) => number): ShownTotals {
  const counts = addUp(tree, ofLeaf);
  const [root] = tree;
  const hidesAll = root === undefined || isSmall(counts.get(root.id) ?? 0);
  const node = new Map(tree.map(({ id }, index) => [id, index + 1]));
  const parents = new Set(tree.map(({ parent }) => parent));
  const arcs: Arc[] = [];
  tree.forEach(({ id, parent }) => {
    const value = counts.get(id) ?? 0;
    const [from, to] = [parent === null ? 0 : (node.get(parent) as number), node.get(id) as number];
    // A leaf flows back to node 0, so that every sum is a node.
    arcs.push({ from, to: parents.has(id) ? to : 0, value, shown: !isSmall(value) && !hidesAll });
  });
  if (!hidesAll) protect({ nodes: tree.length + 1, arcs }, (arc) => arc > 0);
  const totals = new Map<string, { count: number; shown: boolean }>();
  tree.forEach(({ id, parent }, index) => {
    const above = parent === null || totals.get(parent)?.shown === true;
    totals.set(id, { count: counts.get(id) ?? 0, shown: above && arcs[index]?.shown === true });
  });
  return totals;
}

/**
 * Which cells of one variable by place are shown, beside the totals: nobody can reckon back a cell under THRESHOLD, also not with the
 * tables of other variables over the same totals (decision 36). `count` says how many of a value there are at a leaf; over all values
 * that is the total of the leaf.
 */
export function showTable(
  tree: PlaceTree,
  totals: ShownTotals,
  values: readonly string[],
  count: (leaf: string, value: string) => number,
): ShownTable {
  const [root] = tree;
  const counts = values.map((value) => addUp(tree, (leaf) => count(leaf, value)));
  const cells = (shown: (place: number, value: number) => boolean): ShownTable =>
    values.map((value, row) => ({
      value,
      cells: tree.map(({ id }, place) => (shown(place, row) ? (counts[row]?.get(id) ?? 0) : null)),
    }));
  if (root === undefined || totals.get(root.id)?.shown !== true) return cells(() => false);
  const circulation = circulationOf(tree, totals, counts);
  const ofTotals = values.length * tree.length;
  protect(circulation, (arc) => arc < ofTotals);
  return cells((place, value) => circulation.arcs[value * tree.length + place]?.shown === true);
}

/**
 * The sums of a table by place. What is asked flows from node 0 through the value, down the places to a leaf, and through the totals of
 * the places back up. So at each node what comes in is what goes out, and over all values each place has its total. Arcs: the cells,
 * value by value, and after them the totals.
 */
function circulationOf(
  tree: PlaceTree,
  totals: ShownTotals,
  counts: readonly ReadonlyMap<string, number>[],
): Circulation {
  const place = new Map(tree.map(({ id }, index) => [id, index]));
  const parents = new Set(tree.map(({ parent }) => parent));
  const size = tree.length;
  const totalNode = (id: string) => 1 + (place.get(id) as number);
  const node = (id: string, value: number) =>
    parents.has(id) ? 1 + size * (value + 1) + (place.get(id) as number) : totalNode(id);
  const arcs: Arc[] = [];
  counts.forEach((of, value) => {
    for (const { id, parent } of tree) {
      const number = of.get(id) ?? 0;
      const shown = !isSmall(number) && totals.get(id)?.shown === true;
      arcs.push({
        from: parent === null ? 0 : node(parent, value),
        to: node(id, value),
        value: number,
        shown,
      });
    }
  });
  for (const { id, parent } of tree) {
    const { count: value, shown } = totals.get(id) as { count: number; shown: boolean };
    arcs.push({ from: totalNode(id), to: parent === null ? 0 : totalNode(parent), value, shown });
  }
  return { nodes: 1 + size * (counts.length + 1), arcs };
}
