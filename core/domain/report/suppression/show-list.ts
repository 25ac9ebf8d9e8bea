import { type Shown, showTable, showTotals } from './show-table.ts';

/** A list of numbers that add up to a total, as they are shown. What is not shown is not named either: a name says that there is one. */
export type ShownList = {
  readonly total: Shown;
  readonly rows: { readonly value: string; readonly count: Shown }[];
};

/** Shows a list, so that nobody can reckon back a number under THRESHOLD. By the names of its values. */
export function showList(numbers: ReadonlyMap<string, number>): ShownList {
  const tree = [{ id: 'all', parent: null }];
  const values = [...numbers.keys()].sort();
  const totals = showTotals(tree, () => values.reduce((sum, value) => sum + (numbers.get(value) ?? 0), 0));
  const total = totals.get('all');
  const rows = showTable(tree, totals, values, (_, value) => numbers.get(value) ?? 0);
  return {
    total: total?.shown === true ? total.count : null,
    rows: rows.flatMap(({ value, cells: [count = null] }) => (count === null ? [] : [{ value, count }])),
  };
}
