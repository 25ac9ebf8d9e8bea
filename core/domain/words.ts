import type { Language } from './language.ts';

// The type without its schema: the first screen picks words, and need not load what checks them.
export type { Language };

/** The language every pack is complete in, and the one a visitor sees when a translation is missing. */
export const HOME_LANGUAGE: Language = 'nl';

/** The same thing said in several languages. */
export type InLanguages<T> = Readonly<Partial<Record<Language, T>>>;

/** What `pick` found: the value, the language it is in, and whether that is another one than was asked for. */
export type Picked<T> = { readonly value: T; readonly language: Language; readonly fellBack: boolean };

/**
 * The value in the wanted language, else in the home language, else in any.
 * It says that it fell back, so that a screen can mark the text with its real language (WCAG 3.1.2).
 * Undefined only when there is no language at all.
 */
export function pick<T>(values: InLanguages<T>, wanted: Language): Picked<T> | undefined {
  const inIt = (language: Language): Picked<T> | undefined => {
    const value = Object.hasOwn(values, language) ? values[language] : undefined;
    return value === undefined ? undefined : { value, language, fellBack: language !== wanted };
  };
  // Nearly always it is there, and a screen asks for every text that it shows: the others are not even listed then.
  return inIt(wanted) ?? inIt(HOME_LANGUAGE) ?? firstOf(Object.keys(values).sort(), inIt);
}

function firstOf<T>(
  languages: readonly Language[],
  find: (language: Language) => T | undefined,
): T | undefined {
  for (const language of languages) {
    const found = find(language);
    if (found !== undefined) return found;
  }
  return undefined;
}

type Direction = 'ltr' | 'rtl';

/** Scripts of today that run from right to left (ISO 15924). */
const RIGHT_TO_LEFT = ['Adlm', 'Arab', 'Hebr', 'Mand', 'Nkoo', 'Rohg', 'Samr', 'Syrc', 'Thaa'];

/** Written in the Arabic script, and not known to every runtime. */
const ARABIC_SCRIPT = ['acm', 'azb'];

/** Screens ask for every text they show. */
const known = new Map<Language, Direction>();

/**
 * The direction a language is written in: that of the script it is most written in, by Unicode's likely subtags. `getTextInfo` would say it
 * at once, but Chromium keeps its data for few languages and takes the others for written from left to right.
 */
export function directionOf(language: Language): Direction {
  const direction = known.get(language) ?? (RIGHT_TO_LEFT.includes(scriptOf(language)) ? 'rtl' : 'ltr');
  known.set(language, direction);
  return direction;
}

function scriptOf(language: Language): string {
  if (ARABIC_SCRIPT.includes(language)) return 'Arab';
  try {
    return new Intl.Locale(language).maximize().script ?? '';
  } catch {
    // No code of a language.
    return '';
  }
}
