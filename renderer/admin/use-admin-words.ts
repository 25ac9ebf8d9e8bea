import { createContext, useContext } from 'react';
import type { Language } from '../../core/domain/words.ts';
import type { AdminSay } from '../words/admin-words.ts';

/** The words of what both admins show: the one at the kiosk, and the administration in the browser. */
export type AdminWordsAround = { readonly say: AdminSay; readonly language: Language };

export const AdminWordsContext = createContext<AdminWordsAround | undefined>(undefined);

/** These words. Throws when there are none around this component: a bug. */
export function useAdminWords(): AdminWordsAround {
  const words = useContext(AdminWordsContext);
  if (words === undefined) throw new Error('The words of the admin are used outside of it.');
  return words;
}
