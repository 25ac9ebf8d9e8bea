import { RULE_FIELDS, type Schedule, Weekday } from './schedule.ts';

/** From when until when on one day, as HH:MM. */
export type DayHours = { readonly opens: string; readonly closes: string };
/** A week that is the same all year: hours for each day that has any. */
export type WeekHours = Readonly<Partial<Record<Weekday, DayHours>>>;

/** Fields of a rule that a plain week has; with any other it says more than a week can. */
const PLAIN: ReadonlySet<string> = new Set(['freq', 'byday', 'opens_at', 'closes_at']);

/**
 * Schedules as a plain week; undefined when they say more than one (other hours in summer, a day with two openings, every second
 * week), so that nobody saves a week and loses that unseen.
 */
export function weekOf(schedules: readonly Schedule[]): WeekHours | undefined {
  const week: Partial<Record<Weekday, DayHours>> = {};
  for (const schedule of schedules) {
    const { freq, byday, opens_at, closes_at } = schedule;
    const isPlain = Object.keys(schedule).every((field) => PLAIN.has(field) || !RULE_FIELDS.has(field));
    if (!isPlain || freq !== 'WEEKLY' || opens_at === undefined || closes_at === undefined) return undefined;
    for (const day of (byday ?? '').split(',')) {
      const named = Weekday.safeParse(day);
      if (!named.success || week[named.data] !== undefined) return undefined;
      week[named.data] = { opens: opens_at, closes: closes_at };
    }
  }
  return week;
}

/** A plain week as schedules: days with the same hours share one. Empty for a week that is never open. */
export function schedulesOf(week: WeekHours): Schedule[] {
  return runsOf(week).map(({ days, opens, closes }, at) => ({
    id: `week-${at + 1}`,
    freq: 'WEEKLY',
    byday: days.join(','),
    opens_at: opens,
    closes_at: closes,
  }));
}

/** The days of a week that have the same hours, together, each in the order of the week. */
export function runsOf(week: WeekHours): (DayHours & { readonly days: Weekday[] })[] {
  const runs: (DayHours & { readonly days: Weekday[] })[] = [];
  for (const day of Weekday.options) {
    const hours = week[day];
    if (hours === undefined) continue;
    const same = runs.find(({ opens, closes }) => opens === hours.opens && closes === hours.closes);
    if (same === undefined) runs.push({ ...hours, days: [day] });
    else same.days.push(day);
  }
  return runs;
}

/** Days on which a branch is said to close no later than it opens: those hours would go on through the night. */
export function faultyDays(week: WeekHours): Weekday[] {
  return Weekday.options.filter((day) => {
    const hours = week[day];
    return hours !== undefined && !(hours.opens !== '' && hours.closes > hours.opens);
  });
}
