import { z } from 'zod';
import { Attributes } from './attribute.ts';
import { Code, Day, HsdsId, Text, Uri, WallTime } from './hsds-values.ts';

/** Hours on another clock would open and close at other times. The Dutch one is an hour ahead of UTC, and in summer two. */
const NOT_DUTCH = 'is not the offset of the Dutch clock: write 1 or 2, with times of the Dutch clock';

/** A day of the week as RRULE (RFC 5545) writes it. */
export const Weekday = z.enum(['MO', 'TU', 'WE', 'TH', 'FR', 'SA', 'SU']);
export type Weekday = z.infer<typeof Weekday>;

/** Days of the week, each if need be with its place in the month: `MO,WE`, `1TU`, `-1FR`. */
const BY_DAY = /^(?:[+-]?[1-5])?(?:MO|TU|WE|TH|FR|SA|SU)(?:,(?:[+-]?[1-5])?(?:MO|TU|WE|TH|FR|SA|SU))*$/;
/** Days of the month, from the end when negative: `1,15,-1`. */
const BY_MONTH_DAY = /^[+-]?(?:[1-9]|[12]\d|3[01])(?:,[+-]?(?:[1-9]|[12]\d|3[01]))*$/;

/**
 * The fields that make up the rule of a schedule, also those that Balie does not know. Without one of them it would say
 * another thing, so a schedule in which one does not fit is left out whole.
 */
export const RULE_FIELDS: ReadonlySet<string | number> = new Set([
  ...[
    'valid_from',
    'valid_to',
    'dtstart',
    'until',
    'count',
    'wkst',
    'timezone',
    'freq',
    'interval',
    'byday',
    'bymonthday',
  ],
  ...['byweekno', 'byyearday', 'opens_at', 'closes_at'],
]);

/**
 * HSDS schedule: when a place is open, by a rule of RFC 5545.
 * Without opens_at and closes_at it says that it is closed on those days.
 */
export const Schedule = z
  .strictObject({
    id: HsdsId,
    valid_from: Day.optional(),
    valid_to: Day.optional(),
    dtstart: Day.optional(),
    timezone: z
      .number(NOT_DUTCH)
      .refine((hours) => hours === 1 || hours === 2, NOT_DUTCH)
      .optional(),
    until: Day.optional(),
    count: z.number().int().min(1).max(10_000).optional(),
    wkst: Weekday.optional(),
    freq: z.enum(['WEEKLY', 'MONTHLY']).optional(),
    interval: z.number().int().min(1).max(1000).optional(),
    byday: z.string().regex(BY_DAY, 'is no list of days, as in MO,WE or 1TU').optional(),
    bymonthday: z.string().regex(BY_MONTH_DAY, 'is no list of days of the month, as in 1,15').optional(),
    description: Text.optional(),
    opens_at: WallTime.optional(),
    closes_at: WallTime.optional(),
    schedule_link: Uri.optional(),
    attending_type: Code.optional(),
    notes: Text.optional(),
    attributes: Attributes,
  })
  .refine(({ opens_at, closes_at }) => (opens_at === undefined) === (closes_at === undefined), {
    error: 'has one of opens_at and closes_at: give both, or neither for closed',
  })
  // RFC 5545, 3.3.10: BYMONTHDAY, and BYDAY with a number, are not for a weekly rule.
  .refine(({ freq, byday = '', bymonthday }) => freq !== 'WEEKLY' || !(/\d/.test(byday) || bymonthday), {
    error: 'is weekly and names days of a month: write MONTHLY',
  })
  .refine(({ count, dtstart, valid_from }) => count === undefined || (dtstart ?? valid_from) !== undefined, {
    error: 'has a count and does not say from when: give dtstart',
  })
  .refine(
    ({ interval = 1, dtstart, valid_from }) => interval === 1 || (dtstart ?? valid_from) !== undefined,
    { error: 'has an interval and does not say from when: give dtstart' },
  )
  // RFC 5545, 3.3.10: what a rule does not say of its days, it has from DTSTART.
  .refine(({ freq, byday, bymonthday, dtstart }) => !freq || (byday ?? bymonthday ?? dtstart) !== undefined, {
    error: 'does not say on which days: give byday or bymonthday, or dtstart',
  })
  .refine(
    ({ until, count, interval = 1, ...rule }) =>
      hasRule(rule) || (until === undefined && count === undefined && interval === 1),
    { error: 'ends or repeats a rule and has none: give freq, or for all days valid_from and valid_to' },
  );
export type Schedule = z.infer<typeof Schedule>;

/** Does it come back, by a rule? */
export function hasRule({
  freq,
  byday,
  bymonthday,
}: {
  readonly freq?: unknown;
  readonly byday?: unknown;
  readonly bymonthday?: unknown;
}): boolean {
  return (freq ?? byday ?? bymonthday) !== undefined;
}
