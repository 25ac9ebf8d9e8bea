import type { FormEvent } from 'react';
import { AccountName } from '../../../core/contract/administration/account.ts';
import { Button } from '../parts/button.tsx';
import { Dialog } from '../parts/dialog.tsx';
import { Field } from '../parts/field.tsx';
import parts from '../parts/parts.module.css';
import { useAdministration } from '../use-administration.ts';
import styles from './account.module.css';

type Props = { readonly add: (name: string) => void; readonly close: () => void };

/** What somebody calls a new passkey: after the computer or telephone that keeps it. */
export function NamePasskey({ add, close }: Props) {
  const { say } = useAdministration();
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const name = AccountName.safeParse(new FormData(event.currentTarget).get('name'));
    if (name.success) add(name.data);
  };
  return (
    <Dialog title={say('account.addPasskey')} close={close}>
      <form className={styles.form} onSubmit={submit}>
        <Field
          label={say('account.passkeyName')}
          note={say('account.passkeyNameNote')}
          name="name"
          autoComplete="off"
          maxLength={80}
          required
        />
        <div className={parts.row}>
          <Button submit look="strong">
            {say('account.makePasskey')}
          </Button>
          <Button onPress={close}>{say('cancel')}</Button>
        </div>
      </form>
    </Dialog>
  );
}
