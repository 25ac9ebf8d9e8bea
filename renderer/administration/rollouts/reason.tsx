import type { RolloutOnPage } from '../../../core/contract/administration/rollout.ts';
import { Ailment } from '../../../core/domain/rollouts/device-fate.ts';
import { useAdministration } from '../use-administration.ts';
import styles from './rollouts.module.css';

/** Why a roll-out stands still or went back: what somebody wrote, what made it hold itself, or that nobody said. */
export function Reason({ rollout }: { readonly rollout: RolloutOnPage }) {
  const { say } = useAdministration();
  const { state, why, heldItself } = rollout;
  if (state === 'going') return null;
  if (heldItself === null) return <p className={styles.why}>{why ?? say('rollouts.noReason')}</p>;
  const { sick, seen, ailments } = heldItself;
  return (
    <div className={styles.why}>
      <p>
        <strong>{say('rollouts.heldItself.title')}</strong>{' '}
        {say('rollouts.heldItself.sick', { count: sick, of: seen })}
      </p>
      <ul className={styles.ailments}>
        {Ailment.options.map((ailment) => {
          const count = ailments[ailment];
          return (
            count !== undefined && (
              <li key={ailment} data-ailment={ailment}>
                {say(`rollouts.ailment.${ailment}`, { count })}
              </li>
            )
          );
        })}
      </ul>
      <p>{say('rollouts.heldItself.next')}</p>
    </div>
  );
}
