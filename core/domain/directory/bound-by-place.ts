import { addDays, type CalendarDate } from '../calendar-date.ts';
import { opensOnHolidays } from './marks.ts';
import { clockText, openingOn, type Span } from './opening-hours.ts';
import { hasRule, type Schedule } from './schedule.ts';
import { isForFewDays, writtenFor } from './written-for.ts';

/**
 * The hours of what is given in a place, as far as the place lets them be: where the place is shut for some days, or closes earlier on
 * a day, so does what is given there. Not what has hours of its own for that very day, nor what is open while doors are
 * shut: hours that are marked as open on holidays.
 */
export function boundByPlace(own: readonly Schedule[], there: readonly Schedule[]): readonly Schedule[] {
  if (own.filter(hasHours).every(opensOnHolidays)) return own;
  const bound = [...own, ...there.filter(isShutForDays)];
  return [...bound, ...shorterDays(bound, there)];
}

/** Says when it opens, and not only that it is closed. */
export function hasHours({ opens_at }: Schedule): boolean {
  return opens_at !== undefined;
}

/**
 * Closes some days, or all from a day on, and no weekday the year round: the desk of a building has days of its own, and
 * its doors may be open then.
 */
export function isShutForDays(schedule: Schedule): boolean {
  const { from, to } = writtenFor(schedule);
  return !(hasHours(schedule) || hasRule(schedule)) && (from ?? to) !== undefined;
}

/** For each day on which a place has hours of that day that are shorter than those of what is given there: what is left of these. */
function shorterDays(own: readonly Schedule[], there: readonly Schedule[]): Schedule[] {
  const days = new Map<CalendarDate, Schedule>();
  for (const schedule of there.filter((each) => hasHours(each) && isForFewDays(each)))
    for (const day of daysOf(schedule)) days.set(day, schedule);
  return [...days].flatMap(([date, special]): Schedule[] => {
    const { spans, exception } = openingOn(own, date);
    if (spans.length === 0 || exception !== undefined) return [];
    const left = overlap(spans, openingOn(there, date).spans);
    if (JSON.stringify(left) === JSON.stringify(spans)) return [];
    const { id, description, attributes } = special;
    const day: Schedule = {
      ...{ id, valid_from: date, valid_to: date },
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
