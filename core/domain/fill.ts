import { amountText } from './amount-text.ts';
import type { CalendarDate } from './calendar-date.ts';
import type { Parameters } from './parameter.ts';
import { valueOn } from './parameter-value.ts';
import { fillHoles } from './running-text.ts';
import type { Language } from './words.ts';

/** What holes are filled from. */
export type FillSetting = { readonly parameters: Parameters; readonly today: CalendarDate };

/** The text with its amounts written in; sentences whose amount has no value today are left out. */
export function filled(text: string, language: Language, { parameters, today }: FillSetting): string {
  if (!text.includes('{')) return text;
  const amount = (id: string) => {
    const dated = valueOn(parameters, id, today);
    return dated === undefined
      ? undefined
      : amountText(dated.value, parameters[id]?.unit ?? 'count', language);
  };
  return fillHoles(text, amount, language).text;
}

/** The same words by language with every text in them filled. */
export function filledWords<T>(words: T, setting: FillSetting): T {
  const entries = Object.entries(words as Record<Language, unknown>);
  return Object.fromEntries(
    entries.map(([language, value]) => [language, filledDeep(value, language, setting)]),
  ) as T;
}

/** Does any of the texts need an amount that has no value today? */
export function anyStale(texts: readonly string[], { parameters, today }: FillSetting): boolean {
  return texts.some(
    (text) =>
      text.includes('{') &&
      fillHoles(text, (id) => (valueOn(parameters, id, today) === undefined ? undefined : id)).missing
        .length > 0,
  );
}

function filledDeep(value: unknown, language: Language, setting: FillSetting): unknown {
  if (typeof value === 'string') return filled(value, language, setting);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value).map(([key, inner]) => [key, filledDeep(inner, language, setting)]),
  );
}
