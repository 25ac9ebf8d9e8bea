import { type ReactNode, useMemo } from 'react';
import { AdminWordsContext } from '../../admin/use-admin-words.ts';
import { WordsContext } from '../../hooks/use-words.ts';
import { adminSayings } from '../../words/admin-words.ts';
import { startWords } from '../../words/start-words.ts';
import { useWords } from '../use-words.ts';

const wordsIn = startWords();

/** The words that parts of the app need which are shown here too: those of its screens, and of the admin at a kiosk. */
export function KioskWords({ children }: { readonly children: ReactNode }) {
  const { language } = useWords();
  const admin = useMemo(() => ({ say: adminSayings(language), language }), [language]);
  return (
    <AdminWordsContext value={admin}>
      <WordsContext value={wordsIn(language)}>{children}</WordsContext>
    </AdminWordsContext>
  );
}
