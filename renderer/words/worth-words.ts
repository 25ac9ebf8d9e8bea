import type { Language } from '../../core/domain/words.ts';
import { en } from './en/worth.ts';
import { nl, type WorthWords } from './nl/worth.ts';
import { type Saying, startSaying } from './start-saying.ts';
import type { KeysOf } from './word-key.ts';

const WORTH_WORDS: Readonly<Record<Language, WorthWords>> = { nl, en };

/** A text around the charts of what the help is worth: `say('title')`. */
export type WorthSay = Saying<KeysOf<WorthWords>>;

/** Gives, for a language, how to say something in it. */
export const worthSayings: (language: Language) => WorthSay = startSaying<KeysOf<WorthWords>>(WORTH_WORDS);
