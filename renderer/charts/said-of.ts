/** A count that is shown, or null where the number is not told. */
type Count = number | null;

/**
 * What a chart says of its rows: the one with the most, that there are numbers that are not told, or that there are none. `whole` is the
 * total that is told of them; where that is there, something was counted, whatever the rows tell.
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
  return { kind: (whole ?? 0) > 0 || rows.some(({ count }) => count === null) ? 'untold' : 'nothing' };
}

/**
 * What a chart of flows says. `begun` is the total that is told. How many were finished is only a number of all of them where that is
 * told of each of them: what is not told is not 0.
 */
export function saidOfFlows(
  flows: readonly { readonly begun: Count; readonly finished: Count }[],
  begun: Count,
):
  | { readonly kind: 'flows'; readonly begun: number; readonly finished: number }
  | { readonly kind: 'begun'; readonly begun: number }
  | { readonly kind: 'untold' | 'nothing' } {
  if (begun === null) return { kind: flows.length > 0 ? 'untold' : 'nothing' };
  if (begun === 0) return { kind: 'nothing' };
  const named = flows.reduce((sum, flow) => sum + (flow.begun ?? 0), 0);
  if (named !== begun || flows.some(({ finished }) => finished === null)) return { kind: 'begun', begun };
  return { kind: 'flows', begun, finished: flows.reduce((sum, { finished }) => sum + (finished ?? 0), 0) };
}
