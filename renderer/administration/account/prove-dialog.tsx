import { Fingerprint } from 'lucide';
import { type FormEvent, useState } from 'react';
import { OWN_ACCOUNT_ROUTES } from '../../../core/contract/administration/account-routes.ts';
import { AskError, type AskFault, ask } from '../api/ask.ts';
import { useAsked } from '../api/use-asked.ts';
import { Answered } from '../parts/answered.tsx';
import { Button } from '../parts/button.tsx';
import { Dialog } from '../parts/dialog.tsx';
import parts from '../parts/parts.module.css';
import { PasswordFields } from '../parts/password-fields.tsx';
import { useAdministration } from '../use-administration.ts';
import styles from './account.module.css';
import { askBrowserToSign } from './browser-passkeys.ts';
import { ProofFailed } from './proof-failed.tsx';

type Props = { readonly proved: () => void; readonly close: () => void };

/** Asks once more who is here, the way in which this account signs in. */
export function ProveDialog({ proved, close }: Props) {
  const { say } = useAdministration();
  const ways = useAsked(OWN_ACCOUNT_ROUTES.read, {});
  const [wrong, setWrong] = useState<AskFault | 'passkey'>();
  const attempt = async (prove: () => Promise<boolean>) => {
    setWrong(undefined);
    try {
      if (await prove()) proved();
      else setWrong('passkey');
    } catch (error) {
      setWrong(error instanceof AskError ? error.fault : 'unavailable');
    }
  };
  const withPasskey = () =>
    attempt(async () => {
      const signed = await askBrowserToSign(await ask(OWN_ACCOUNT_ROUTES.proofChallenge, { body: {} }));
      if (signed === undefined) return false;
      await ask(OWN_ACCOUNT_ROUTES.prove, { body: { by: 'passkey', ...signed } });
      return true;
    });
  const withPassword = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const typed = new FormData(event.currentTarget);
    const text = (name: string) => String(typed.get(name) ?? '');
    const code = text('code').replaceAll(' ', '');
    void attempt(async () => {
      await ask(OWN_ACCOUNT_ROUTES.prove, { body: { by: 'password', password: text('password'), code } });
      return true;
    });
  };
  return (
    <Dialog title={say('account.prove')} close={close}>
      <Answered answer={ways}>
        {({ passkeys, password }) => (
          <>
            <p>{say(passkeys.length === 0 && !password ? 'account.proveElsewhere' : 'account.proveLead')}</p>
            {passkeys.length === 0 && !password && <AtOrganisation done={proved} />}
            {wrong === 'passkey' && (
              <p className={parts.wrong} role="alert">
                {say('signIn.passkeyFailed')}
              </p>
            )}
            {wrong !== undefined && wrong !== 'passkey' && <ProofFailed fault={wrong} />}
            {passkeys.length > 0 && (
              <Button look="strong" icon={Fingerprint} onPress={() => void withPasskey()}>
                {say('account.provePasskey')}
              </Button>
            )}
            {password && (
              <form className={styles.form} onSubmit={withPassword}>
                <PasswordFields />
                <div className={parts.row}>
                  <Button submit look={passkeys.length > 0 ? 'plain' : 'strong'}>
                    {say('account.provePassword')}
                  </Button>
                </div>
              </form>
            )}
          </>
        )}
      </Answered>
    </Dialog>
  );
}

/** In a window of its own: what was typed here waits. Whether it was done, the server knows, and asks again if not. */
function AtOrganisation({ done }: { readonly done: () => void }) {
  const { say } = useAdministration();
  return (
    <div className={parts.row}>
      <a
        className={`${parts.button} ${parts.strong}`}
        href="/api/v1/sign-in/oidc"
        target="_blank"
        rel="noopener"
      >
        {say('account.proveThere')}
      </a>
      <Button onPress={done}>{say('account.provedThere')}</Button>
    </div>
  );
}
