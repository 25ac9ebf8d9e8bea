import { HOME_LANGUAGE, type Language } from '../../core/domain/words.ts';
import type { StaffWords } from './nl/staff.ts';
import { STAFF_WORDS } from './staff-texts.ts';
import { type Saying, startSaying } from './start-saying.ts';
import type { KeysOf } from './word-key.ts';

export type StaffWordKey = KeysOf<StaffWords>;
/** A text of the desk's screens: `say('log.title')`. */
export type StaffSay = Saying<StaffWordKey>;

/** Gives, for a language, how to say something in it. */
export const staffSayings: (language: Language) => StaffSay = startSaying<StaffWordKey>(STAFF_WORDS);

/** The language that the desk's screens speak to somebody who reads this one. */
export function staffLanguage(language: Language): Language {
  return STAFF_WORDS[language] === undefined ? HOME_LANGUAGE : language;
}
