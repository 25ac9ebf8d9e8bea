import { expect, test } from 'vitest';
import { periodsOf, writePeriod } from '../../../../renderer/staff/worth/periods.ts';

test('months come newest first, with this one though it has no question yet, and then the years', () => {
  const months = [
    { month: '2025-11', number: 3 },
    { month: '2025-12', number: 4 },
  ];
  const period = { from: '2026-01', to: '2026-01' };
  expect(periodsOf({ months, used: [], period }).map(writePeriod)).toEqual([
    ...['2026-01 2026-01', '2025-12 2025-12', '2025-11 2025-11'],
    ...['2026-01 2026-12', '2025-01 2025-12'],
  ]);
});

test('a month in which only the screen was used can be looked at, and its year', () => {
  const period = { from: '2026-01', to: '2026-01' };
  const periods = periodsOf({ months: [], used: ['2025-10', '2026-01'], period });
  expect(periods.map(writePeriod)).toEqual([
    ...['2026-01 2026-01', '2025-10 2025-10', '2026-01 2026-12', '2025-01 2025-12'],
  ]);
});
