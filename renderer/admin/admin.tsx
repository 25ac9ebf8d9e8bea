import { type ReactElement, useCallback, useMemo, useState } from 'react';
import { directionOf, type Language } from '../../core/domain/words.ts';
import { kiosk } from '../kiosk.ts';
import { LockScreen } from '../staff/lock/lock-screen.tsx';
import { IdleWarning } from '../visitor/idle-warning.tsx';
import { adminLanguage, adminSayings } from '../words/admin-words.ts';
import styles from './admin.module.css';
import { AdminHome } from './admin-home.tsx';
import { AdminContext } from './use-admin.ts';
import { AdminWordsContext } from './use-admin-words.ts';

type Props = {
  readonly language: Language;
  readonly chooseLanguage: (language: Language) => void;
  readonly openDisplay: () => void;
};

/** The screens of whoever looks after this kiosk: the door, and what is behind it. Loaded when somebody asks for them. */
export function Admin({ language: wanted, chooseLanguage, openDisplay }: Props) {
  const [signedIn, setSignedIn] = useState(false);
  const [whole, fill] = useState<ReactElement>();
  const [kept] = useState(() => new Map<string, unknown>());
  const language = adminLanguage(wanted);
  const signOut = useCallback(() => {
    void kiosk.invoke('session:end', {}).catch(() => undefined); // A refusal is main's to log; then idling ends it.
  }, []);
  const tools = useMemo(
    () => ({ say: adminSayings(language), language, chooseLanguage, openDisplay, signOut, fill, kept }),
    [language, chooseLanguage, openDisplay, signOut, kept],
  );
  return (
    <AdminContext value={tools}>
      <AdminWordsContext value={tools}>
        <div className={styles.admin} lang={language} dir={directionOf(language)}>
          {signedIn ? (
            (whole ?? <AdminHome />)
          ) : (
            <LockScreen signedIn={(role) => setSignedIn(role === 'admin')} />
          )}
        </div>
        <IdleWarning language={wanted} stop={signOut} helped={false} />
      </AdminWordsContext>
    </AdminContext>
  );
}
