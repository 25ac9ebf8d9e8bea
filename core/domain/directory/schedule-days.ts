import { addDays, type CalendarDate, dayNumber, daysBetween } from '../calendar-date.ts';
import { weekdayOf } from './amsterdam-time.ts';
import { type Schedule, Weekday } from './schedule.ts';

const WEEKDAYS = Weekday.options;
/** A rule that ends after so many times is followed for at most twenty years. */
const MOST_DAYS_COUNTED = 7305;

/**
 * Does a schedule fall on a day? Its rule is read as RFC 5545 says, WEEKLY or MONTHLY with interval, byday and
 * bymonthday, from dtstart (or where there is none, valid_from) to until or for count times; and only from valid_from to
 * valid_to, both included.
 * Without a rule it falls on dtstart, or where there is none on every day on which it is valid.
 */
export function occursOn(schedule: Schedule, date: CalendarDate): boolean {
  const { valid_from, valid_to, count } = schedule;
  const start = startOf(schedule);
  if ((valid_from !== undefined && date < valid_from) || (valid_to !== undefined && date > valid_to))
    return false;
  if (!ruleFallsOn(schedule, date)) return false;
  if (count === undefined || start === undefined) return true;
  // Only up to the day that is asked for: whoever looks a year ahead asks of each of its days.
  let times = 0;
  for (let days = 0; days < MOST_DAYS_COUNTED; days++) {
    const day = addDays(start, days);
    if (day > date || times > count) break;
    if (ruleFallsOn(schedule, day)) times++;
  }
  return times <= count;
}

/** The day on which a rule that ends after so many times falls the last time; undefined where there is no telling. */
export function lastTime(schedule: Schedule): CalendarDate | undefined {
  const { count } = schedule;
  const start = startOf(schedule);
  if (count === undefined || start === undefined) return undefined;
  let times = 0;
  for (let days = 0; days < MOST_DAYS_COUNTED; days++) {
    const day = addDays(start, days);
    if (ruleFallsOn(schedule, day) && ++times === count) return day;
  }
  return undefined;
}

function ruleFallsOn(schedule: Schedule, date: CalendarDate): boolean {
  const { dtstart, until } = schedule;
  if ((dtstart !== undefined && date < dtstart) || (until !== undefined && date > until)) return false;
  switch (freqOf(schedule)) {
    case 'WEEKLY':
      return isInWeeklyStep(schedule, date) && fitsDays(schedule, date);
    case 'MONTHLY':
      return isInMonthlyStep(schedule, date) && fitsMonth(schedule, date);
    default:
      return dtstart === undefined || date === dtstart;
  }
}

/** How often a rule comes back; where it is not said, its days say it: the first Tuesday is one of a month. */
function freqOf({ freq, byday, bymonthday }: Schedule): Schedule['freq'] {
  if (freq !== undefined) return freq;
  if (bymonthday !== undefined) return 'MONTHLY';
  if (byday === undefined) return undefined;
  return /\d/.test(byday) ? 'MONTHLY' : 'WEEKLY';
}

/** Where a rule begins to count its steps. */
const startOf = ({ dtstart, valid_from }: Schedule) => dtstart ?? valid_from;

function isInWeeklyStep(schedule: Schedule, date: CalendarDate): boolean {
  const start = startOf(schedule);
  const { interval = 1, wkst = 'MO' } = schedule;
  if (interval === 1 || start === undefined) return true;
  const weekOf = (day: CalendarDate) => dayNumber(day) - ((weekdayOf(day) - WEEKDAYS.indexOf(wkst) + 7) % 7);
  return ((weekOf(date) - weekOf(start)) / 7) % interval === 0;
}

function fitsDays(schedule: Schedule, date: CalendarDate): boolean {
  const { byday, dtstart } = schedule;
  if (byday !== undefined) return byday.split(',').some((day) => day.endsWith(nameOf(date)));
  return dtstart === undefined || weekdayOf(dtstart) === weekdayOf(date);
}

function isInMonthlyStep(schedule: Schedule, date: CalendarDate): boolean {
  const start = startOf(schedule);
  const { interval = 1 } = schedule;
  if (interval === 1 || start === undefined) return true;
  const monthOf = (day: CalendarDate) => Number(day.slice(0, 4)) * 12 + Number(day.slice(5, 7));
  return (monthOf(date) - monthOf(start)) % interval === 0;
}

function fitsMonth(schedule: Schedule, date: CalendarDate): boolean {
  const { byday, bymonthday, dtstart } = schedule;
  const day = Number(date.slice(8));
  const last = lastDayOfMonth(date);
  const fromEnd = day - last - 1;
  if (bymonthday !== undefined) {
    if (!bymonthday.split(',').some((each) => Number(each) === day || Number(each) === fromEnd)) return false;
  } else if (byday === undefined) return dtstart === undefined || dtstart.slice(8) === date.slice(8);
  if (byday === undefined) return true;
  const place = Math.ceil(day / 7);
  const placeFromEnd = Math.floor((day - last) / 7) - 1 + ((day - last) % 7 === 0 ? 0 : 1);
  return byday.split(',').some((each) => {
    if (!each.endsWith(nameOf(date))) return false;
    const wanted = each.slice(0, -2);
    return wanted === '' || Number(wanted) === place || Number(wanted) === placeFromEnd;
  });
}

function nameOf(date: CalendarDate): Weekday {
  return WEEKDAYS[weekdayOf(date)] as Weekday;
}

function lastDayOfMonth(date: CalendarDate): number {
  const year = Number(date.slice(0, 4));
  const month = Number(date.slice(5, 7));
  const next =
    month === 12
      ? `${String(year + 1).padStart(4, '0')}-01-01`
      : `${date.slice(0, 5)}${String(month + 1).padStart(2, '0')}-01`;
  return daysBetween(`${date.slice(0, 7)}-01`, next);
}
