import { useCallback, useEffect, useMemo, useState } from 'react';
import type { Session } from '../../core/contract/administration/account.ts';
import { SIGN_IN_ROUTES } from '../../core/contract/administration/sign-in-routes.ts';
import type { Language } from '../../core/domain/words.ts';
import { administrationSayings } from '../words/administration-words.ts';
import { AskError, type AskFault, actFor, ask } from './api/ask.ts';
import { Invited } from './invitation/invited.tsx';
import { keepLanguage, startLanguage } from './language.ts';
import { Failed } from './parts/answered.tsx';
import { goTo, hrefOf, readPlace, useAddress } from './place/place.ts';
import { OperatorShell } from './shell/operator-shell.tsx';
import { Shell } from './shell/shell.tsx';
import { SignIn } from './sign-in/sign-in.tsx';
import { AdministrationContext } from './use-administration.ts';
import { WordsContext } from './use-words.ts';

/** Who is here: not known yet, nobody, somebody, or not to be known. */
type Here = { readonly session?: Session; readonly fault?: AskFault };

/** The administration in the browser: the way in, and what is behind it. */
export function Administration() {
  const [language, setLanguage] = useState<Language>(startLanguage);
  const [here, setHere] = useState<Here>();
  const say = administrationSayings(language);

  const signedIn = useCallback((session: Session) => {
    // Everybody but an operator has one library, whatever was chosen in this window before.
    if (session.account.library !== null) actFor(undefined);
    setHere({ session });
  }, []);
  const look = useCallback(() => {
    ask(SIGN_IN_ROUTES.session, {}).then(signedIn, (error: unknown) => {
      const fault = error instanceof AskError ? error.fault : 'unavailable';
      setHere(fault === 'not-signed-in' ? {} : { fault });
    });
  }, [signedIn]);
  useEffect(look, [look]);
  useEffect(() => {
    document.documentElement.lang = language;
    keepLanguage(language);
  }, [language]);

  const signedOut = useCallback(() => {
    actFor(undefined);
    setHere({});
  }, []);
  const words = useMemo(() => ({ say, language, setLanguage }), [say, language]);
  const account = here?.session?.account;
  const tools = useMemo(
    () => (account === undefined ? undefined : { say, language, account, signedOut }),
    [say, language, account, signedOut],
  );

  const place = readPlace(new URL(useAddress(), location.origin));
  const started = useCallback(
    (session: Session) => {
      goTo(hrefOf([]), { instead: true });
      signedIn(session);
    },
    [signedIn],
  );

  if (here === undefined) return null;
  return (
    <WordsContext value={words}>
      {tools !== undefined ? (
        <AdministrationContext value={tools}>
          {account?.library === null ? <OperatorShell /> : <Shell />}
        </AdministrationContext>
      ) : here.fault !== undefined ? (
        <main>
          <h1>{say('product')}</h1>
          <Failed fault={here.fault} again={look} />
        </main>
      ) : place?.path[0] === 'invitation' ? (
        <Invited started={started} />
      ) : (
        <SignIn signedIn={signedIn} />
      )}
    </WordsContext>
  );
}
