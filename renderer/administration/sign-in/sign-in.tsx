import { Fingerprint, LogIn, TriangleAlert } from 'lucide';
import { type FormEvent, useEffect, useRef, useState } from 'react';
import type { Session, SignInWays } from '../../../core/contract/administration/account.ts';
import { SIGN_IN_ROUTES } from '../../../core/contract/administration/sign-in-routes.ts';
import { Icon } from '../../ui/icon.tsx';
import type { AdministrationWordKey } from '../../words/administration-words.ts';
import { askBrowserToSign } from '../account/browser-passkeys.ts';
import { AskError, ask } from '../api/ask.ts';
import { Button } from '../parts/button.tsx';
import { faultWords } from '../parts/fault-words.ts';
import { Field } from '../parts/field.tsx';
import parts from '../parts/parts.module.css';
import { PasswordFields } from '../parts/password-fields.tsx';
import { Brand } from '../shell/brand.tsx';
import { LanguageChoice } from '../shell/language-choice.tsx';
import { useWords } from '../use-words.ts';
import styles from './sign-in.module.css';

/** The way in: a passkey, a password with a code, or the sign-in of the organisation; what the server has of these. */
export function SignIn({ signedIn }: { readonly signedIn: (session: Session) => void }) {
  const { say } = useWords();
  const [ways, setWays] = useState<SignInWays>();
  const [wrong, setWrong] = useState<AdministrationWordKey | undefined>(() =>
    new URLSearchParams(location.search).get('sign-in') === 'refused' ? 'signIn.refused' : undefined,
  );
  const [busy, setBusy] = useState(false);
  const alert = useRef<HTMLParagraphElement>(null);

  useEffect(() => {
    document.title = `${say('signIn.title')} · ${say('product')}`;
  }, [say]);
  useEffect(() => {
    ask(SIGN_IN_ROUTES.ways, {}).then(setWays, (error: unknown) =>
      setWrong(error instanceof AskError ? faultWords(error.fault) : 'failed.unavailable'),
    );
  }, []);
  useEffect(() => {
    if (wrong !== undefined) alert.current?.focus();
  }, [wrong]);

  const attempt = async (act: () => Promise<Session>) => {
    setBusy(true);
    setWrong(undefined);
    try {
      signedIn(await act());
    } catch (error) {
      setWrong(wordsOf(error));
      setBusy(false);
    }
  };
  const withPassword = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const typed = new FormData(event.currentTarget);
    const text = (name: string) => String(typed.get(name) ?? '').trim();
    const library = text('library');
    void attempt(() =>
      ask(SIGN_IN_ROUTES.password, {
        body: {
          library: library === '' ? null : library,
          name: text('name'),
          password: String(typed.get('password') ?? ''),
          code: text('code').replaceAll(' ', ''),
        },
      }),
    );
  };
  const withPasskey = () =>
    void attempt(async () => {
      const signed = await askBrowserToSign(await ask(SIGN_IN_ROUTES.challenge, { body: {} }));
      if (signed === undefined) throw new Error('The browser signed with no passkey.');
      return ask(SIGN_IN_ROUTES.passkey, { body: signed });
    });

  return (
    <main className={styles.door}>
      <div className={styles.card}>
        <Brand />
        <div>
          <h1>{say('signIn.title')}</h1>
          <p className={parts.lead}>{say('signIn.lead')}</p>
        </div>
        {wrong !== undefined && (
          <p ref={alert} className={styles.wrong} role="alert" tabIndex={-1}>
            <Icon of={TriangleAlert} />
            {say(wrong)}
          </p>
        )}
        {ways?.oidc != null && (
          <a className={`${parts.button} ${parts.strong}`} href="/api/v1/sign-in/oidc">
            {ways.oidc}
          </a>
        )}
        {ways?.passkey && (
          <Button icon={Fingerprint} look="strong" busy={busy} onPress={withPasskey}>
            {say('signIn.passkey')}
          </Button>
        )}
        {ways !== undefined && (
          <form className={styles.form} onSubmit={withPassword}>
            {(ways.passkey || ways.oidc !== null) && <h2>{say('signIn.orPassword')}</h2>}
            <Field
              label={say('signIn.library')}
              note={say('signIn.libraryNote')}
              name="library"
              autoComplete="organization"
            />
            <Field label={say('signIn.name')} name="name" autoComplete="username" required />
            <PasswordFields />
            <Button submit icon={LogIn} look={ways.passkey ? 'plain' : 'strong'} busy={busy}>
              {say('signIn.enter')}
            </Button>
          </form>
        )}
        <LanguageChoice />
      </div>
    </main>
  );
}

function wordsOf(error: unknown): AdministrationWordKey {
  if (!(error instanceof AskError)) return 'signIn.passkeyFailed'; // the browser asked in vain, or somebody stopped it
  return error.fault === 'sign-in-failed' || error.fault === 'bad-request'
    ? 'signIn.wrong'
    : faultWords(error.fault);
}
