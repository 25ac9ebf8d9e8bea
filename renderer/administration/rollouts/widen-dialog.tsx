import { type FormEvent, useState } from 'react';
import type { BranchOnPage } from '../../../core/contract/administration/devices.ts';
import type { RolloutOnPage } from '../../../core/contract/administration/rollout.ts';
import { ROLLOUT_ROUTES } from '../../../core/contract/administration/rollout-routes.ts';
import type { AdministrationWordKey } from '../../words/administration-words.ts';
import { AskError, ask } from '../api/ask.ts';
import { Button } from '../parts/button.tsx';
import { Dialog } from '../parts/dialog.tsx';
import { faultWords } from '../parts/fault-words.ts';
import parts from '../parts/parts.module.css';
import { useAdministration } from '../use-administration.ts';
import { BranchChoice } from './branch-choice.tsx';
import { rolloutName } from './rollout-name.ts';
import { ShareField } from './share-field.tsx';

type Props = {
  readonly rollout: RolloutOnPage;
  readonly branches: readonly BranchOnPage[];
  readonly widened: () => void;
  readonly close: () => void;
};

/** A larger share of the devices, or more branches. A roll-out only grows: who has the version keeps it. */
export function WidenDialog({ rollout, branches, widened, close }: Props) {
  const { say } = useAdministration();
  const [share, setShare] = useState(100);
  const [chosen, setChosen] = useState<readonly string[] | null>(rollout.branches);
  const [wrong, setWrong] = useState<AdministrationWordKey>();
  const submit = (event: FormEvent) => {
    event.preventDefault();
    setWrong(undefined);
    const body = {
      ...{ act: 'widen' as const, share },
      ...(rollout.branches !== null && { branches: chosen === null ? null : [...chosen] }),
    };
    ask(ROLLOUT_ROUTES.change, { params: { rollout: rollout.id }, body }).then(widened, (error: unknown) => {
      const fault = error instanceof AskError ? error.fault : 'unavailable';
      const isOfHours = fault === 'bad-request' && rollout.show === 'closed';
      setWrong(isOfHours ? 'rollouts.refused.widen' : faultWords(fault));
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
        {wrong !== undefined && (
          <p className={parts.wrong} role="alert">
            {say(wrong)}
          </p>
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
