/** A count that is shown, or null where the number is not told. */
type Count = number | null;

/**
 * What a chart says of its rows: the one with the most, that no number is told, or that nothing was counted. `whole` is the total that is
 * told of them. Only a total of 0, as a desk tells of itself, says that nothing was counted: where none is told, there may have been none
 * or a few, and to say which would tell what is hidden.
 */
export function saidOfRows<Row extends { readonly count: Count }>(
  rows: readonly Row[],
  whole: Count,
):
  | { readonly kind: 'most'; readonly row: Row; readonly count: number }
  | { readonly kind: 'untold' | 'nothing' } {
  const told = rows.flatMap((row) => ((row.count ?? 0) > 0 ? [{ row, count: row.count ?? 0 }] : []));
  const most = told.sort((one, other) => other.count - one.count)[0];
  if (most !== undefined) return { kind: 'most', ...most };
  return { kind: whole === 0 ? 'nothing' : 'untold' };
}

/**
 * What a chart of flows says. `begun` is the total that is told. How many were finished is only a number of all of them where that is
 * told of each of them: what is not told is not 0. Nor is a total that is not told, as above.
 */
export function saidOfFlows(
  flows: readonly { readonly begun: Count; readonly finished: Count }[],
  begun: Count,
):
  | { readonly kind: 'flows'; readonly begun: number; readonly finished: number }
  | { readonly kind: 'begun'; readonly begun: number }
  | { readonly kind: 'untold' | 'nothing' } {
  if (begun === null) return { kind: 'untold' };
  if (begun === 0) return { kind: 'nothing' };
  const named = flows.reduce((sum, flow) => sum + (flow.begun ?? 0), 0);
  if (named !== begun || flows.some(({ finished }) => finished === null)) return { kind: 'begun', begun };
  return { kind: 'flows', begun, finished: flows.reduce((sum, { finished }) => sum + (finished ?? 0), 0) };
}
