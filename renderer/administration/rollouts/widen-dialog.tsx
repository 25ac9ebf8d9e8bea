import { type FormEvent, useState } from 'react';
import type { BranchOnPage } from '../../../core/contract/administration/devices.ts';
import type { RolloutOnPage } from '../../../core/contract/administration/rollout.ts';
import { ROLLOUT_ROUTES } from '../../../core/contract/administration/rollout-routes.ts';
import { AskError, type AskFault, ask } from '../api/ask.ts';
import { Failed } from '../parts/answered.tsx';
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
  readonly widened: () => void;
  /** Somebody changed it meanwhile: the page behind is to be asked anew. */
  readonly changed: () => void;
  readonly close: () => void;
};

/** A larger share of the devices, or more branches. A roll-out only grows: who has the version keeps it. */
export function WidenDialog({ rollout, branches, widened, changed, close }: Props) {
  const { say } = useAdministration();
  const [share, setShare] = useState(100);
  const [chosen, setChosen] = useState<readonly string[] | null>(rollout.branches);
  const [wrong, setWrong] = useState<AskFault | 'hours'>();
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
      setWrong(isOfHours ? 'hours' : fault);
      if (fault === 'taken' || fault === 'not-found') changed();
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
        {wrong === 'hours' && (
          <p className={parts.wrong} role="alert">
            {say('rollouts.refused.widen')}
          </p>
        )}
        {wrong !== undefined && wrong !== 'hours' && <Failed fault={wrong} />}
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
