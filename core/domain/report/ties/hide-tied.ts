import type { PublishedPlace } from '../publication.ts';
import type { Shown } from '../suppression/show-table.ts';
import type { Variable } from '../variables.ts';
import { type AskedQuestion, type Kind, kindsOf } from './asked-question.ts';
import { hideTies } from './hide-ties.ts';
import { nearOf } from './near.ts';
import { type ToldSum, toldSums } from './told-sums.ts';

/** A table with a row for every value, and a cell for every place. */
export type WholeTable = {
  readonly variable: Variable;
  readonly rows: readonly { readonly value: string; readonly cells: readonly Shown[] }[];
};

/**
 * Variables between which people know of ties, because the lists of the desk make them: a benefit belongs to one organisation, a course is
 * asked about in a course and where courses are, who calls is at no computer, a referral ends as one; and opening hours tie hours to weekdays.
 */
export const TIED: readonly (readonly Variable[])[] = [
  ['category', 'sub-category', 'organization'],
  ['category', 'channel', 'place'],
  ['category', 'outcome'],
  ['hour', 'weekday'],
];

/**
 * Tables in which nothing can be reckoned back by who knows which values come together, however the tables of one group are held against
 * each other. `totals` are told of the places, and stay.
 */
export function hideTied(
  places: readonly PublishedPlace[],
  totals: readonly Shown[],
  tables: readonly WholeTable[],
  asked: readonly AskedQuestion[],
): WholeTable[] {
  // Of a library of which not even the total is told, nothing is.
  if (totals[0] === null) return [...tables];
  return TIED.reduce<WholeTable[]>(
    (hidden, group) => hideIn(places, totals, hidden, asked, group),
    [...tables],
  );
}

function hideIn(
  places: readonly PublishedPlace[],
  totals: readonly Shown[],
  tables: readonly WholeTable[],
  asked: readonly AskedQuestion[],
  group: readonly Variable[],
): WholeTable[] {
  const branches = places.filter(({ kind }) => kind === 'branch').map(({ id }) => id);
  const kinds = kindsOf(asked, branches, group);
  const at = places.map(({ id }) => new Set(kindsAt(id, places, kinds)));
  const sumOf = (name: string, place: number, value: [Variable, string] | null, shown: boolean): ToldSum => {
    const all = [...(at[place] ?? [])];
    const of = value === null ? all : all.filter((kind) => kinds[kind]?.values[value[0]] === value[1]);
    return { name, of, count: of.reduce((sum, kind) => sum + (kinds[kind]?.number ?? 0), 0), shown };
  };
  const ofTotals = totals.map((total, place) => sumOf(`total ${place}`, place, null, total !== null));
  const cells = new Map<string, ToldSum>();
  for (const { variable, rows } of tables)
    if (group.includes(variable))
      for (const row of rows)
        row.cells.forEach((cell, place) => {
          // Own categories are of the whole library: of a branch, no report can say how many there were.
          if (variable === 'sub-category' && place > 0) return;
          const name = nameOf(variable, row.value, place);
          cells.set(name, sumOf(name, place, [variable, row.value], cell !== null));
        });
  const told = toldSums(
    [...ofTotals, ...cells.values()],
    kinds.map(({ number }) => number),
  );
  hideTies(
    told,
    (sum) => cells.has(sum.name),
    (sum) => nearOf(sum, told, kinds, places),
  );
  return tables.map(({ variable, rows }) => ({
    variable,
    rows: rows.map((row) => ({
      value: row.value,
      cells: row.cells.map((cell, place) =>
        cells.get(nameOf(variable, row.value, place))?.shown === false ? null : cell,
      ),
    })),
  }));
}

function nameOf(variable: Variable, value: string, place: number): string {
  return `${variable} ${value} ${place}`;
}

/** The kinds at a place, and at whatever is part of it. */
function kindsAt(place: string, places: readonly PublishedPlace[], kinds: readonly Kind[]): number[] {
  const parents = new Map(places.map(({ id, parent }) => [id, parent]));
  const isAt = (branch: string) => {
    for (let id: string | null = branch; id !== null; id = parents.get(id) ?? null)
      if (id === place) return true;
    return false;
  };
  return kinds.flatMap(({ branch }, kind) => (isAt(branch) ? [kind] : []));
}
