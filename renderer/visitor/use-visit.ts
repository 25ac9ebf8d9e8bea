import { createContext, useContext } from 'react';
import type { HomePage } from '../../core/contract/pages.ts';
import type { Language } from '../../core/domain/words.ts';
import type { Target } from './open-place.ts';
import type { Move, Visit } from './visit.ts';

/** What every screen of a visit can reach, and what seldom changes in it: the language and the ways on. */
export type VisitTools = {
  readonly home: HomePage;
  readonly language: Language;
  readonly move: (made: Move) => void;
  readonly open: (target: Target) => void;
  /**
   * Asked before a screen asks main for more of itself. Gives what to call when that fails: it shows that it did, unless the visitor
   * went elsewhere meanwhile.
   */
  readonly mayFail: () => () => void;
  readonly stop: () => void;
  readonly chooseLanguage: (language: Language) => void;
  /** Opens the display help, over whatever screen there is. */
  readonly openDisplay: () => void;
};

export const VisitToolsContext = createContext<VisitTools | undefined>(undefined);
/** Apart from the tools: it changes with every tap, and who reads it is drawn again at every tap. */
export const VisitContext = createContext<Visit | undefined>(undefined);

/** The tools of the visit around this component. Throws when there is no visit around it: a bug. */
export function useTools(): VisitTools {
  return inside(useContext(VisitToolsContext));
}

/** Where the visitor is, and the way there. Throws when there is no visit around this component: a bug. */
export function useVisit(): Visit {
  return inside(useContext(VisitContext));
}

function inside<T>(found: T | undefined): T {
  if (found === undefined) throw new Error('The visit is used outside of it.');
  return found;
}
