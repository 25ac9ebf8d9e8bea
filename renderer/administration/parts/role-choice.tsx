import { LibraryRole } from '../../../core/contract/administration/role.ts';
import parts from '../parts/parts.module.css';
import { useAdministration } from '../use-administration.ts';

type Props = { readonly role: LibraryRole; readonly choose: (role: LibraryRole) => void };

/** What an account may do: each role includes the ones above it. */
export function RoleChoice({ role, choose }: Props) {
  const { say } = useAdministration();
  return (
    <fieldset className={parts.roles}>
      <legend>{say('accounts.mayDo')}</legend>
      {LibraryRole.options.map((each) => (
        <label key={each} className={parts.role}>
          <input
            type="radio"
            name="role"
            value={each}
            checked={each === role}
            onChange={() => choose(each)}
          />
          <strong>{say(`accounts.role.${each}`)}</strong>
          <span>{say(`accounts.roleText.${each}`)}</span>
        </label>
      ))}
    </fieldset>
  );
}
