import { DAY_MS } from '../calendar-date.ts';

/** When it was noticed that a month is over; `isDoubted`: what happened since says that the clock ran ahead then. */
export type MonthNoticed = { readonly noticedAt: string; readonly isDoubted: boolean };

/**
 * Since when a month that may be told of now counts as over, and whether it may really be told of: what is told of a month stands for ever,
 * so a clock that runs ahead while somebody looks must not do it. It must still say so a day later, and nothing may say otherwise: no clock
 * that is earlier now, and no question that was logged since and before.
 */
export function sinceOver(
  before: MonthNoticed | undefined,
  now: Date,
): { readonly noticedAt: string; readonly isOver: boolean } {
  const age = before === undefined ? Number.NaN : now.getTime() - Date.parse(before.noticedAt);
  if (before === undefined || before.isDoubted || !(age >= 0))
    return { noticedAt: now.toISOString(), isOver: false };
  return { noticedAt: before.noticedAt, isOver: age >= DAY_MS };
}
