import type { Month } from './month.ts';
import type { Publication, PublishedPlace } from './publication.ts';
import { type CountedHandovers, publishHandovers } from './publish-handovers.ts';
import { type CountedUse, publishUse } from './publish-use.ts';
import type { PlaceTree } from './suppression/place-tree.ts';
import { showList } from './suppression/show-list.ts';
import { type Shown, type ShownTotals, showTable, showTotals } from './suppression/show-table.ts';
import { FIXED_VALUES, type Variable } from './variables.ts';

/** A branch, and the municipality that it is in, when somebody said so. */
export type CountedBranch = {
  readonly id: string;
  readonly name: string;
  readonly municipality: string | null;
};

/** Counts of one variable at one branch. */
export type Counted = {
  readonly branch: string;
  readonly variable: Variable;
  readonly value: string;
  readonly number: number;
};

/** A library and what was counted of it in a month. */
export type CountedMonth = {
  readonly library: { readonly id: string; readonly name: string };
  readonly month: Month;
  readonly branches: readonly CountedBranch[];
  readonly counts: readonly Counted[];
  /** What kiosks counted in the month, over all branches. */
  readonly use: readonly CountedUse[];
  /** Handovers that were given in the month, over all branches. */
  readonly handovers: readonly CountedHandovers[];
};

/** By what is told of each branch, and by what of municipalities and the library only: less detail, and so less that must be hidden. */
const BY_BRANCH: readonly Variable[] = ['category', 'organization', 'outcome'];
const BY_MUNICIPALITY: readonly Variable[] = [
  'channel',
  'duration',
  'language',
  'visitor',
  'hour',
  'weekday',
];

/** What is told of a month. The same counts always give the same. Counts of a branch that is not named are left out. */
export function publish({ library, month, branches, counts, use, handovers }: CountedMonth): Publication {
  const places = placesOf(library.name, branches);
  const numbers = new Numbers(counts);
  const count = (place: string, variable: Variable, value: string) =>
    branchesAt(place, branches).reduce((sum, branch) => sum + numbers.of(branch, variable, value), 0);
  const totals = showTotals(places, (leaf) =>
    numbers.values('category').reduce((sum, value) => sum + count(leaf, 'category', value), 0),
  );
  const tableOf = (variable: Variable, tree: PlaceTree) => {
    const values = FIXED_VALUES[variable] ?? numbers.values(variable);
    const rows = showTable(tree, totals, values, (leaf, value) => count(leaf, variable, value));
    const column = new Map(tree.map(({ id }, index) => [id, index]));
    const whole = rows.map(({ value, cells }) => ({
      value,
      cells: places.map(({ id }): Shown => cells[column.get(id) ?? -1] ?? null),
    }));
    // Of a list that grows, a name that is nowhere shown says that somebody asked for it.
    const told = (cells: readonly Shown[]) => variable in FIXED_VALUES || cells.some((cell) => cell !== null);
    return { variable, rows: whole.filter(({ cells }) => told(cells)) };
  };
  const upper = places.filter(({ kind, parent }) => kind !== 'branch' || parent === 'library');
  const tables = [
    ...BY_BRANCH.map((variable) => tableOf(variable, places)),
    ...BY_MUNICIPALITY.map((variable) => tableOf(variable, upper)),
  ];
  const shownOf = (category: string) =>
    tables[0]?.rows.find(({ value }) => value === category)?.cells[0] ?? null;
  return {
    ...{ library: library.id, month, places, tables },
    totals: places.map(({ id }) => shownTotal(totals, id)),
    subCategories: (FIXED_VALUES.category ?? []).map((category) => ({
      category,
      rows: withinCategory(category, shownOf(category), numbers, (value) =>
        count('library', 'sub-category', value),
      ),
    })),
    use: publishUse(use),
    handovers: publishHandovers(handovers),
  };
}

function shownTotal(totals: ShownTotals, id: string): Shown {
  const total = totals.get(id);
  return total?.shown === true ? total.count : null;
}

/** A library's own categories are told only within one of the law's that is shown: its number is all that ties them to the rest. */
function withinCategory(
  category: string,
  shown: Shown,
  numbers: Numbers,
  count: (value: string) => number,
): { readonly value: string; readonly count: Shown }[] {
  if (shown === null) return [];
  const own = numbers.values('sub-category').filter((value) => value.startsWith(`${category}/`));
  const { rows } = showList(new Map(own.map((value) => [value.slice(category.length + 1), count(value)])));
  return rows;
}

function placesOf(name: string, branches: readonly CountedBranch[]): PublishedPlace[] {
  const municipalities = [...new Set(branches.flatMap(({ municipality }) => municipality ?? []))].sort();
  const sorted = [...branches].sort((one, other) => (one.id < other.id ? -1 : 1));
  return [
    { id: 'library', parent: null, kind: 'library', name },
    ...municipalities.map(
      (id): PublishedPlace => ({
        id: `municipality:${id}`,
        parent: 'library',
        kind: 'municipality',
        name: id,
      }),
    ),
    ...sorted.map(
      ({ id, name: called, municipality }): PublishedPlace => ({
        id: `branch:${id}`,
        parent: municipality === null ? 'library' : `municipality:${municipality}`,
        kind: 'branch',
        name: called,
      }),
    ),
  ];
}

function branchesAt(place: string, branches: readonly CountedBranch[]): readonly string[] {
  return branches
    .filter(
      ({ id, municipality }) =>
        place === 'library' || place === `branch:${id}` || place === `municipality:${municipality}`,
    )
    .map(({ id }) => id);
}

/** Counts, to be looked up. */
class Numbers {
  private readonly found = new Map<string, number>();
  private readonly known = new Map<Variable, Set<string>>();

  constructor(counts: readonly Counted[]) {
    for (const { branch, variable, value, number } of counts) {
      const key = `${branch} ${variable} ${value}`;
      this.found.set(key, (this.found.get(key) ?? 0) + number);
      this.known.set(variable, (this.known.get(variable) ?? new Set()).add(value));
    }
  }

  of(branch: string, variable: Variable, value: string): number {
    return this.found.get(`${branch} ${variable} ${value}`) ?? 0;
  }

  values(variable: Variable): readonly string[] {
    return [...(this.known.get(variable) ?? [])].sort();
  }
}
