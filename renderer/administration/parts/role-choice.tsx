import styles from './parts.module.css';

type Props<Role extends string> = {
  readonly legend: string;
  readonly roles: readonly Role[];
  readonly role: Role;
  readonly choose: (role: Role) => void;
  /** What a role is called, and what it may do. */
  readonly name: (role: Role) => string;
  readonly text: (role: Role) => string;
};

/** What somebody may do: one of a few roles, each with what it means. */
export function RoleChoice<Role extends string>({ legend, roles, role, choose, name, text }: Props<Role>) {
  return (
    <fieldset className={styles.roles}>
      <legend>{legend}</legend>
      {roles.map((each) => (
        <label key={each} className={styles.role}>
          <input
            type="radio"
            name="role"
            value={each}
            checked={each === role}
            onChange={() => choose(each)}
          />
          <strong>{name(each)}</strong>
          <span>{text(each)}</span>
        </label>
      ))}
    </fieldset>
  );
}
