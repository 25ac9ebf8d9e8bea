import { createContext, useContext } from 'react';
import type { Language } from '../../core/domain/words.ts';
import type { AdministrationSay } from '../words/administration-words.ts';

/** The words of the administration, and the way to another language of them. */
export type Words = {
  readonly say: AdministrationSay;
  readonly language: Language;
  readonly setLanguage: (language: Language) => void;
};

export const WordsContext = createContext<Words | undefined>(undefined);

/** The words of the administration, also for who is not signed in. Throws when there are none around this component: a bug. */
export function useWords(): Words {
  const words = useContext(WordsContext);
  if (words === undefined) throw new Error('The words of the administration are used outside of it.');
  return words;
}
