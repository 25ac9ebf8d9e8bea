import { addDays, type CalendarDate, daysBetween } from '../calendar-date.ts';
import { opensWhileShut } from './marks.ts';
import { clockText, type HoldingSchedule, openingOn, type Span } from './opening-hours.ts';
import { hasRule, type Schedule } from './schedule.ts';
import { lastTime } from './schedule-days.ts';
import { isForFewDays, writtenFor } from './written-for.ts';

/** The level of what is written of a service at one place; the service has 0. */
export const NEAREST = 1;

/** What closes by a rule for at most so many days was written for them, as for a summer; for longer, it is how a building is used. */
const SEASON_DAYS = 92;

/**
 * The hours of what is given in a place, as far as the place lets them be: where the place is shut for some days, or closes earlier on
 * a day, so does what is given there. Not what has hours of its own for that very day, nor what is marked as open while
 * its doors are shut: who cooks at Easter does not do so all summer.
 */
export function boundByPlace(
  own: readonly HoldingSchedule[],
  there: readonly HoldingSchedule[],
): readonly HoldingSchedule[] {
  if (own.filter(hasHours).every(opensWhileShut)) return own;
  const bound = [...own, ...there.filter(isShutForDays)];
  return [...bound, ...shorterDays(bound, there)];
}

/** Says when it opens, and not only that it is closed. */
export function hasHours({ opens_at }: Schedule): boolean {
  return opens_at !== undefined;
}

/**
 * Does it close some days, or all from a day on, and so hold for what is nearer as well? Not where it closes a weekday the year round:
 * the desk of a building has days of its own, and its doors may be open then.
 */
export function isShutForDays(schedule: Schedule): boolean {
  if (hasHours(schedule)) return false;
  const { from, to } = writtenFor(schedule);
  if (!hasRule(schedule)) return (from ?? to) !== undefined;
  const [first, last] = [from ?? schedule.dtstart, to ?? lastTime(schedule)];
  return first !== undefined && last !== undefined && daysBetween(first, last) < SEASON_DAYS;
}

/** For each day on which a place has hours of that day that are shorter than those of what is given there: what is left of these. */
function shorterDays(own: readonly HoldingSchedule[], there: readonly HoldingSchedule[]): HoldingSchedule[] {
  const days = new Map<CalendarDate, Schedule>();
  for (const schedule of there.filter((each) => hasHours(each) && isForFewDays(each)))
    for (const day of daysOf(schedule)) days.set(day, schedule);
  return [...days].flatMap(([date, special]): HoldingSchedule[] => {
    const { spans, exception } = openingOn(own, date);
    if (spans.length === 0 || exception !== undefined) return [];
    const left = overlap(spans, openingOn(there, date).spans);
    if (JSON.stringify(left) === JSON.stringify(spans)) return [];
    const { id, description, attributes } = special;
    // As near as hours can be: it is these that are shortened.
    const day: HoldingSchedule = {
      ...{ id, valid_from: date, valid_to: date, level: NEAREST },
      ...(description !== undefined && { description }),
      ...(attributes !== undefined && { attributes }),
    };
    if (left.length === 0) return [day];
    return left.map((span) => ({
      ...day,
      opens_at: clockText(span.opens),
      closes_at: clockText(span.closes),
    }));
  });
}

function daysOf(schedule: Schedule): CalendarDate[] {
  const { from, to } = writtenFor(schedule);
  const days: CalendarDate[] = [];
  if (from === undefined || to === undefined) return days;
  for (let day = from; day <= to; day = addDays(day, 1)) days.push(day);
  return days;
}

function overlap(some: readonly Span[], others: readonly Span[]): Span[] {
  return some.flatMap((one) =>
    others.flatMap((other): Span[] => {
      const [opens, closes] = [Math.max(one.opens, other.opens), Math.min(one.closes, other.closes)];
      return opens < closes ? [{ opens, closes }] : [];
    }),
  );
}
