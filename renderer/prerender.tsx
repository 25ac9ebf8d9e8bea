import { renderToString } from 'react-dom/server';
import { HOME_LANGUAGE } from '../core/domain/words.ts';
import { WordsContext } from './hooks/use-words.ts';
import { Attract } from './visitor/attract/attract.tsx';
import { startWords } from './words/start-words.ts';

const nothing = () => undefined;

/**
 * The first screen as markup, in the home language: what `App` begins with. The build puts it in index.html (decision 5).
 */
export function prerender(): string {
  return renderToString(
    <WordsContext value={startWords()(HOME_LANGUAGE)}>
      <Attract language={HOME_LANGUAGE} begin={nothing} askDesk={nothing} openDisplay={nothing} />
    </WordsContext>,
  );
}
