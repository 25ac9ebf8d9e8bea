import type { Month } from './month.ts';
import type { Publication, PublishedPlace } from './publication.ts';
import { type CountedHandovers, publishHandovers } from './publish-handovers.ts';
import { type CountedUse, publishUse } from './publish-use.ts';
import type { PlaceTree } from './suppression/place-tree.ts';
import { showList } from './suppression/show-list.ts';
import { type Shown, type ShownTotals, showTable, showTotals } from './suppression/show-table.ts';
import type { AskedQuestion } from './ties/asked-question.ts';
import { hideTied, type WholeTable } from './ties/hide-tied.ts';
import { FIXED_VALUES, type Variable, valuesOf } from './variables.ts';

/** A branch, and the municipality that it is in, when somebody said so. */
export type CountedBranch = {
  readonly id: string;
  readonly name: string;
  readonly municipality: string | null;
};

/** A library and what was counted of it in a month. */
export type CountedMonth = {
  readonly library: { readonly id: string; readonly name: string };
  readonly month: Month;
  readonly branches: readonly CountedBranch[];
  readonly asked: readonly AskedQuestion[];
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
  'place',
  'visitor',
  'hour',
  'weekday',
];

/** What is told of a month. The same questions always give the same. Those of a branch that is not named are left out. */
export function publish({ library, month, branches, asked, use, handovers }: CountedMonth): Publication {
  const places = placesOf(library.name, branches);
  const ids = new Set(branches.map(({ id }) => id));
  const known = asked.filter(({ branch }) => ids.has(branch));
  const numbers = new Numbers(known);
  const count = (place: string, variable: Variable, value: string) =>
    branchesAt(place, branches).reduce((sum, branch) => sum + numbers.of(branch, variable, value), 0);
  const totals = showTotals(places, (leaf) =>
    numbers.values('category').reduce((sum, value) => sum + count(leaf, 'category', value), 0),
  );
  const tableOf = (variable: Variable, tree: PlaceTree): WholeTable => {
    const values = FIXED_VALUES[variable] ?? numbers.values(variable);
    const rows = showTable(tree, totals, values, (leaf, value) => count(leaf, variable, value));
    const column = new Map(tree.map(({ id }, index) => [id, index]));
    return {
      variable,
      rows: rows.map(({ value, cells }) => ({
        value,
        cells: places.map(({ id }): Shown => cells[column.get(id) ?? -1] ?? null),
      })),
    };
  };
  const upper = places.filter(({ kind, parent }) => kind !== 'branch' || parent === 'library');
  const byBranch = BY_BRANCH.map((variable) => tableOf(variable, places));
  const byMunicipality = BY_MUNICIPALITY.map((variable) => tableOf(variable, upper));
  const own = ownCategories(byBranch[0], places, numbers.values('sub-category'), (value) =>
    count('library', 'sub-category', value),
  );
  const shownTotals = places.map(({ id }) => shownTotal(totals, id));
  const tables = hideTied(
    places,
    shownTotals,
    [...byBranch, ...byMunicipality, own],
    known.map(({ branch, question }) => ({ branch: `branch:${branch}`, question })),
  );
  return {
    ...{ library: library.id, month, places },
    totals: shownTotals,
    tables: tables.filter(({ variable }) => variable !== 'sub-category').map(withoutUntold),
    subCategories: (FIXED_VALUES.category ?? []).map((category) => ({
      category,
      rows: ownRowsOf(category, tables),
    })),
    use: publishUse(use),
    handovers: publishHandovers(handovers),
  };
}

function shownTotal(totals: ShownTotals, id: string): Shown {
  const total = totals.get(id);
  return total?.shown === true ? total.count : null;
}

/** Of a list that grows, a name that is nowhere shown says that somebody asked for it. */
function withoutUntold({ variable, rows }: WholeTable) {
  const isTold = ({ cells }: WholeTable['rows'][number]) => cells.some((cell) => cell !== null);
  return { variable, rows: rows.filter((row) => variable in FIXED_VALUES || isTold(row)).map(copied) };
}

function copied({ value, cells }: WholeTable['rows'][number]) {
  return { value, cells: [...cells] };
}

/** A library's own categories, of the whole library. They are told only within one of the law's that is shown. */
function ownCategories(
  categories: WholeTable | undefined,
  places: readonly PublishedPlace[],
  values: readonly string[],
  count: (value: string) => number,
): WholeTable {
  const rows = (categories?.rows ?? []).flatMap(({ value: category, cells: [shown = null] }) => {
    const own = values.filter((value) => value.startsWith(`${category}/`));
    const list = showList(new Map(own.map((value) => [value, shown === null ? 0 : count(value)])));
    return own.map((value) => {
      const told = list.rows.find((row) => row.value === value)?.count ?? null;
      return { value, cells: places.map((_, index): Shown => (index === 0 ? told : null)) };
    });
  });
  return { variable: 'sub-category', rows };
}

/** What is told of own categories in one of the law's: nothing, when that one is not told itself. */
function ownRowsOf(category: string, tables: readonly WholeTable[]) {
  const rowsOf = (variable: Variable) => tables.find((table) => table.variable === variable)?.rows ?? [];
  const shown = rowsOf('category').find(({ value }) => value === category)?.cells[0] ?? null;
  if (shown === null) return [];
  return rowsOf('sub-category').flatMap(({ value, cells: [count = null] }) =>
    value.startsWith(`${category}/`) && count !== null
      ? [{ value: value.slice(category.length + 1), count }]
      : [],
  );
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

  constructor(asked: readonly AskedQuestion[]) {
    for (const { branch, question } of asked)
      for (const [variable, value] of Object.entries(valuesOf(question)) as [Variable, string][]) {
        const key = `${branch} ${variable} ${value}`;
        this.found.set(key, (this.found.get(key) ?? 0) + 1);
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
