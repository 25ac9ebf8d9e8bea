import type { Shown } from './suppression/show-table.ts';

/** Of fewer than this no percentage is told: one question more or less would move it by more than one. */
export const LEAST_BASE = 100;

/** How many of a hundred, whole; null where either is not shown or the base is too small. It is reckoned from what is shown only. */
export function shareOf(part: Shown, whole: Shown): number | null {
  if (part === null || whole === null || whole < LEAST_BASE) return null;
  return Math.round((part * 100) / whole);
}

/** A percentage as a report writes it; a line where there may be none. */
export function percentText(percent: number | null): string {
  return percent === null ? '–' : `${percent}%`;
}
