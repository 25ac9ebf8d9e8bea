import { Children, isValidElement, type ReactElement, type ReactNode } from 'react';
import { expect, test } from 'vitest';
import { ChartTable, type TableBehind } from '../../../renderer/charts/chart-table.tsx';
import { VariableChart } from '../../../renderer/charts/variable-chart.tsx';
import { worthSayings } from '../../../renderer/words/worth-words.ts';

/** An own category of a library that was moved to another category, and is still counted in both. */
const names = { 'sub-category': { anders: 'Anders', digid: 'DigiD' } };
const counted = (value: string, count: number) => ({ value, count });

function tableOf(rows: Parameters<typeof VariableChart>[0]['rows']): TableBehind {
  const say = worthSayings('nl');
  const chart = VariableChart({ variable: 'sub-category', rows, whole: null, language: 'nl', say, names });
  return (chart as ReactElement<{ table: TableBehind }>).props.table;
}

/** By which keys React tells the rows of a table from those that it drew before. */
function keysOf(table: TableBehind): (string | null)[] {
  const found: (string | null)[] = [];
  const walk = (node: ReactNode, isBody: boolean) =>
    Children.forEach(node, (child) => {
      if (!isValidElement<{ children?: ReactNode }>(child)) return;
      if (isBody && child.type === 'tr') found.push(child.key);
      walk(child.props.children, isBody || child.type === 'tbody');
    });
  walk(ChartTable({ table, labelledBy: 'title' }), false);
  return found;
}

const FIRST = [
  ...[counted('digital-contact/anders', 9), counted('information/anders', 8)],
  counted('digital-contact/digid', 7),
];
const THEN = [counted('digital-contact/digid', 9), counted('information/anders', 3)];

test('a row of the table keeps its own key, whatever else is called as it is: no row of another period stays', () => {
  expect(keysOf(tableOf(FIRST))).toEqual(FIRST.map(({ value }) => value));
  expect(keysOf(tableOf(THEN))).toEqual(THEN.map(({ value }) => value));
});

test('own categories of one name are told apart by their category, and others are not', () => {
  const called = (rows: typeof FIRST) => tableOf(rows).rows.map(({ cells: [name] }) => name);
  expect(called(FIRST)).toEqual([
    ...['Anders (Hulp bij contact met de overheid)', 'Anders (Informatie)', 'DigiD'],
  ]);
  expect(called(THEN)).toEqual(['DigiD', 'Anders']);
});
