import type { DeskWorth, Period } from '../../../core/contract/desk/worth.ts';

/** The periods that can be looked at, newest first: each month with questions or with use of the screen, the one that is shown, and each year. */
export function periodsOf({
  months,
  used,
  period,
}: Pick<DeskWorth, 'months' | 'used' | 'period'>): readonly Period[] {
  const known = new Set([
    ...months.map(({ month }) => month),
    ...used,
    ...(period.from === period.to ? [period.to] : []),
  ]);
  const newest = [...known].sort().reverse();
  const years = [...new Set(newest.map((month) => month.slice(0, 4)))];
  return [
    ...newest.map((month) => ({ from: month, to: month })),
    ...years.map((year) => ({ from: `${year}-01`, to: `${year}-12` })),
  ];
}

/** A period as it is written in an address or an option. */
export function writePeriod({ from, to }: Period): string {
  return `${from} ${to}`;
}
