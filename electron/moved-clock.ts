import type { CalendarDate } from '../core/domain/calendar-date.ts';

/**
 * A clock that began, just now, on the given day: `real` moved by whole days of this place, so that the time of day is
 * kept and time goes on. Without a day it is `real` itself.
 */
export function movedClock(day: CalendarDate | undefined, real: () => Date = () => new Date()): () => Date {
  if (day === undefined) return real;
  const [year = 0, month = 1, date = 1] = day.split('-').map(Number);
  const begun = real();
  const moved = new Date(begun);
  moved.setFullYear(year, month - 1, date);
  const shift = moved.getTime() - begun.getTime();
  return () => new Date(real().getTime() + shift);
}
