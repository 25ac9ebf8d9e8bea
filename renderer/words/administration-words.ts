import type { Language } from '../../core/domain/words.ts';
import { en } from './en/administration.ts';
import { type AdministrationWords, nl } from './nl/administration.ts';
import { type Saying, startSaying } from './start-saying.ts';
import type { KeysOf } from './word-key.ts';

/** The languages of the administration. */
export const ADMINISTRATION_WORDS: Readonly<Record<Language, AdministrationWords>> = { nl, en };

/** The name of a text of the administration. */
export type AdministrationWordKey = KeysOf<AdministrationWords>;
/** A text of the administration: `say('devices.title')`. */
export type AdministrationSay = Saying<AdministrationWordKey>;

/** Gives, for a language, how to say something in it. */
export const administrationSayings: (language: Language) => AdministrationSay =
  startSaying<AdministrationWordKey>(ADMINISTRATION_WORDS);
