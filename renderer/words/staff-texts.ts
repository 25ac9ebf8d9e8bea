import type { Language } from '../../core/domain/words.ts';
import { en } from './en/staff.ts';
import { nl, type StaffWords } from './nl/staff.ts';

/** The languages the desk's screens can speak; elsewhere they speak the home language. Words and nothing else: main prints them too. */
export const STAFF_WORDS: Readonly<Record<Language, StaffWords>> = { nl, en };
