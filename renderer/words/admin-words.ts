import { HOME_LANGUAGE, type Language } from '../../core/domain/words.ts';
import { en } from './en/admin.ts';
import { type AdminWords, nl } from './nl/admin.ts';
import { type Saying, startSaying } from './start-saying.ts';
import type { KeysOf } from './word-key.ts';

/** The languages the admin's screens can speak; elsewhere they speak the home language. Loaded with them, not before. */
export const ADMIN_WORDS: Readonly<Record<Language, AdminWords>> = { nl, en };

export type AdminWordKey = KeysOf<AdminWords>;
/** A text of the admin's screens: `say('door.title')`. */
export type AdminSay = Saying<AdminWordKey>;

/** Gives, for a language, how to say something in it. */
export const adminSayings: (language: Language) => AdminSay = startSaying<AdminWordKey>(ADMIN_WORDS);

/** The language that the admin's screens speak to somebody who reads this one. */
export function adminLanguage(language: Language): Language {
  return ADMIN_WORDS[language] === undefined ? HOME_LANGUAGE : language;
}
