import fc from 'fast-check';
import { expect, test } from 'vitest';
import { monthAfter, monthsBefore } from '../../../../core/domain/report/month.ts';
import { monthsInARow } from '../../../../core/domain/report/months-in-a-row.ts';

const row = (known: readonly { readonly month: string; readonly count: number | null }[], most = 13) =>
  monthsInARow(known, most, (month) => ({ month, count: null }));

test('a month of which nothing is known has its place between two others', () => {
  const [june, august] = [
    { month: '2026-06', count: 40 },
    { month: '2026-08', count: 30 },
  ];
  expect(row([june, august])).toEqual([june, { month: '2026-07', count: null }, august]);
  expect([row([]), row([june])]).toEqual([[], [june]]);
});

test('months follow one another, whichever are known, and the last of them is the last', () => {
  const months = fc
    .uniqueArray(fc.integer({ min: 0, max: 60 }), { minLength: 1 })
    .map((before) => before.sort((a, b) => b - a).map((each) => monthsBefore('2026-11', each)));
  fc.assert(
    fc.property(months, fc.integer({ min: 1, max: 30 }), (known, most) => {
      const told = row(
        known.map((month) => ({ month, count: 1 })),
        most,
      );
      expect(told.at(-1)?.month).toBe(known.at(-1));
      expect(told.length).toBeLessThanOrEqual(most);
      for (const [index, { month, count }] of told.entries()) {
        if (index > 0) expect(month).toBe(monthAfter(told[index - 1]?.month ?? ''));
        expect(count).toBe(known.includes(month) ? 1 : null);
      }
      if (told.length < most) expect(told[0]?.month).toBe(known[0]);
    }),
  );
});
