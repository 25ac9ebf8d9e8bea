import { HOME_LANGUAGE, type Language } from '../../core/domain/words.ts';
import { en } from './en/help.ts';
import { type HelpWords, nl } from './nl/help.ts';
import { type Saying, startSaying } from './start-saying.ts';
import type { KeysOf } from './word-key.ts';

/** The languages in which the desk hears of help; elsewhere it is the home language. */
export const HELP_WORDS: Readonly<Record<Language, HelpWords>> = { nl, en };

/** A text of it: `say('title')`. */
export type HelpSay = Saying<KeysOf<HelpWords>>;

const sayings: (language: Language) => HelpSay = startSaying<KeysOf<HelpWords>>(HELP_WORDS);

/** Says it to somebody who reads this language, or in the home language. */
export function helpSayings(language: Language): HelpSay {
  return sayings(HELP_WORDS[language] === undefined ? HOME_LANGUAGE : language);
}
