import type { ReactNode } from 'react';
import { directionOf, type Language } from '../../../core/domain/words.ts';
import { WordsContext } from '../../hooks/use-words.ts';
import { startWords } from '../../words/start-words.ts';

const wordsIn = startWords();

/** Something on a screen of staff that is for the visitor: its words are in the language of the visitor, and go its way. */
export function InLanguage({
  language,
  children,
}: {
  readonly language: Language;
  readonly children: ReactNode;
}) {
  return (
    <WordsContext value={wordsIn(language)}>
      <div lang={language} dir={directionOf(language)}>
        {children}
      </div>
    </WordsContext>
  );
}
