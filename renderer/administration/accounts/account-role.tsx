import { LibraryRole } from '../../../core/contract/administration/role.ts';
import { RoleChoice } from '../parts/role-choice.tsx';
import { useAdministration } from '../use-administration.ts';

type Props = { readonly role: LibraryRole; readonly choose: (role: LibraryRole) => void };

/** What an account may do: each role includes the ones above it. */
export function AccountRole({ role, choose }: Props) {
  const { say } = useAdministration();
  return (
    <RoleChoice
      legend={say('accounts.mayDo')}
      roles={LibraryRole.options}
      role={role}
      choose={choose}
      name={(each) => say(`accounts.role.${each}`)}
      text={(each) => say(`accounts.roleText.${each}`)}
    />
  );
}
