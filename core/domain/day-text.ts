import type { CalendarDate } from './calendar-date.ts';
import type { Language } from './words.ts';

/** A day as people write it in their language: 3 november 2026. */
export function dayText(day: CalendarDate, language: Language): string {
  return new Intl.DateTimeFormat(language, {
    day: 'numeric',
    month: 'long',
    year: 'numeric',
    timeZone: 'UTC',
  }).format(new Date(`${day}T00:00:00Z`));
}

/** An address as people say it: toeslagen.nl. */
export function siteText(url: string): string {
  return /^https?:\/\/(?:[^/?#]*@)?(?:www\.)?([^/?#]+)/i.exec(url)?.[1] ?? url;
}
