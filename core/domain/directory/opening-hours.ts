import { addDays, type CalendarDate, daysBetween } from '../calendar-date.ts';
import { instantOf, wallMomentAt } from './amsterdam-time.ts';
import { opensOnHolidays } from './marks.ts';
import { type Holiday, holidayOn } from './public-holidays.ts';
import type { Schedule } from './schedule.ts';
import { lastTime, occursOn } from './schedule-days.ts';
import { daysWritten, isForFewDays, SPECIAL_DAYS, writtenFor } from './written-for.ts';

const DAY_MINUTES = 1440;
/** How far a next opening is looked for, and from how many days of opening on it never closes. */
const FURTHEST_DAYS = 370;
const ALWAYS_DAYS = 8;

/**
 * A schedule as it holds at a place, and how near to what the visitor comes for it was written: the higher the nearer, 0 where it is
 * not said. Of hours only the nearest of a day count. What closes on a nearer level than these closes them whatever they are, on a
 * farther one those that are not of those very days, on the same one those that were not written for a shorter time.
 */
export type HoldingSchedule = Schedule & { readonly level?: number };

/** From when to when it is open, in minutes since midnight; past 1440 is the night after. */
export type Span = { readonly opens: number; readonly closes: number };

/**
 * How one day is: its spans in order, none when it is closed. `exception` is the schedule that was written for these
 * days in particular, `holiday` the public holiday that keeps it closed.
 */
export type OpeningDay = {
  readonly date: CalendarDate;
  readonly spans: readonly Span[];
  readonly holiday?: Holiday;
  readonly exception?: Schedule;
};

/** A moment to come: the day, the time on the clock and how many days away it is. */
export type OpeningMoment = { readonly date: CalendarDate; readonly time: string; readonly daysAway: number };

/** Open, until when (null: it does not close); or closed, and when it opens again (null: no such moment is known). */
export type OpeningState =
  | { readonly state: 'open'; readonly until: OpeningMoment | null }
  | { readonly state: 'closed'; readonly opens: OpeningMoment | null; readonly holiday?: Holiday };

/** Which holiday a day is; whoever asks for many services looks it up once. */
export type HolidayOf = (date: CalendarDate) => Holiday | undefined;

/**
 * When a place with these schedules is open on a day. Of the schedules that are valid then, those written for the
 * shortest time count and take the place of the others: the hours of a summer, or of Christmas Eve. One without hours
 * closes its days, unless other hours were written for a shorter time. On a public holiday it is closed, unless the
 * hours were written for those few days, or are marked as open on holidays.
 */
export function openingOn(
  schedules: readonly HoldingSchedule[],
  date: CalendarDate,
  holidayOf: HolidayOf = holidayOn,
): OpeningDay {
  const valid = schedules.filter((each) => isValidOn(each, date));
  const hours = valid.filter((each) => each.opens_at !== undefined);
  const nearest = Math.max(...hours.map(levelOf));
  const opening = hours.filter((each) => levelOf(each) === nearest);
  const shortest = Math.min(...opening.map(daysWritten));
  const closing = valid
    .filter((each) => each.opens_at === undefined && isOver(each, shortest, nearest) && occursOn(each, date))
    .sort((one, other) => daysWritten(one) - daysWritten(other))[0];
  if (closing !== undefined) return { date, spans: [], exception: closing };
  const inForce = opening.filter((each) => daysWritten(each) === shortest && occursOn(each, date));
  const isSpecial = opening.some(isForFewDays);
  const holiday = isSpecial ? undefined : holidayOf(date);
  const open = holiday === undefined ? inForce : inForce.filter(opensOnHolidays);
  const spans = joined(open.map(spanOf));
  return {
    date,
    spans,
    ...(holiday !== undefined && inForce.length > 0 && spans.length === 0 && { holiday }),
    ...(isSpecial && inForce[0] !== undefined && { exception: inForce[0] }),
  };
}

/** Is a place with these schedules open at an instant (milliseconds since 1970)? */
export function isOpenAt(
  schedules: readonly HoldingSchedule[],
  now: number,
  holidayOf: HolidayOf = holidayOn,
): boolean {
  const { date } = wallMomentAt(now);
  return [addDays(date, -1), date].some((day) =>
    openingOn(schedules, day, holidayOf).spans.some(
      ({ opens, closes }) => instantOf(day, opens) <= now && now < instantOf(day, closes),
    ),
  );
}

/**
 * Open or closed at an instant (milliseconds since 1970), and what comes next. Undefined when there are no schedules, or none that
 * says anything of that day any more.
 */
export function openingStateAt(schedules: readonly HoldingSchedule[], now: number): OpeningState | undefined {
  if (schedules.length === 0) return undefined;
  const today = wallMomentAt(now).date;
  let until: number | undefined;
  for (let ahead = -1; ahead <= FURTHEST_DAYS; ahead++) {
    const day = openingOn(schedules, addDays(today, ahead));
    for (const { opens, closes } of day.spans) {
      const from = instantOf(day.date, opens);
      const to = instantOf(day.date, closes);
      if (until !== undefined && from > until) return { state: 'open', until: momentOf(until, today) };
      if (until !== undefined || (from <= now && now < to)) until = Math.max(until ?? to, to);
      else if (from > now) return closed(schedules, today, momentOf(from, today));
    }
    if (until !== undefined && ahead >= ALWAYS_DAYS) return { state: 'open', until: null };
    if (until !== undefined && until < instantOf(day.date, DAY_MINUTES))
      return { state: 'open', until: momentOf(until, today) };
  }
  return isTold(schedules, openingOn(schedules, today)) ? closed(schedules, today, null) : undefined;
}

/** The days from a first one on, so many; without those of which it is not known whether it is open. */
export function openingDays(
  schedules: readonly HoldingSchedule[],
  first: CalendarDate,
  count: number,
): OpeningDay[] {
  return Array.from({ length: count }, (_, days) => openingOn(schedules, addDays(first, days))).filter(
    (day) => isTold(schedules, day),
  );
}

/** Minutes since midnight as the clock shows them: 09:05; what lies past midnight on the clock of that night. */
export function clockText(minutes: number): string {
  const two = (part: number) => String(part).padStart(2, '0');
  const ofDay = minutes % DAY_MINUTES;
  return minutes === DAY_MINUTES ? '24:00' : `${two(Math.floor(ofDay / 60))}:${two(ofDay % 60)}`;
}

/** Does what closes days close those of hours that are written for so many days, on that level? */
function isOver(closing: HoldingSchedule, shortest: number, level: number): boolean {
  const own = levelOf(closing);
  if (own > level) return true;
  const days = daysWritten(closing);
  return own < level ? shortest > SPECIAL_DAYS || days < shortest : days <= shortest;
}

const levelOf = ({ level = 0 }: HoldingSchedule) => level;

function closed(
  schedules: readonly HoldingSchedule[],
  today: CalendarDate,
  opens: OpeningMoment | null,
): OpeningState {
  const { holiday } = openingOn(schedules, today);
  return { state: 'closed', opens, ...(holiday !== undefined && { holiday }) };
}

/** Hours that are no longer valid say nothing of a day, not that it is closed; a day that is closed in particular is. */
function isTold(schedules: readonly Schedule[], { date, exception }: OpeningDay): boolean {
  return exception !== undefined || areHoursKnown(schedules, date);
}

function momentOf(instant: number, today: CalendarDate): OpeningMoment {
  const { date, minutes } = wallMomentAt(instant);
  return { date, time: clockText(minutes), daysAway: daysBetween(today, date) };
}

/**
 * Is there a schedule with hours that is valid on a day, or will be? HSDS: after `valid_to` what it says is not valid any
 * more; no more than that of a rule says what there is after its last time.
 */
export function areHoursKnown(schedules: readonly Schedule[], date: CalendarDate): boolean {
  return schedules.some((schedule) => {
    const { to } = writtenFor(schedule);
    if (schedule.opens_at === undefined || (to !== undefined && date > to)) return false;
    return schedule.count === undefined || date <= (lastTime(schedule) ?? date);
  });
}

function isValidOn(schedule: Schedule, date: CalendarDate): boolean {
  const { from, to } = writtenFor(schedule);
  return (from === undefined || from <= date) && (to === undefined || date <= to);
}

/** Closing not after opening is the next day; as late as it opens is all around the clock. */
function spanOf({ opens_at = '', closes_at = '' }: Schedule): Span {
  const opens = minutesOf(opens_at);
  const closes = minutesOf(closes_at);
  return { opens, closes: closes > opens ? closes : closes + DAY_MINUTES };
}

function minutesOf(time: string): number {
  return Number(time.slice(0, 2)) * 60 + Number(time.slice(3, 5));
}

/** Spans that touch or overlap are one. */
function joined(spans: readonly Span[]): Span[] {
  const result: Span[] = [];
  for (const span of [...spans].sort((one, other) => one.opens - other.opens)) {
    const last = result.at(-1);
    if (last !== undefined && span.opens <= last.closes)
      result[result.length - 1] = { opens: last.opens, closes: Math.max(last.closes, span.closes) };
    else result.push(span);
  }
  return result;
}
