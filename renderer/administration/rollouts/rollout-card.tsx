import { ArrowUpToLine, CirclePause, CirclePlay, Clock3, DoorClosed, Undo2, Waypoints } from 'lucide';
import type { BranchOnPage } from '../../../core/contract/administration/devices.ts';
import type { RolloutOnPage } from '../../../core/contract/administration/rollout.ts';
import { momentText } from '../../admin/times.ts';
import { Icon } from '../../ui/icon.tsx';
import { Button } from '../parts/button.tsx';
import parts from '../parts/parts.module.css';
import { useAdministration } from '../use-administration.ts';
import { Reason } from './reason.tsx';
import { rolloutName } from './rollout-name.ts';
import styles from './rollouts.module.css';

type Props = {
  readonly rollout: RolloutOnPage;
  readonly branches: readonly BranchOnPage[];
  /** Absent for who may only look. */
  readonly resume?: () => void;
  readonly ask?: (what: 'hold' | 'roll-back' | 'widen') => void;
};

const TONES = {
  going: undefined,
  held: 'warn',
  'rolled-back': 'gone',
  planned: 'wait',
  ended: 'gone',
} as const;

/** One roll-out: for whom it is, how far it is, whether devices fare well with it, and what can be done to it. */
export function RolloutCard({ rollout, branches, resume, ask }: Props) {
  const { say, language } = useAdministration();
  const { id, state, share, inShare, installed, devices, sick, startsAt, show } = rollout;
  const name = rolloutName(rollout, say);
  const isLater = Date.parse(startsAt) > Date.now();
  const going = rollout.endedAt !== null ? 'ended' : isLater ? 'planned' : 'going';
  const shown = state === 'going' ? going : state;
  const isWhole = share === 100 && rollout.branches === null;
  const named = (rollout.branches ?? []).map(
    (branch) => branches.find((each) => each.id === branch)?.name ?? branch,
  );
  const where = { share, branches: named.join(', ') };
  const forWhom =
    rollout.branches === null
      ? say(share === 100 ? 'rollouts.allDevices' : 'rollouts.share', where)
      : say(share === 100 ? 'rollouts.allIn' : 'rollouts.shareOf', where);
  return (
    <li
      className={`${parts.card} ${styles.rollout}`}
      id={`rollout-${id}`}
      data-rollout={id}
      data-state={shown}
    >
      <div className={parts.cardHead}>
        <div>
          <h3>{name}</h3>
          <p className={parts.note}>{say('packs.from', { library: rollout.publisher })}</p>
        </div>
        <span className={parts.badge} data-tone={TONES[shown]}>
          {say(`rollouts.state.${shown}`)}
        </span>
        {sick > 0 && (
          <span className={parts.badge} data-tone="warn">
            {say('rollouts.sick', { count: sick })}
          </span>
        )}
      </div>
      <Reason rollout={rollout} />
      {devices === 0 ? (
        <p className={parts.note}>{say('rollouts.nobody')}</p>
      ) : (
        <div className={styles.far}>
          <p id={`far-${id}`}>
            {say('rollouts.installed', { count: installed, of: inShare })}
            {inShare < devices && (
              <span className={parts.note}> {say('rollouts.ofAll', { count: devices })}</span>
            )}
          </p>
          <progress
            aria-labelledby={`far-${id}`}
            value={Math.min(installed, inShare)}
            max={Math.max(1, inShare)}
          />
        </div>
      )}
      <ul className={parts.facts}>
        <li>
          <Icon of={Waypoints} />
          {forWhom}
        </li>
        <li>
          <Icon of={Clock3} />
          {say(isLater ? 'rollouts.starts' : 'rollouts.started', { when: momentText(startsAt, language) })}
        </li>
        <li>
          <Icon of={DoorClosed} />
          {say(`rollouts.show.${show}`)}
        </li>
      </ul>
      {ask !== undefined && state !== 'rolled-back' && (
        <div className={parts.row}>
          {state === 'going' && !isWhole && (
            <Button
              look="strong"
              icon={ArrowUpToLine}
              label={say('rollouts.widenOf', { rollout: name })}
              onPress={() => ask('widen')}
            >
              {say('rollouts.widen')}
            </Button>
          )}
          {state === 'held' ? (
            <Button
              look="strong"
              icon={CirclePlay}
              label={say('rollouts.resumeOf', { rollout: name })}
              {...(resume && { onPress: resume })}
            >
              {say('rollouts.resume')}
            </Button>
          ) : (
            <Button
              icon={CirclePause}
              label={say('rollouts.holdOf', { rollout: name })}
              onPress={() => ask('hold')}
            >
              {say('rollouts.hold')}
            </Button>
          )}
          <Button
            look="quiet"
            icon={Undo2}
            label={say('rollouts.rollBackOf', { rollout: name })}
            onPress={() => ask('roll-back')}
          >
            {say('rollouts.rollBack')}
          </Button>
        </div>
      )}
    </li>
  );
}
