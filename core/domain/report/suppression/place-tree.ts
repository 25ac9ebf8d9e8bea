/** A place of which is reported: a library, the part of it in a municipality, a branch. The root has no parent. */
export type Place = { readonly id: string; readonly parent: string | null };

/** The places of a report, each after its parent; the first is the root, and whatever has no children is a leaf. */
export type PlaceTree = readonly Place[];

/** The leaves. */
export function leavesOf(tree: PlaceTree): PlaceTree {
  const parents = new Set(tree.map(({ parent }) => parent));
  return tree.filter(({ id }) => !parents.has(id));
}

/** Counts of the leaves, added up for every place. Leaves without a count have none. */
export function addUp(tree: PlaceTree, ofLeaf: (leaf: string) => number): ReadonlyMap<string, number> {
  const sums = new Map(tree.map(({ id }) => [id, 0]));
  const parents = new Map(tree.map(({ id, parent }) => [id, parent]));
  for (const { id } of leavesOf(tree)) {
    const count = ofLeaf(id);
    for (let at: string | null = id; at !== null; at = parents.get(at) ?? null)
      sums.set(at, (sums.get(at) ?? 0) + count);
  }
  return sums;
}
