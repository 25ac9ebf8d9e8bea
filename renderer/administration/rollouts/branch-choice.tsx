import type { BranchOnPage } from '../../../core/contract/administration/devices.ts';
import { useAdministration } from '../use-administration.ts';
import styles from './rollouts.module.css';

type Props = {
  readonly branches: readonly BranchOnPage[];
  /** Null: all. */
  readonly chosen: readonly string[] | null;
  /** Those that take part already, and go on. */
  readonly fixed?: readonly string[];
  readonly choose: (chosen: readonly string[] | null) => void;
};

/** For which branches: all of them, or those that are ticked. */
export function BranchChoice({ branches, chosen, fixed = [], choose }: Props) {
  const { say } = useAdministration();
  const tick = (id: string, on: boolean) =>
    choose(on ? [...(chosen ?? []), id] : (chosen ?? []).filter((each) => each !== id));
  return (
    <fieldset className={styles.choice}>
      <legend>{say('rollouts.where')}</legend>
      <label className={styles.tick}>
        <input type="radio" name="where" checked={chosen === null} onChange={() => choose(null)} />
        {say('rollouts.everywhere')}
      </label>
      <label className={styles.tick}>
        <input type="radio" name="where" checked={chosen !== null} onChange={() => choose([...fixed])} />
        {say('rollouts.someBranches')}
      </label>
      {chosen !== null && (
        <ul className={styles.branches}>
          {branches.map(({ id, name }) => (
            <li key={id}>
              <label className={styles.tick}>
                <input
                  type="checkbox"
                  checked={chosen.includes(id)}
                  disabled={fixed.includes(id)}
                  onChange={({ target }) => tick(id, target.checked)}
                />
                {name}
              </label>
            </li>
          ))}
        </ul>
      )}
    </fieldset>
  );
}
