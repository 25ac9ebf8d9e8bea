import { createContext, useContext } from 'react';
import type { HomePage } from '../../core/contract/pages.ts';
import type { Language } from '../../core/domain/words.ts';
import type { Target } from './open-place.ts';
import type { Move, Visit } from './visit.ts';

/** What every screen of a visit can reach: where the visitor is, the language, and the ways on. */
export type VisitTools = {
  readonly visit: Visit;
  readonly home: HomePage;
  readonly language: Language;
  readonly move: (made: Move) => void;
  readonly open: (target: Target) => void;
  readonly stop: () => void;
  readonly chooseLanguage: (language: Language) => void;
};

export const VisitContext = createContext<VisitTools | undefined>(undefined);

/** The tools of the visit around this component. Throws when there is no visit around it: a bug. */
export function useVisit(): VisitTools {
  const tools = useContext(VisitContext);
  if (tools === undefined) throw new Error('useVisit is used outside a visit.');
  return tools;
}
