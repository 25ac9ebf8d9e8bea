import { addDays, type CalendarDate } from '../calendar-date.ts';
import { costsOn, isFree } from './marks.ts';
import type { CostOption } from './service.ts';

/** How a stretch is written that is every day. */
export const EVERY_DAY = '';
/** What has this day as its last has none. */
const LAST_DAY = '9999-12-31';

/**
 * The stretches of days on which something costs nothing, each as `from/to`, where a side without an end is empty; EVERY_DAY when it
 * never costs anything. A price comes and goes, so whether something is free is asked of a day.
 */
export function freeDays(costs: readonly CostOption[] = []): string[] {
  const begins = changesOf(costs);
  const stretches: { readonly from: CalendarDate; to: CalendarDate }[] = [];
  begins.forEach((from, at) => {
    if (!isFree(costsOn(from, costs))) return;
    const next = begins[at + 1];
    const to = next === undefined ? '' : addDays(next, -1);
    const last = stretches.at(-1);
    if (last !== undefined && last.to === addDays(from, -1)) last.to = to;
    else stretches.push({ from, to });
  });
  return stretches.map(({ from, to }) => (from === '' && to === '' ? EVERY_DAY : `${from}/${to}`));
}

/** Is a day in a stretch? */
export function isInStretch(stretch: string, day: CalendarDate): boolean {
  const [from = '', to = ''] = stretch.split('/');
  return from <= day && (to === '' || day <= to);
}

/** The days from which on other prices hold, first to last; before all of them comes the empty one. */
function changesOf(costs: readonly CostOption[]): CalendarDate[] {
  const days = new Set<CalendarDate>(['']);
  for (const { valid_from, valid_to = LAST_DAY } of costs) {
    if (valid_from !== undefined) days.add(valid_from);
    if (valid_to < LAST_DAY) days.add(addDays(valid_to, 1));
  }
  return [...days].sort();
}
