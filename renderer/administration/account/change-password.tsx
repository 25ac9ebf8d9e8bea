import { KeyRound } from 'lucide';
import { type FormEvent, useState } from 'react';
import { faultOfPassword } from '../../../core/contract/administration/account.ts';
import { OWN_ACCOUNT_ROUTES } from '../../../core/contract/administration/account-routes.ts';
import { Icon } from '../../ui/icon.tsx';
import { AskError, type AskFault, ask } from '../api/ask.ts';
import { Button } from '../parts/button.tsx';
import { Field } from '../parts/field.tsx';
import parts from '../parts/parts.module.css';
import { useAdministration } from '../use-administration.ts';
import styles from './account.module.css';
import { ProofFailed } from './proof-failed.tsx';

/** Another password, proved by the old one and a code. It signs out everywhere, here too. */
export function ChangePassword() {
  const { say, account, signedOut } = useAdministration();
  const [wrong, setWrong] = useState<AskFault | 'weak'>();
  const change = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const typed = new FormData(event.currentTarget);
    const text = (name: string) => String(typed.get(name) ?? '');
    const newPassword = text('new');
    setWrong(undefined);
    if (faultOfPassword(newPassword, [account.name]) !== undefined) return setWrong('weak');
    const body = { password: text('password'), code: text('code').replaceAll(' ', ''), newPassword };
    ask(OWN_ACCOUNT_ROUTES.changePassword, { body }).then(signedOut, (error: unknown) => {
      setWrong(error instanceof AskError ? error.fault : 'unavailable');
    });
  };
  return (
    <section className={`${parts.card} ${styles.card}`} aria-labelledby="account-password">
      <h2 id="account-password">
        <Icon of={KeyRound} />
        {say('account.password')}
      </h2>
      <p>{say('account.passwordLead')}</p>
      {wrong === 'weak' && (
        <p className={parts.wrong} role="alert">
          {say('invitation.weak')}
        </p>
      )}
      {wrong !== undefined && wrong !== 'weak' && <ProofFailed fault={wrong} />}
      <form className={styles.form} onSubmit={change}>
        <Field
          label={say('account.oldPassword')}
          name="password"
          type="password"
          autoComplete="current-password"
          required
        />
        <Field label={say('signIn.code')} name="code" autoComplete="one-time-code" required />
        <Field
          label={say('account.newPassword')}
          note={say('invitation.passwordNote')}
          name="new"
          type="password"
          autoComplete="new-password"
          required
        />
        <div className={parts.row}>
          <Button submit>{say('account.changePassword')}</Button>
        </div>
      </form>
    </section>
  );
}
