import { createContext, type ReactElement, useContext } from 'react';
import type { Language } from '../../core/domain/words.ts';
import type { AdminSay } from '../words/admin-words.ts';

/** What every screen of the admin can reach. */
export type AdminTools = {
  readonly say: AdminSay;
  /** The language of the words; times and numbers are written as it does. */
  readonly language: Language;
  readonly chooseLanguage: (language: Language) => void;
  readonly openDisplay: () => void;
  /** Opens the desk's screens. */
  readonly openDesk: () => void;
  /** Ends the visit, and with it the role. */
  readonly signOut: () => void;
  /** Gives the whole screen to something, and takes it back with `undefined`: the home then comes again. */
  readonly fill: (screen: ReactElement | undefined) => void;
  /** What a part wants to find again when it comes back, by its id; it writes in it. It goes with the role. */
  readonly kept: Map<string, unknown>;
};

export const AdminContext = createContext<AdminTools | undefined>(undefined);

/** The tools of the admin's screens. Throws when they are not around this component: a bug. */
export function useAdmin(): AdminTools {
  const tools = useContext(AdminContext);
  if (tools === undefined) throw new Error("The admin's screens are used outside of their own.");
  return tools;
}
