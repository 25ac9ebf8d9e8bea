import { KeyRound } from 'lucide';
import { type FormEvent, useState } from 'react';
import { faultOfPassword } from '../../../core/contract/administration/account.ts';
import { OWN_ACCOUNT_ROUTES } from '../../../core/contract/administration/account-routes.ts';
import { Icon } from '../../ui/icon.tsx';
import type { AdministrationWordKey } from '../../words/administration-words.ts';
import { AskError, ask } from '../api/ask.ts';
import { Button } from '../parts/button.tsx';
import { faultWords } from '../parts/fault-words.ts';
import { Field } from '../parts/field.tsx';
import parts from '../parts/parts.module.css';
import { useAdministration } from '../use-administration.ts';
import styles from './account.module.css';

/** Another password, proved by the old one and a code. It signs out everywhere, here too. */
export function ChangePassword() {
  const { say, account, signedOut } = useAdministration();
  const [wrong, setWrong] = useState<AdministrationWordKey>();
  const change = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const typed = new FormData(event.currentTarget);
    const text = (name: string) => String(typed.get(name) ?? '');
    const newPassword = text('new');
    setWrong(undefined);
    if (faultOfPassword(newPassword, [account.name]) !== undefined) return setWrong('invitation.weak');
    const body = { password: text('password'), code: text('code').replaceAll(' ', ''), newPassword };
    ask(OWN_ACCOUNT_ROUTES.changePassword, { body }).then(signedOut, (error: unknown) => {
      const fault = error instanceof AskError ? error.fault : 'unavailable';
      setWrong(
        fault === 'sign-in-failed' || fault === 'bad-request' ? 'account.notProved' : faultWords(fault),
      );
    });
  };
  return (
    <section className={`${parts.card} ${styles.card}`} aria-labelledby="account-password">
      <h2 id="account-password">
        <Icon of={KeyRound} />
        {say('account.password')}
      </h2>
      <p>{say('account.passwordLead')}</p>
      {wrong !== undefined && (
        <p className={parts.wrong} role="alert">
          {say(wrong)}
        </p>
      )}
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
