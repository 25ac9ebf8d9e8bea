import { expect, it } from 'vitest';
import { showList } from '../../../../../core/domain/report/suppression/show-list.ts';

const shown = (numbers: Record<string, number>) => showList(new Map(Object.entries(numbers)));

it('shows numbers that are large enough, by the names of their values, and their total', () => {
  expect(shown({ toeslagen: 30, digid: 20 })).toEqual({
    total: 50,
    rows: [
      { value: 'digid', count: 20 },
      { value: 'toeslagen', count: 30 },
    ],
  });
});

it('does not even name a value that is small, nor leaves it to be reckoned back', () => {
  const { total, rows } = shown({ digid: 40, toeslagen: 30, schulden: 2 });
  expect(rows.map(({ value }) => value)).not.toContain('schulden');
  const told = rows.reduce((sum, { count }) => sum + Number(count), 0);
  if (total !== null) expect(total - told).not.toBe(2);
});

it('shows nothing of nothing', () => {
  expect(shown({}).rows).toEqual([]);
});
