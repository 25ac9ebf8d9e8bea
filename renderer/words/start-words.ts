import { createInstance } from 'i18next';
import { HOME_LANGUAGE, type Language } from '../../core/domain/words.ts';
import { SCREEN_WORDS } from './screen-words.ts';
import type { WordKey } from './word-key.ts';

/** The languages that visitors are offered: those in which the screens and the shipped content are complete. */
export const OFFERED: readonly Language[] = ['nl', 'en'];

/** A text of the screens in one language, with values in its places; `count` chooses the plural form. */
export type Say = (key: WordKey, values?: Readonly<Record<string, string | number>>) => string;

/** Starts the words of the screens. Gives, for a language, how to say something in it; always the same function. */
export function startWords(): (language: Language) => Say {
  const words = createInstance();
  void words.init({
    resources: Object.fromEntries(Object.entries(SCREEN_WORDS).map(([code, screens]) => [code, { screens }])),
    fallbackLng: HOME_LANGUAGE,
    defaultNS: 'screens',
    ns: ['screens'],
    initAsync: false,
    interpolation: { escapeValue: false }, // React escapes.
  });
  const known = new Map<Language, Say>();
  return (language) => {
    const before = known.get(language);
    if (before !== undefined) return before;
    const translate = words.getFixedT(language, 'screens');
    const plain = new Map<WordKey, string>();
    // Most texts have no values and are said again on every screen.
    const say: Say = (key, values) => {
      if (values !== undefined) return translate(key, values);
      const said = plain.get(key) ?? translate(key);
      plain.set(key, said);
      return said;
    };
    known.set(language, say);
    return say;
  };
}

/** The language that the screens speak to somebody who reads this one: the same, or the one they fall back on. */
export function wordsLanguage(language: Language): Language {
  return SCREEN_WORDS[language] === undefined ? HOME_LANGUAGE : language;
}

/** What a language calls itself. */
export function nameOf(language: Language): string {
  return SCREEN_WORDS[language]?.languageName ?? language;
}
