import { createContext, useContext } from 'react';
import type { Language } from '../../core/domain/words.ts';
import type { AdminSay } from '../words/admin-words.ts';

/** What every screen of the admin can reach. */
export type AdminTools = {
  readonly say: AdminSay;
  /** The language of the words; times and numbers are written as it does. */
  readonly language: Language;
  readonly chooseLanguage: (language: Language) => void;
  readonly openDisplay: () => void;
  /** Ends the visit, and with it the role. */
  readonly signOut: () => void;
};

export const AdminContext = createContext<AdminTools | undefined>(undefined);

/** The tools of the admin's screens. Throws when they are not around this component: a bug. */
export function useAdmin(): AdminTools {
  const tools = useContext(AdminContext);
  if (tools === undefined) throw new Error("The admin's screens are used outside of their own.");
  return tools;
}
