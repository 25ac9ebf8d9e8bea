import { z } from 'zod';
import { DATE_FORM, dayExists } from './calendar-date.ts';

/** The schema of a day. Apart from the reckoning with days, which the screens need without zod. */
export const CalendarDate = z
  .string()
  .regex(DATE_FORM, { error: 'write a date as year-month-day, as in 2026-11-03', abort: true })
  .refine(dayExists, { error: 'there is no such day, so write one that the calendar has', abort: true });
export type CalendarDate = z.infer<typeof CalendarDate>;
