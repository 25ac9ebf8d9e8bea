import { z } from 'zod';
import { CalendarDate } from './calendar-date.ts';
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
  .max(120)
  .regex(
    /^[a-z0-9]+(-[a-z0-9]+)*(\.[a-z0-9]+(-[a-z0-9]+)*)+$/,
    'use names joined by points, as in "huurtoeslag.leeftijd"',
  );
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

/** The value that holds on `today`; undefined when none does, or when the name is unknown: then it is stale. */
export function valueOn(
  parameters: Parameters,
  id: ParameterId,
  today: CalendarDate,
): DatedValue | undefined {
  const parameter = Object.hasOwn(parameters, id) ? parameters[id] : undefined;
  return parameter?.values.find((dated) => dated.valid_from <= today && today <= dated.valid_until);
}
