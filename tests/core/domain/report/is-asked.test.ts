import { expect, test } from 'vitest';
import { isAsked } from '../../../../core/domain/report/is-asked.ts';
import { publish } from '../../../../core/domain/report/publish.ts';
import { aMonth, times } from './a-month.ts';

const NONE = publish(aMonth(times(60, 'centrum')));
const FEW = publish(aMonth([...times(60, 'centrum'), ...times(9, 'centrum', { organization: 'duo' })]));
const MANY = publish(aMonth([...times(60, 'centrum'), ...times(30, 'centrum', { organization: 'duo' })]));

test('goes by what is told in any of the months, so a few that are hidden are as none', () => {
  expect([[NONE], [FEW], [NONE, FEW]].map((months) => isAsked(months, 'duo'))).toEqual([false, false, false]);
  expect([[MANY], [NONE, MANY], [FEW, MANY]].map((months) => isAsked(months, 'duo'))).toEqual([
    true,
    true,
    true,
  ]);
});

test('goes by every place: of a library of which the number is hidden that of a branch may be told', () => {
  const tables = MANY.tables.map((table) => ({
    ...table,
    rows: table.rows.map((row) => ({ ...row, cells: row.cells.map((_, at) => (at === 1 ? 30 : null)) })),
  }));
  expect(isAsked([{ ...MANY, tables }], 'duo')).toBe(true);
});
