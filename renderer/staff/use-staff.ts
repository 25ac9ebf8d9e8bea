import { createContext, useContext } from 'react';
import type { Language } from '../../core/domain/words.ts';
import type { StaffSay } from '../words/staff-words.ts';

/** What every screen of the desk can reach. */
export type StaffTools = {
  readonly say: StaffSay;
  /** The language of the words; times and numbers are written as it does. */
  readonly language: Language;
  readonly openDisplay: () => void;
  /** Ends the visit, and with it the role. */
  readonly lock: () => void;
  /** Opens the screens of visitors, to look at them together; not where a visitor uses this machine. */
  readonly openVisitor: (() => void) | undefined;
  /** Somebody wants to see who asks for help, until it is shown. */
  readonly helpWanted: boolean;
  readonly helpShown: (() => void) | undefined;
  /** Opens the administration, for whoever may. */
  readonly openAdmin: (() => void) | undefined;
  /** For how many open hours nothing was logged, as the log found it; null when there is nothing to remind of. Stays the same function. */
  readonly quietAtLog: (hours: number | null) => void;
};

export const StaffContext = createContext<StaffTools | undefined>(undefined);

/** The tools of the desk's screens. Throws when they are not around this component: a bug. */
export function useStaff(): StaffTools {
  const tools = useContext(StaffContext);
  if (tools === undefined) throw new Error("The desk's screens are used outside of their own.");
  return tools;
}
