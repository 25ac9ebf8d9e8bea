import { useState } from 'react';
import type { Account } from '../../../core/contract/administration/account.ts';
import { LibraryRole } from '../../../core/contract/administration/role.ts';
import { Button } from '../parts/button.tsx';
import { Dialog } from '../parts/dialog.tsx';
import parts from '../parts/parts.module.css';
import { useAdministration } from '../use-administration.ts';
import { AccountRole } from './account-role.tsx';

type Props = {
  readonly account: Pick<Account, 'name' | 'role'>;
  readonly choose: (role: LibraryRole) => void;
  readonly close: () => void;
};

/** Another role for an account, which is signed out by it. */
export function RoleDialog({ account, choose, close }: Props) {
  const { say } = useAdministration();
  const [role, setRole] = useState(LibraryRole.catch('reader').parse(account.role));
  return (
    <Dialog title={say('accounts.askRole.title', { name: account.name })} close={close}>
      <AccountRole role={role} choose={setRole} />
      <p className={parts.note}>{say('accounts.askRole.text')}</p>
      <div className={parts.row}>
        <Button look="strong" disabled={role === account.role} onPress={() => choose(role)}>
          {say('accounts.askRole.yes')}
        </Button>
        <Button onPress={close}>{say('cancel')}</Button>
      </div>
    </Dialog>
  );
}
