import { fromDayNumber } from '../calendar-date.ts';
import type { Language } from '../language.ts';
import { reportWords } from './report-words.ts';
import { NONE, type Variable } from './variables.ts';

/** What the values of lists that grow are called, by variable and value: those of a library's own lists. */
export type OwnNames = Readonly<Partial<Record<Variable, Readonly<Record<string, string>>>>>;

/** Day 4 since 1970 was a Monday. */
const MONDAY = 4;

/** What a value of a variable is called in a report. A name that nobody knows any more is its id. */
export function valueName(variable: Variable, value: string, language: Language, own: OwnNames = {}): string {
  const words = reportWords(language);
  if (variable === 'hour') return `${Number(value)}–${Number(value) + 1}`;
  if (variable === 'weekday') return weekdayName(Number(value), language);
  if (variable === 'language') return languageName(value, language);
  const id = variable === 'sub-category' ? value.slice(value.indexOf('/') + 1) : value;
  if (id === NONE && (variable === 'organization' || variable === 'sub-category' || variable === 'place'))
    return words.none[variable];
  return words.values[`${variable} ${value}`] ?? own[variable]?.[id] ?? id;
}

/** A weekday, Monday 0. */
function weekdayName(weekday: number, language: Language): string {
  return inWords(`${fromDayNumber(MONDAY + weekday)}T12:00:00Z`, language, { weekday: 'long' });
}

/** A month in words, as "november 2026". */
export function monthName(month: string, language: Language, style: 'long' | 'short' = 'long'): string {
  return inWords(`${month}-15T12:00:00Z`, language, { month: style, year: 'numeric' });
}

function inWords(moment: string, language: Language, how: Intl.DateTimeFormatOptions): string {
  return new Intl.DateTimeFormat(language, { ...how, timeZone: 'UTC' }).format(new Date(moment));
}

function languageName(code: string, language: Language): string {
  if (code === 'und') return reportWords(language).otherLanguage;
  return new Intl.DisplayNames(language, { type: 'language', fallback: 'code' }).of(code) ?? code;
}
