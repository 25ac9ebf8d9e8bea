import { z } from 'zod';
import { CalendarDate } from './calendar-date-schema.ts';
import { LONGEST_NAME, PARAMETER_NAME } from './parameter-name.ts';
import { WebAddress } from './web-address.ts';

/** Where a fact was read, and when somebody last looked. */
export const Source = z.strictObject({
  title: z.string().min(1),
  url: WebAddress,
  checked_on: CalendarDate,
});
export type Source = z.infer<typeof Source>;

/** The name of a parameter: two or more ids joined by points, as in `huurtoeslag.leeftijd`. */
export const ParameterId = z
  .string()
  .max(LONGEST_NAME)
  .regex(PARAMETER_NAME, 'use names joined by points, as in "huurtoeslag.leeftijd"');
export type ParameterId = z.infer<typeof ParameterId>;

/** A value with the days (both included) on which it holds. */
export const DatedValue = z.strictObject({
  value: z.number(),
  valid_from: CalendarDate,
  valid_until: CalendarDate,
  source: WebAddress,
  checked_on: CalendarDate,
});
export type DatedValue = z.infer<typeof DatedValue>;

/** What a number counts; it decides how the number is written on the screen. */
export const Unit = z.enum(['euro', 'percent', 'year', 'month', 'week', 'day', 'hour', 'count']);
export type Unit = z.infer<typeof Unit>;

/** An amount, limit or term that changes with the calendar. It lives here and never in running text. */
export const Parameter = z.strictObject({ unit: Unit, values: z.array(DatedValue).min(1) });
export type Parameter = z.infer<typeof Parameter>;

export const Parameters = z.record(ParameterId, Parameter);
export type Parameters = Readonly<Record<ParameterId, Parameter>>;
