import { z } from 'zod';
import { type CalendarDate, dayExists } from '../calendar-date.ts';
import { wallMomentAt } from '../directory/amsterdam-time.ts';

/**
 * An hour on the clock on the wall of a Dutch library, without minutes and without a zone: `2026-11-26T14`. The hour and the weekday of a
 * question are those that staff lived, in summer and in winter. In the one night with an hour twice, both are the same hour.
 */
export const LocalHour = z
  .string()
  .regex(/^\d{4}-\d{2}-\d{2}T([01]\d|2[0-3])$/, 'is no hour, as in 2026-11-26T14')
  .refine((text) => dayExists(text.slice(0, 10)), 'is of a day that does not exist');
export type LocalHour = z.infer<typeof LocalHour>;

/** The hour on the wall at a moment. */
export function localHourOf(moment: Date): LocalHour {
  const { date, minutes } = wallMomentAt(moment.getTime());
  return localHour(date, Math.floor(minutes / 60));
}

/** The hour `hour` (0 to 23) of a day. */
export function localHour(date: CalendarDate, hour: number): LocalHour {
  return `${date}T${String(hour).padStart(2, '0')}`;
}

/** The day of an hour. */
export function dayOf(hour: LocalHour): CalendarDate {
  return hour.slice(0, 10);
}

/** The hour of its day, 0 to 23. */
export function hourOfDay(hour: LocalHour): number {
  return Number(hour.slice(11));
}
