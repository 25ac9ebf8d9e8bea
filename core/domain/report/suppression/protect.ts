import { type Circulation, openSearch, reachOf } from './circulation.ts';

/**
 * A cell under this number is not shown. So is a cell of none: that nobody asked something tells of a small group as much as that two
 * did. The same threshold is what a reader must be left in doubt by.
 */
export const THRESHOLD = 10;

/** May a cell of this value not be shown, by its own size? */
export function isSmall(value: number): boolean {
  return value < THRESHOLD;
}

/**
 * Hides what else must be hidden, so that nobody can reckon back a small cell (complementary suppression): for whoever reads the
 * table, each small cell can be at least THRESHOLD, and its least and most are at least THRESHOLD apart. Small cells must be hidden
 * already; `mayHide` says which others may be. Hides what costs least: few cells, and low numbers before high ones. Always the
 * same for the same table. Throws Error when it cannot, and then the table must not be shown at all.
 */
export function protect(circulation: Circulation, mayHide: (arc: number) => boolean): void {
  circulation.arcs.forEach(({ value, shown }, arc) => {
    if (!isSmall(value)) return;
    if (shown) throw new Error(`Cell ${arc} is small, and shown.`);
    const { least } = reachOf(circulation, arc, value);
    const most =
      value + makeRoom(circulation, arc, true, Math.max(THRESHOLD, least + THRESHOLD) - value, mayHide);
    // So little was asked in all that it cannot be that many more; then it must be possible that it is fewer.
    if (most < least + THRESHOLD) makeRoom(circulation, arc, false, value - (most - THRESHOLD), mayHide);
    const reach = reachOf(circulation, arc, THRESHOLD * 2);
    if (reach.most < THRESHOLD || reach.most - reach.least < THRESHOLD)
      throw new Error(`Cell ${arc} cannot be protected.`);
  });
}

/** Hides cells until this one can grow (or shrink) by `room`. By how much it can, when that is less. */
function makeRoom(
  circulation: Circulation,
  arc: number,
  grows: boolean,
  room: number,
  mayHide: (arc: number) => boolean,
): number {
  const { arcs } = circulation;
  const price = (each: number) => {
    const cell = arcs[each];
    if (cell === undefined || !cell.shown) return 0;
    // One more hidden cell weighs as much as a large number in it.
    return mayHide(each) ? THRESHOLD + cell.value : undefined;
  };
  const search = openSearch(circulation, arc, grows);
  while (search.moved() < room) {
    const steps = search.push(room, price);
    if (steps === undefined) break;
    for (const step of steps) {
      const cell = arcs[step.arc];
      if (cell !== undefined) cell.shown = false;
    }
  }
  return search.moved();
}
