import type { Publication } from './publication.ts';
import type { Shown } from './suppression/show-table.ts';
import type { Variable } from './variables.ts';

/** The cells of a value of a variable, in the order of the places; none told where it is not named. */
export function cellsOf(
  { tables, places }: Publication,
  variable: Variable,
  value: string,
): readonly Shown[] {
  const row = tables.find((table) => table.variable === variable)?.rows.find((each) => each.value === value);
  return row?.cells ?? places.map(() => null);
}
