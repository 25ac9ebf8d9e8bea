import fc from 'fast-check';
import { expect, test } from 'vitest';
import { THRESHOLD } from '../../../../../core/domain/report/suppression/protect.ts';
import {
  type Shown,
  type ShownTable,
  type ShownTotals,
  showTable,
  showTotals,
} from '../../../../../core/domain/report/suppression/show-table.ts';
import { attack, isRebuilt, type Known } from './attacker.ts';
import { leavesUnder, type RandomTable, randomTable } from './random-table.ts';

const SEED = { seed: 20261127 };

type Told = { readonly totals: readonly Shown[]; readonly rows: ShownTable };

const totalsOf = ({ tree, values, count }: RandomTable): ShownTotals =>
  showTotals(tree, (leaf) => values.reduce((sum, value) => sum + count(leaf, value), 0));

function told(table: RandomTable): Told {
  const totals = totalsOf(table);
  return {
    totals: table.tree.map(({ id }) => (totals.get(id)?.shown ? (totals.get(id)?.count ?? 0) : null)),
    rows: showTable(table.tree, totals, table.values, table.count),
  };
}

/** Only the small ones are not shown: what nobody may publish. */
function toldWithoutComplement({ tree, values, count }: RandomTable): Told {
  const sum = (place: string, value: string) =>
    leavesUnder(tree, place).reduce((all, leaf) => all + count(leaf, value), 0);
  const shown = (number: number): Shown => (number < THRESHOLD ? null : number);
  return {
    totals: tree.map(({ id }) => shown(values.reduce((all, value) => all + sum(id, value), 0))),
    rows: values.map((value) => ({ value, cells: tree.map(({ id }) => shown(sum(id, value))) })),
  };
}

/** Each small cell, and each small total, that can be reckoned back from what is told. */
function rebuilt({ tree, values, count }: RandomTable, { totals, rows }: Told): string[] {
  const leaves = tree.filter(({ id }) => leavesUnder(tree, id)[0] === id).map(({ id }) => id);
  const unknowns = (place: string, of: readonly string[]) =>
    leavesUnder(tree, place).flatMap((leaf) =>
      of.map((value) => leaves.indexOf(leaf) * values.length + values.indexOf(value)),
    );
  const cells = tree.flatMap(({ id }, index) => [
    { name: id, of: unknowns(id, values), told: totals[index] ?? null },
    ...rows.map(({ value, cells }) => ({
      ...{ name: `${id} ${value}`, of: unknowns(id, [value]), told: cells[index] ?? null },
    })),
  ]);
  const real = leaves.flatMap((leaf) => values.map((value) => count(leaf, value)));
  const known = cells.flatMap(({ of, told: equals }): Known[] => (equals === null ? [] : [{ of, equals }]));
  return cells.flatMap(({ name, of, told: shown }) => {
    const truth = of.reduce((sum, unknown) => sum + (real[unknown] ?? 0), 0);
    if (shown !== null) return shown === truth && truth >= THRESHOLD ? [] : [`${name} is told`];
    if (truth >= THRESHOLD) return [];
    return isRebuilt(attack(known, of, 200), THRESHOLD) ? [name] : [];
  });
}

test('no small cell can be reckoned back from the tables of a month', () => {
  fc.assert(
    fc.property(randomTable, (table) => {
      expect(rebuilt(table, told(table))).toEqual([]);
    }),
    { ...SEED, numRuns: 400 },
  );
});

test('the same attacker reckons cells back where only the small ones are hidden', () => {
  const caught = fc.sample(randomTable, { ...SEED, numRuns: 20 }).map((table) => {
    return rebuilt(table, toldWithoutComplement(table)).length > 0;
  });
  expect(caught.filter(Boolean).length).toBeGreaterThan(10);
});

test('one small branch takes the smallest of the others along', () => {
  const tree = [{ id: 'library', parent: null }, ...['a', 'b', 'c'].map((id) => ({ id, parent: 'library' }))];
  const numbers: Record<string, number> = { a: 3, b: 40, c: 25 };
  const totals = showTotals(tree, (leaf) => numbers[leaf] ?? 0);
  expect([...totals].filter(([, { shown }]) => shown).map(([id]) => id)).toEqual(['library', 'b']);
});

test('nothing is told of a place where fewer than the threshold asked in all', () => {
  const tree = [{ id: 'library', parent: null }];
  const totals = showTotals(tree, () => THRESHOLD - 1);
  expect(totals.get('library')).toEqual({ count: 9, shown: false });
  expect(showTable(tree, totals, ['x'], () => 9)).toEqual([{ value: 'x', cells: [null] }]);
});

test('where the total of a place is not told, nothing below it is', () => {
  fc.assert(
    fc.property(randomTable, (table) => {
      const totals = totalsOf(table);
      for (const { id, parent } of table.tree)
        if (parent !== null && totals.get(parent)?.shown === false)
          expect(totals.get(id)?.shown, id).toBe(false);
    }),
    SEED,
  );
});

test('the same numbers are always told the same way', () => {
  fc.assert(
    fc.property(randomTable, (table) => {
      expect(told(table)).toEqual(told(table));
    }),
    SEED,
  );
});

test('what is large and hides nothing stays', () => {
  const tree = [
    { id: 'library', parent: null },
    { id: 'a', parent: 'library' },
    { id: 'b', parent: 'library' },
  ];
  const totals = showTotals(tree, () => 60);
  expect(showTable(tree, totals, ['x', 'y'], () => 30)).toEqual([
    { value: 'x', cells: [60, 30, 30] },
    { value: 'y', cells: [60, 30, 30] },
  ]);
});
