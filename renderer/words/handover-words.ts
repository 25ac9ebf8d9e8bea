import { HOME_LANGUAGE, type Language } from '../../core/domain/words.ts';
import { en } from './en/handover.ts';
import { type HandoverWords, nl } from './nl/handover.ts';
import { type Saying, startSaying } from './start-saying.ts';
import type { KeysOf } from './word-key.ts';

/** The languages in which staff hand over; elsewhere in the home language. */
const HANDOVER_WORDS: Readonly<Record<Language, HandoverWords>> = { nl, en };

/** A text of handing over: `say('title')`. */
export type HandoverSay = Saying<KeysOf<HandoverWords>>;

/** Gives, for a language, how to say something in it. */
export const handoverSayings: (language: Language) => HandoverSay =
  startSaying<KeysOf<HandoverWords>>(HANDOVER_WORDS);

/** The language in which staff hand over who read this one. */
export function handoverLanguage(language: Language): Language {
  return HANDOVER_WORDS[language] === undefined ? HOME_LANGUAGE : language;
}
