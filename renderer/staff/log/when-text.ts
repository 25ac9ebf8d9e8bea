import { dayOf, hourOfDay, type LocalHour } from '../../../core/domain/desk/local-hour.ts';
import type { Language } from '../../../core/domain/words.ts';

/** The hour in which a question was asked, and its day when that is not the day of `now`. */
export function whenText(at: LocalHour, now: LocalHour, language: Language): string {
  const hour = `${String(hourOfDay(at)).padStart(2, '0')}:00`;
  if (dayOf(at) === dayOf(now)) return hour;
  const day = new Intl.DateTimeFormat(language, { day: 'numeric', month: 'short', timeZone: 'UTC' });
  return `${day.format(new Date(`${dayOf(at)}T00:00:00Z`))} ${hour}`;
}
