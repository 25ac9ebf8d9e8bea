import { Weekday } from '../../../core/domain/directory/schedule.ts';
import { runsOf, type WeekHours } from '../../../core/domain/directory/week-hours.ts';
import type { Language } from '../../../core/domain/words.ts';

/** 2027-01-04 is a Monday. */
const MONDAY = Date.UTC(2027, 0, 4);
const DAY_MS = 86_400_000;

/** A day of the week as people call it: maandag, or short, ma. */
export function dayName(day: Weekday, language: Language, length: 'long' | 'short' = 'long'): string {
  const at = new Date(MONDAY + Weekday.options.indexOf(day) * DAY_MS);
  return new Intl.DateTimeFormat(language, { weekday: length, timeZone: 'UTC' }).format(at);
}

/** A week in one line: ma, di, wo 10:00–18:00; za 10:00–16:00. */
export function weekText(week: WeekHours, language: Language): string {
  return runsOf(week)
    .map(
      ({ days, opens, closes }) =>
        `${days.map((day) => dayName(day, language, 'short')).join(', ')} ${opens}–${closes}`,
    )
    .join('; ');
}
