import { createInstance, type i18n } from 'i18next';
import { initReactI18next } from 'react-i18next';
import { HOME_LANGUAGE, type Language } from '../../core/domain/words.ts';
import { ar } from './ar/screens.ts';
import { en } from './en/screens.ts';
import { nl, type ScreenWords } from './nl/screens.ts';

/** The languages that visitors are offered: those in which the screens and the shipped content are complete. */
export const OFFERED: readonly Language[] = ['nl', 'en'];

/** All languages the screens can speak. One that is not offered can be opened by a test. */
export const SCREEN_WORDS: Readonly<Record<Language, ScreenWords>> = { nl, en, ar };

/** Starts the words of the screens in one language. */
export function startWords(language: Language): i18n {
  const words = createInstance();
  void words.use(initReactI18next).init({
    resources: Object.fromEntries(Object.entries(SCREEN_WORDS).map(([code, screens]) => [code, { screens }])),
    lng: language,
    fallbackLng: HOME_LANGUAGE,
    defaultNS: 'screens',
    ns: ['screens'],
    initAsync: false,
    interpolation: { escapeValue: false }, // React escapes.
  });
  return words;
}

/** What a language calls itself. */
export function nameOf(language: Language): string {
  return SCREEN_WORDS[language]?.languageName ?? language;
}
