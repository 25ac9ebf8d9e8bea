import { createContext, useContext } from 'react';
import type { Say } from '../words/start-words.ts';

/** The words of the screens in the visitor's language. */
export const WordsContext = createContext<Say | undefined>(undefined);

/** The words of the screens: `say('bar.back')`. Throws when there are none around this component: a bug. */
export function useWords(): Say {
  const say = useContext(WordsContext);
  if (say === undefined) throw new Error('The words are used outside of the app.');
  return say;
}
