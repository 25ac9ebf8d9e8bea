import { HOME_LANGUAGE, type Language } from '../../core/domain/words.ts';
import { SCREEN_WORDS } from './screen-words.ts';
import { type Saying, startSaying } from './start-saying.ts';
import type { WordKey } from './word-key.ts';

/** The languages that visitors are offered: those in which the screens and the shipped content are complete. */
export const OFFERED: readonly Language[] = ['nl', 'en'];

/**
 * The languages that the words of the screens are there in. At a handover all of them: whoever agrees to something reads it first, with a
 * member of staff beside them, and a visit would need content in it too.
 */
export const SPOKEN: readonly Language[] = Object.keys(SCREEN_WORDS);

/** A text of the screens in one language, with values in its places; `count` chooses the plural form. */
export type Say = Saying<WordKey>;

/** Starts the words of the screens. Gives, for a language, how to say something in it; always the same function. */
export function startWords(): (language: Language) => Say {
  return startSaying<WordKey>(SCREEN_WORDS);
}

/** The language that the screens speak to somebody who reads this one: the same, or the one they fall back on. */
export function wordsLanguage(language: Language): Language {
  return SCREEN_WORDS[language] === undefined ? HOME_LANGUAGE : language;
}

/** What a language calls itself. */
export function nameOf(language: Language): string {
  return SCREEN_WORDS[language]?.languageName ?? language;
}
