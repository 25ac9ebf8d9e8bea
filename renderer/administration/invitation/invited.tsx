import { Fingerprint, TriangleAlert } from 'lucide';
import { type FormEvent, useEffect, useState } from 'react';
import {
  faultOfPassword,
  type Invitation,
  type Session,
  type Started,
} from '../../../core/contract/administration/account.ts';
import { SIGN_IN_ROUTES } from '../../../core/contract/administration/sign-in-routes.ts';
import { Icon } from '../../ui/icon.tsx';
import { Code } from '../../visitor/take-along/code.tsx';
import type { AdministrationWordKey } from '../../words/administration-words.ts';
import { askBrowserForPasskey } from '../account/browser-passkeys.ts';
import { AskError, ask } from '../api/ask.ts';
import { Button } from '../parts/button.tsx';
import { faultWords } from '../parts/fault-words.ts';
import { Field } from '../parts/field.tsx';
import parts from '../parts/parts.module.css';
import { Brand } from '../shell/brand.tsx';
import { LanguageChoice } from '../shell/language-choice.tsx';
import styles from '../sign-in/sign-in.module.css';
import { useWords } from '../use-words.ts';
import invitedStyles from './invited.module.css';
import { RecoveryCodeList } from './recovery-code-list.tsx';

/** What stands behind the # of the link: it never goes into the log of a server. */
const tokenHere = () => location.hash.slice(1);

/** Begins an account by its invitation: with a passkey, or a password and an app with codes. Then shows the recovery codes. */
export function Invited({ started }: { readonly started: (session: Session) => void }) {
  const { say } = useWords();
  const [token] = useState(tokenHere);
  const [invitation, setInvitation] = useState<Invitation>();
  const [wrong, setWrong] = useState<AdministrationWordKey>();
  const [begun, setBegun] = useState<Started>();
  const [busy, setBusy] = useState(false);

  useEffect(() => {
    const title = begun ? 'codesTitle' : wrong === 'invitation.gone' ? 'gone' : 'title';
    document.title = `${say(`invitation.${title}`)} · ${say('product')}`;
  }, [say, begun, wrong]);
  useEffect(() => {
    ask(SIGN_IN_ROUTES.invitation, { body: { token } }).then(setInvitation, (error: unknown) =>
      setWrong(goneOr(error)),
    );
  }, [token]);

  const attempt = async (act: () => Promise<Started>) => {
    setBusy(true);
    setWrong(undefined);
    try {
      const start = await act();
      if (start.recoveryCodes.length === 0) started(start.session);
      else setBegun(start);
    } catch (error) {
      setWrong(
        error instanceof AskError && error.fault === 'sign-in-failed'
          ? 'invitation.wrongCode'
          : error instanceof AskError
            ? goneOr(error)
            : 'signIn.passkeyFailed',
      );
      setBusy(false);
    }
  };
  const withPasskey = () =>
    void attempt(async () => {
      const asked = await ask(SIGN_IN_ROUTES.passkeyChallenge, { body: { token } });
      const made = await askBrowserForPasskey(asked);
      if (made === undefined) throw new Error('The browser made no passkey.');
      const name = say('invitation.passkeyName');
      return ask(SIGN_IN_ROUTES.startWithPasskey, { body: { token, name, ...made } });
    });
  const withPassword = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const typed = new FormData(event.currentTarget);
    const password = String(typed.get('password') ?? '');
    const code = String(typed.get('code') ?? '').replaceAll(' ', '');
    if (faultOfPassword(password, [invitation?.account.name ?? '']) !== undefined)
      return setWrong('invitation.weak');
    void attempt(() => ask(SIGN_IN_ROUTES.startWithPassword, { body: { token, password, code } }));
  };

  return (
    <main className={styles.door}>
      <div className={styles.card}>
        <Brand />
        {begun !== undefined ? (
          <RecoveryCodes codes={begun.recoveryCodes} go={() => started(begun.session)} />
        ) : (
          <>
            <div>
              <h1>{say(wrong === 'invitation.gone' ? 'invitation.gone' : 'invitation.title')}</h1>
              <p className={parts.lead}>
                {invitation !== undefined
                  ? say(invitation.libraryName === null ? 'invitation.for' : 'invitation.forAt', {
                      name: invitation.account.name,
                      library: invitation.libraryName ?? '',
                    })
                  : wrong === 'invitation.gone' && say('invitation.goneLead')}
              </p>
            </div>
            {wrong !== undefined && wrong !== 'invitation.gone' && (
              <p className={styles.wrong} role="alert">
                <Icon of={TriangleAlert} />
                {say(wrong)}
              </p>
            )}
            {invitation?.passkey && (
              <section className={styles.form}>
                <h2>{say('invitation.passkeyTitle')}</h2>
                <p>{say('invitation.passkeyLead')}</p>
                <Button look="strong" icon={Fingerprint} busy={busy} onPress={withPasskey}>
                  {say('invitation.passkey')}
                </Button>
              </section>
            )}
            {invitation !== undefined && (
              <form className={styles.form} onSubmit={withPassword}>
                <h2>{say('invitation.passwordTitle')}</h2>
                <Field
                  label={say('invitation.password')}
                  note={say('invitation.passwordNote')}
                  name="password"
                  type="password"
                  autoComplete="new-password"
                  required
                />
                <div className={invitedStyles.app}>
                  <Code text={invitation.uri} label={say('invitation.picture')} />
                  <p>{say('invitation.scan', { secret: invitation.secret })}</p>
                </div>
                <Field label={say('invitation.code')} name="code" autoComplete="one-time-code" required />
                <Button submit busy={busy} look={invitation.passkey ? 'plain' : 'strong'}>
                  {say('invitation.begin')}
                </Button>
              </form>
            )}
          </>
        )}
        <LanguageChoice />
      </div>
    </main>
  );
}

function goneOr(error: unknown): AdministrationWordKey {
  if (!(error instanceof AskError)) return 'failed.unavailable';
  return error.fault === 'offline' || error.fault === 'too-many' || error.fault === 'unavailable'
    ? faultWords(error.fault)
    : 'invitation.gone';
}

function RecoveryCodes({ codes, go }: { readonly codes: readonly string[]; readonly go: () => void }) {
  const { say } = useWords();
  return (
    <>
      <div>
        <h1>{say('invitation.codesTitle')}</h1>
        <p className={parts.lead}>{say('invitation.codesLead')}</p>
      </div>
      <RecoveryCodeList codes={codes} />
      <Button look="strong" onPress={go}>
        {say('invitation.saved')}
      </Button>
    </>
  );
}
