import { Person } from '../../../core/domain/person.ts';
import parts from '../parts/parts.module.css';
import { useAdministration } from '../use-administration.ts';

type Role = Person['role'];
type Props = { readonly role: Role; readonly choose: (role: Role) => void };

/** What somebody may do at the devices. */
export function PersonRoleChoice({ role, choose }: Props) {
  const { say } = useAdministration();
  return (
    <fieldset className={parts.roles}>
      <legend>{say('people.mayDo')}</legend>
      {Person.shape.role.options.map((each) => (
        <label key={each} className={parts.role}>
          <input
            type="radio"
            name="role"
            value={each}
            checked={each === role}
            onChange={() => choose(each)}
          />
          <strong>{say(`people.role.${each}`)}</strong>
          <span>{say(`people.roleText.${each}`)}</span>
        </label>
      ))}
    </fieldset>
  );
}
