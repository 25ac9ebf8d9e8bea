import { type Month, monthsBefore } from './month.ts';

/**
 * Months side by side, as a calendar has them: between the first and the last that are known none is left out, or June would stand beside
 * August. `known`: oldest first; `most`: so many at the end; `absent`: what stands for one of which nothing is known.
 */
export function monthsInARow<Of extends { readonly month: Month }>(
  known: readonly Of[],
  most: number,
  absent: (month: Month) => Of,
): Of[] {
  const [first, last] = [known[0]?.month, known.at(-1)?.month];
  if (first === undefined || last === undefined) return [];
  const found = new Map(known.map((each) => [each.month, each]));
  const row: Of[] = [];
  for (let month = last; month >= first && row.length < most; month = monthsBefore(month, 1))
    row.unshift(found.get(month) ?? absent(month));
  return row;
}
