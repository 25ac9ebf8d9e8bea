import type { DeskQuestion } from '../../../../core/domain/desk/desk-question.ts';
import type { Publication } from '../../../../core/domain/report/publication.ts';
import { THRESHOLD } from '../../../../core/domain/report/suppression/protect.ts';
import type { AskedQuestion } from '../../../../core/domain/report/ties/asked-question.ts';
import { type Variable, valuesOf } from '../../../../core/domain/report/variables.ts';
import { BRANCHES } from './a-month.ts';
import { attack, isRebuilt, type Known } from './suppression/attacker.ts';

/** A number in a report: which questions it counts, and what is told of it. */
export type Cell = {
  readonly name: string;
  readonly place: string;
  readonly only: Partial<Record<Variable, string>>;
  readonly told: number | null;
};

/** The numbers of what was published, those that are not named included: an attacker thinks of those too. */
export function cellsOf(publication: Publication, asked: readonly AskedQuestion[]): Cell[] {
  const { places, totals, tables, subCategories } = publication;
  const cells: Cell[] = places.map(({ id }, index) => {
    return { name: id, place: id, only: {}, told: totals[index] ?? null };
  });
  const valuesIn = (variable: Variable) => [
    ...new Set(asked.map(({ question }) => valuesOf(question)[variable])),
  ];
  for (const { variable, rows } of tables)
    places.forEach(({ id }, index) => {
      for (const value of valuesIn(variable))
        cells.push({
          ...{ name: `${id} ${variable} ${value}`, place: id, only: { [variable]: value } },
          told: rows.find((row) => row.value === value)?.cells[index] ?? null,
        });
    });
  for (const { category, rows } of subCategories)
    for (const value of valuesIn('sub-category').filter((each) => each.startsWith(`${category}/`)))
      cells.push({
        ...{ name: value, place: 'library', only: { category, 'sub-category': value } },
        told: rows.find((row) => row.value === value.slice(category.length + 1))?.count ?? null,
      });
  return cells;
}

/** Whether an attacker knows of each combination of values whether it came up anywhere in the library (`ties`), or takes all for possible. */
export type Attacker = 'ties' | 'no ties';

/**
 * Every small number about these variables that somebody reckons back who has all that is told of them. What is not known to them is
 * how often each branch had each combination of their values: so tables of different variables are held against each other.
 */
export function rebuiltOf(
  cells: readonly Cell[],
  asked: readonly AskedQuestion[],
  variables: readonly Variable[],
  attacker: Attacker = 'no ties',
): string[] {
  const kinds = new Map<
    string,
    { readonly number: number; readonly branch: string; readonly values: Values }
  >();
  const options = variables.map((variable) => [
    ...new Set(asked.map(({ question }) => valuesOf(question)[variable])),
  ]);
  const seen = new Set(asked.map(({ question }) => combinationOf(question, variables).join(' ')));
  for (const { id } of BRANCHES)
    for (const values of combinations(options)) {
      if (attacker === 'ties' && !seen.has(values.join(' '))) continue;
      kinds.set([id, ...values].join(' '), {
        ...{ number: kinds.size, branch: id },
        values: Object.fromEntries(variables.map((variable, index) => [variable, values[index] ?? ''])),
      });
    }
  const real = new Array<number>(kinds.size).fill(0);
  for (const { branch, question } of asked) {
    const kind = kinds.get([branch, ...combinationOf(question, variables)].join(' '));
    if (kind !== undefined) real[kind.number] = (real[kind.number] ?? 0) + 1;
  }
  const about = cells.filter(({ only }) =>
    Object.keys(only).every((each) => variables.includes(each as Variable)),
  );
  const sums = about.map((cell) => ({ cell, of: unknownsOf(cell, [...kinds.values()]) }));
  const known = sums.flatMap(({ cell: { told }, of }): Known[] =>
    told === null ? [] : [{ of, equals: told }],
  );
  return sums.flatMap(({ cell: { name, told }, of }) => {
    const truth = of.reduce((sum, unknown) => sum + (real[unknown] ?? 0), 0);
    if (told !== null) return told === truth && truth >= THRESHOLD ? [] : [`${name} is told as ${told}`];
    if (truth >= THRESHOLD) return [];
    // Of a month in which nothing is told, nothing limits it.
    if (known.length === 0) return [];
    return isRebuilt(attack(known, of, 1000), THRESHOLD) ? [name] : [];
  });
}

function combinationOf(question: DeskQuestion, variables: readonly Variable[]): string[] {
  const values = valuesOf(question);
  return variables.map((variable) => values[variable]);
}

type Values = Readonly<Record<string, string>>;

function unknownsOf(
  { place, only }: Cell,
  kinds: readonly { readonly number: number; readonly branch: string; readonly values: Values }[],
): number[] {
  const branches = BRANCHES.filter(
    ({ id, municipality }) =>
      place === 'library' || place === `branch:${id}` || place === `municipality:${municipality}`,
  ).map(({ id }) => id);
  return kinds
    .filter(
      ({ branch, values }) =>
        branches.includes(branch) &&
        Object.entries(only).every(([variable, value]) => values[variable] === value),
    )
    .map(({ number }) => number);
}

function combinations(options: readonly (readonly string[])[]): string[][] {
  return options.reduce<string[][]>(
    (made, values) => made.flatMap((before) => values.map((value) => [...before, value])),
    [[]],
  );
}
