import type { Language } from '../words.ts';

/** The answers that a screen gives labels of its own, where an author wrote none. */
export type UsualAnswer = 'ja' | 'nee' | 'dont_know';

/**
 * What these labels are in the languages that packs are written in. The words files of the screens say it; a test holds this to them, because
 * the check runs where there are no screens.
 */
export const USUAL_ANSWERS: Readonly<Record<Language, Readonly<Record<UsualAnswer, string>>>> = {
  nl: { ja: 'Ja', nee: 'Nee', dont_know: 'Dat weet ik niet' },
  en: { ja: 'Yes', nee: 'No', dont_know: "I don't know" },
};
