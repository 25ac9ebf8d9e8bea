import type { Language } from '../../core/domain/words.ts';
import { ar } from './ar/screens.ts';
import { en } from './en/screens.ts';
import { nl, type ScreenWords } from './nl/screens.ts';

/**
 * All languages the screens can speak. One that is not offered can be opened by a test. Words and nothing else: main
 * prints them too.
 */
export const SCREEN_WORDS: Readonly<Record<Language, ScreenWords>> = { nl, en, ar };
