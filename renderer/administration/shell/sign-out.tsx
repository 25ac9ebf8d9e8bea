import { LogOut, TriangleAlert } from 'lucide';
import { useEffect, useRef, useState } from 'react';
import { SIGN_IN_ROUTES } from '../../../core/contract/administration/sign-in-routes.ts';
import { Icon } from '../../ui/icon.tsx';
import { AskError, type AskFault, ask } from '../api/ask.ts';
import { faultWords } from '../parts/fault-words.ts';
import { useAdministration } from '../use-administration.ts';
import styles from './shell.module.css';

/** The way out. When the server does not say that it is so, whoever is here stays, and reads that they may still be signed in. */
export function SignOut() {
  const { say, signedOut } = useAdministration();
  const [fault, setFault] = useState<AskFault>();
  const signOut = () => {
    setFault(undefined);
    ask(SIGN_IN_ROUTES.signOut, { body: {} }).then(signedOut, (error: unknown) => {
      const why = error instanceof AskError ? error.fault : 'unavailable';
      if (why === 'not-signed-in') signedOut();
      else setFault(why);
    });
  };
  return (
    <>
      {fault !== undefined && <NotSignedOut fault={fault} />}
      <button type="button" className={styles.out} onClick={signOut}>
        <Icon of={LogOut} />
        {say('signOut')}
      </button>
    </>
  );
}

function NotSignedOut({ fault }: { readonly fault: AskFault }) {
  const { say } = useAdministration();
  const told = useRef<HTMLDivElement>(null);
  // With many screens above it, or large letters, it begins below the window.
  useEffect(() => {
    told.current?.scrollIntoView({ block: 'nearest' });
  }, []);
  return (
    <div ref={told} className={styles.notOut} role="alert">
      <strong>
        <Icon of={TriangleAlert} />
        {say('signOutFailed.title')}
      </strong>
      <p>{say(faultWords(fault))}</p>
      <p>{say('signOutFailed.else')}</p>
    </div>
  );
}
