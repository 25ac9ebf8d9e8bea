import { HOME_LANGUAGE, type Language } from '../../core/domain/words.ts';
import { ADMINISTRATION_WORDS } from '../words/administration-words.ts';

const KEPT = 'balie-language';

/** The language to begin in: the one that was chosen in this browser, or the first of the browser that there are words for. */
export function startLanguage(): Language {
  const wanted = [localStorage.getItem(KEPT) ?? '', ...navigator.languages.map((tag) => tag.slice(0, 2))];
  return wanted.find((language) => Object.hasOwn(ADMINISTRATION_WORDS, language)) ?? HOME_LANGUAGE;
}

/** Begins in this language the next time. Nothing else is kept in the browser. */
export function keepLanguage(language: Language): void {
  localStorage.setItem(KEPT, language);
}
