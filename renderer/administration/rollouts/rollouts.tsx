import { Plus, Rocket } from 'lucide';
import { useState } from 'react';
import { DEVICE_ROUTES } from '../../../core/contract/administration/devices.ts';
import { includesRole } from '../../../core/contract/administration/role.ts';
import type { RolloutChange, RolloutOnPage } from '../../../core/contract/administration/rollout.ts';
import { ROLLOUT_ROUTES } from '../../../core/contract/administration/rollout-routes.ts';
import { useActs } from '../api/use-acts.ts';
import { useAsked } from '../api/use-asked.ts';
import { Answered } from '../parts/answered.tsx';
import { Button } from '../parts/button.tsx';
import { Empty, Grouped } from '../parts/listed.tsx';
import { Screen } from '../parts/screen.tsx';
import { useAdministration } from '../use-administration.ts';
import { HoursPart } from './hours-part.tsx';
import { ReasonDialog } from './reason-dialog.tsx';
import { RolloutCard } from './rollout-card.tsx';
import { rolloutName } from './rollout-name.ts';
import { StartRollout } from './start-rollout.tsx';
import { WidenDialog } from './widen-dialog.tsx';

/** What is being done over the page. */
type Doing =
  | { readonly kind: 'start' }
  | { readonly kind: 'hold' | 'roll-back' | 'widen'; readonly of: RolloutOnPage };

/** The roll-outs of the library: how far each is, and what can be done to it. */
export function Rollouts() {
  const { say, account } = useAdministration();
  const answer = useAsked(ROLLOUT_ROUTES.list, {});
  const branches = useAsked(DEVICE_ROUTES.list, {}).value?.branches ?? [];
  const [doing, setDoing] = useState<Doing>();
  const close = () => setDoing(undefined);
  const { said, fault, act, tell } = useActs(answer.again, close);
  const mayChange = includesRole(account.role, ROLLOUT_ROUTES.start.role);
  const change = (rollout: RolloutOnPage, body: RolloutChange) =>
    void act(ROLLOUT_ROUTES.change, { params: { rollout: rollout.id }, body }, () =>
      say(`rollouts.done.${body.act}`, { rollout: rolloutName(rollout, say) }),
    );
  return (
    <Screen
      title={say('rollouts.title')}
      lead={say('rollouts.lead')}
      actions={
        mayChange && (
          <Button look="strong" icon={Plus} onPress={() => setDoing({ kind: 'start' })}>
            {say('rollouts.start')}
          </Button>
        )
      }
      said={said}
      fault={fault}
    >
      <Answered answer={answer}>
        {({ rollouts }) =>
          rollouts.length === 0 ? (
            <Empty icon={Rocket} title={say('rollouts.none')} lead={say('rollouts.noneLead')} />
          ) : (
            <Grouped
              id="rollouts"
              groups={['now', 'before'] as const}
              all={rollouts}
              isIn={({ state, endedAt }, group) =>
                (state === 'rolled-back' || endedAt !== null) === (group === 'before')
              }
              title={(group) => say(`rollouts.part.${group}`)}
            >
              {(rollout) => (
                <RolloutCard
                  key={rollout.id}
                  rollout={rollout}
                  branches={branches}
                  {...(mayChange && {
                    resume: () => change(rollout, { act: 'resume' }),
                    ask: (kind) => setDoing({ kind, of: rollout }),
                  })}
                />
              )}
            </Grouped>
          )
        }
      </Answered>
      <HoursPart />
      {doing?.kind === 'start' && (
        <StartRollout
          branches={branches}
          started={(rollout) => tell(say('rollouts.done.start', { rollout: rolloutName(rollout, say) }))}
          close={close}
        />
      )}
      {doing?.kind === 'widen' && (
        <WidenDialog
          rollout={doing.of}
          branches={branches}
          widened={() => tell(say('rollouts.done.widen', { rollout: rolloutName(doing.of, say) }))}
          changed={() => void answer.again()}
          close={close}
        />
      )}
      {(doing?.kind === 'hold' || doing?.kind === 'roll-back') && (
        <ReasonDialog
          kind={doing.kind}
          rollout={doing.of}
          done={() => tell(say(`rollouts.done.${doing.kind}`, { rollout: rolloutName(doing.of, say) }))}
          changed={() => void answer.again()}
          close={close}
        />
      )}
    </Screen>
  );
}
