import { createContext, useContext } from 'react';
import type { Account } from '../../core/contract/administration/account.ts';
import type { Language } from '../../core/domain/words.ts';
import type { AdministrationSay } from '../words/administration-words.ts';

/** What every screen of the administration can reach. */
export type AdministrationTools = {
  readonly say: AdministrationSay;
  /** The language of the words; times and numbers are written as it does. */
  readonly language: Language;
  readonly account: Account;
  /** The server says that nobody is signed in any more. */
  readonly signedOut: () => void;
};

export const AdministrationContext = createContext<AdministrationTools | undefined>(undefined);

/** The tools of the administration's screens. Throws when they are not around this component: a bug. */
export function useAdministration(): AdministrationTools {
  const tools = useContext(AdministrationContext);
  if (tools === undefined) throw new Error("The administration's screens are used outside of their own.");
  return tools;
}
