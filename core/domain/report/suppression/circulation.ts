/**
 * A cell of a table, as an arc between two nodes. Each node is one sum of the table: what comes in equals what goes out. Who reads the
 * table knows the value of a cell that is shown, and of the others that they are whole and not negative.
 */
export type Arc = { readonly from: number; readonly to: number; readonly value: number; shown: boolean };

/** A table whose sums form a circulation: each cell is in one sum on either side, and never twice on the same side. */
export type Circulation = { readonly nodes: number; readonly arcs: readonly Arc[] };

/** A way to change the cells along it by one each: arc numbers, and whether the cell grows. */
export type Step = { readonly arc: number; readonly grows: boolean };

/** All that a reader can find out about a cell: it lies between these two, and can be each of them. */
export type Reach = { readonly least: number; readonly most: number };

/**
 * What a cell can be for somebody who knows the table as it is shown. Both bounds are reached by whole numbers: cells of a circulation are a
 * network flow, whose bounds are whole (integrality of flows, Ford and Fulkerson). `most` is looked for up to `bound`.
 */
export function reachOf(circulation: Circulation, arc: number, bound: number): Reach {
  const { value, shown } = at(circulation, arc);
  if (shown) return { least: value, most: value };
  return {
    least: value - moved(circulation, arc, false, value),
    most: value + moved(circulation, arc, true, bound - value),
  };
}

/** By how much a cell can grow or shrink while what is shown stays, at most `enough`. */
function moved(circulation: Circulation, arc: number, grows: boolean, enough: number): number {
  const search = openSearch(circulation, arc, grows);
  while (search.moved() < enough) if (search.push(enough) === undefined) break;
  return search.moved();
}

/** A search for ways to change one cell. Each `push` finds the cheapest that is left and goes it as far as it can. */
export type Search = {
  /** By how much the cell has changed. */
  readonly moved: () => number;
  /** The steps of the next way, or undefined when there is none. Cells whose `price` is undefined stay as they are. */
  readonly push: (enough: number, price?: (arc: number) => number | undefined) => readonly Step[] | undefined;
};

/** Free where nothing is shown, shut where it is. */
function asShown({ arcs }: Circulation): (arc: number) => number | undefined {
  return (arc) => (arcs[arc]?.shown === true ? undefined : 0);
}

/** Opens a search. The table itself is not changed. */
export function openSearch(circulation: Circulation, arc: number, grows: boolean): Search {
  const { from, to } = at(circulation, arc);
  const [start, end] = grows ? [to, from] : [from, to];
  const values = circulation.arcs.map(({ value }) => value);
  const around = arcsAround(circulation);
  let moved = 0;
  return {
    moved: () => moved,
    push: (enough, price = asShown(circulation)) => {
      const steps = cheapestWay({ circulation, around, values, price, without: arc }, start, end);
      if (steps === undefined) return undefined;
      const room = steps.reduce(
        (least, step) => (step.grows ? least : Math.min(least, values[step.arc] as number)),
        enough - moved,
      );
      for (const step of steps) values[step.arc] = (values[step.arc] as number) + (step.grows ? room : -room);
      moved += room;
      return steps;
    },
  };
}

type Ways = {
  readonly circulation: Circulation;
  readonly around: readonly (readonly number[])[];
  readonly values: readonly number[];
  readonly price: (arc: number) => number | undefined;
  readonly without: number;
};

/** Dijkstra over cells that may change: with an arc a cell grows, against it, it shrinks, if there is anything of it left. */
function cheapestWay(ways: Ways, start: number, end: number): readonly Step[] | undefined {
  const { circulation, around, values, price, without } = ways;
  const cost = new Array<number>(circulation.nodes).fill(Number.POSITIVE_INFINITY);
  const done = new Array<boolean>(circulation.nodes).fill(false);
  const by = new Map<number, Step>();
  cost[start] = 0;
  for (;;) {
    let node = -1;
    for (let each = 0; each < circulation.nodes; each++)
      if (done[each] === false && (node < 0 || (cost[each] as number) < (cost[node] as number))) node = each;
    if (node < 0 || cost[node] === Number.POSITIVE_INFINITY) return undefined;
    if (node === end) return wayTo(circulation, by, start, end);
    done[node] = true;
    for (const arc of around[node] as readonly number[]) {
      if (arc === without) continue;
      const { from, to } = at(circulation, arc);
      const grows = from === node;
      if (!grows && (values[arc] as number) === 0) continue;
      const more = price(arc);
      const next = grows ? to : from;
      if (more === undefined || (cost[node] as number) + more >= (cost[next] as number)) continue;
      cost[next] = (cost[node] as number) + more;
      by.set(next, { arc, grows });
    }
  }
}

function wayTo(
  circulation: Circulation,
  by: ReadonlyMap<number, Step>,
  start: number,
  end: number,
): readonly Step[] {
  const steps: Step[] = [];
  for (let node = end; node !== start; ) {
    const step = by.get(node) as Step;
    steps.push(step);
    const { from, to } = at(circulation, step.arc);
    node = step.grows ? from : to;
  }
  return steps;
}

function arcsAround({ nodes, arcs }: Circulation): number[][] {
  const around = Array.from({ length: nodes }, (): number[] => []);
  arcs.forEach(({ from, to }, arc) => {
    around[from]?.push(arc);
    around[to]?.push(arc);
  });
  return around;
}

function at({ arcs }: Circulation, arc: number): Arc {
  const found = arcs[arc];
  if (found === undefined) throw new Error(`There is no arc ${arc}.`);
  return found;
}
