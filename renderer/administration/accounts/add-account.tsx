import { type FormEvent, useState } from 'react';
import { AccountName, type InvitationLink } from '../../../core/contract/administration/account.ts';
import { ACCOUNT_ROUTES } from '../../../core/contract/administration/account-routes.ts';
import type { LibraryRole } from '../../../core/contract/administration/role.ts';
import type { AdministrationWordKey } from '../../words/administration-words.ts';
import { AskError, type AskFault, ask } from '../api/ask.ts';
import { Failed } from '../parts/answered.tsx';
import { Button } from '../parts/button.tsx';
import { Dialog } from '../parts/dialog.tsx';
import { Field } from '../parts/field.tsx';
import parts from '../parts/parts.module.css';
import { useAdministration } from '../use-administration.ts';
import { AccountRole } from './account-role.tsx';

type Props = {
  readonly made: (link: InvitationLink, name: string) => void;
  /** Asks first who is here, and goes on then. */
  readonly prove: (goOn: () => void) => void;
  readonly close: () => void;
};

/** A new account: its name and what it may do. No e-mail address is asked for: the link is handed over. */
export function AddAccount({ made, prove, close }: Props) {
  const { say } = useAdministration();
  const [role, setRole] = useState<LibraryRole>('reader');
  const [wrong, setWrong] = useState<AdministrationWordKey>();
  const [fault, setFault] = useState<AskFault>();
  const add = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const field = event.currentTarget.querySelector('input');
    const name = AccountName.safeParse(field?.value);
    const refuse = (words: AdministrationWordKey) => {
      setWrong(words);
      field?.focus();
    };
    if (!name.success) return refuse('accounts.noName');
    const body = { name: name.data, role };
    const send = () => {
      setFault(undefined);
      ask(ACCOUNT_ROUTES.add, { body }).then(
        (link) => made(link, body.name),
        (error: unknown) => {
          const why = error instanceof AskError ? error.fault : 'unavailable';
          if (why === 'prove-again') prove(send);
          else if (why === 'taken') refuse('accounts.taken');
          else setFault(why);
        },
      );
    };
    send();
  };
  return (
    <Dialog title={say('accounts.add')} close={close}>
      <form className={parts.form} onSubmit={add} noValidate>
        <Field
          label={say('accounts.nameField')}
          note={say('accounts.nameNote')}
          name="name"
          autoComplete="off"
          maxLength={80}
          wrong={wrong && say(wrong)}
          onChange={() => setWrong(undefined)}
          required
        />
        <AccountRole role={role} choose={setRole} />
        {fault !== undefined && <Failed fault={fault} />}
        <div className={parts.row}>
          <Button submit look="strong">
            {say('accounts.make')}
          </Button>
          <Button onPress={close}>{say('cancel')}</Button>
        </div>
      </form>
    </Dialog>
  );
}
