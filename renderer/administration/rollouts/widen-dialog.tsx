import { type FormEvent, useState } from 'react';
import type { BranchOnPage } from '../../../core/contract/administration/devices.ts';
import type { RolloutChange, RolloutOnPage } from '../../../core/contract/administration/rollout.ts';
import { Button } from '../parts/button.tsx';
import { Dialog } from '../parts/dialog.tsx';
import parts from '../parts/parts.module.css';
import { useAdministration } from '../use-administration.ts';
import { BranchChoice } from './branch-choice.tsx';
import { rolloutName } from './rollout-name.ts';
import { ShareField } from './share-field.tsx';

type Props = {
  readonly rollout: RolloutOnPage;
  readonly branches: readonly BranchOnPage[];
  readonly widen: (change: RolloutChange) => void;
  readonly close: () => void;
};

/** A larger share of the devices, or more branches. A roll-out only grows: who has the version keeps it. */
export function WidenDialog({ rollout, branches, widen, close }: Props) {
  const { say } = useAdministration();
  const [share, setShare] = useState(100);
  const [chosen, setChosen] = useState<readonly string[] | null>(rollout.branches);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    widen({
      act: 'widen',
      share,
      ...(rollout.branches !== null && { branches: chosen === null ? null : [...chosen] }),
    });
  };
  return (
    <Dialog title={say('rollouts.widenOf', { rollout: rolloutName(rollout, say) })} close={close}>
      <p>{say('rollouts.widenLead')}</p>
      <form className={parts.form} onSubmit={submit}>
        <ShareField share={share} least={rollout.share} choose={setShare} />
        {rollout.branches !== null && (
          <BranchChoice branches={branches} chosen={chosen} fixed={rollout.branches} choose={setChosen} />
        )}
        <div className={parts.row}>
          <Button submit look="strong">
            {say('rollouts.widen')}
          </Button>
          <Button onPress={close}>{say('cancel')}</Button>
        </div>
      </form>
    </Dialog>
  );
}
