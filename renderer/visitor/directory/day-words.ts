import type { CalendarDate } from '../../../core/domain/calendar-date.ts';
import type { Language } from '../../../core/domain/words.ts';

const said = (date: CalendarDate, language: Language, options: Intl.DateTimeFormatOptions) =>
  new Intl.DateTimeFormat(language, { ...options, timeZone: 'UTC' }).format(new Date(`${date}T00:00:00Z`));

/** The name of the weekday of a date: maandag. */
export function weekdayWords(date: CalendarDate, language: Language): string {
  return said(date, language, { weekday: 'long' });
}

/** A date that is more than a week away, or that others before it are missing: maandag 4 januari. */
export function dateWords(date: CalendarDate, language: Language): string {
  return said(date, language, { weekday: 'long', day: 'numeric', month: 'long' });
}

/** A time of the clock as people say it: 9:00, not 09:00. */
export function clockWords(time: string): string {
  return time.replace(/^0(?=\d:)/, '');
}
