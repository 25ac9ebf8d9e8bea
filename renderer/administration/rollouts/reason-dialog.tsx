import { type FormEvent, useState } from 'react';
import type { RolloutOnPage } from '../../../core/contract/administration/rollout.ts';
import { ROLLOUT_ROUTES } from '../../../core/contract/administration/rollout-routes.ts';
import { AskError, type AskFault, ask } from '../api/ask.ts';
import { Failed } from '../parts/answered.tsx';
import { Button } from '../parts/button.tsx';
import { Dialog } from '../parts/dialog.tsx';
import { Field } from '../parts/field.tsx';
import parts from '../parts/parts.module.css';
import { useAdministration } from '../use-administration.ts';
import { rolloutName } from './rollout-name.ts';

type Props = {
  readonly kind: 'hold' | 'roll-back';
  readonly rollout: RolloutOnPage;
  readonly done: () => void;
  /** Somebody changed it meanwhile: the page behind is to be asked anew. */
  readonly changed: () => void;
  readonly close: () => void;
};

/**
 * Holds a roll-out or rolls it back, after the question why: whoever looks later reads that. What was typed stays until the server has it.
 */
export function ReasonDialog({ kind, rollout, done, changed, close }: Props) {
  const { say } = useAdministration();
  const [why, setWhy] = useState('');
  const [fault, setFault] = useState<AskFault>();
  const submit = (event: FormEvent) => {
    event.preventDefault();
    setFault(undefined);
    const said = why.trim();
    const body = { act: kind, ...(said !== '' && { why: said }) };
    ask(ROLLOUT_ROUTES.change, { params: { rollout: rollout.id }, body }).then(done, (error: unknown) => {
      const failed = error instanceof AskError ? error.fault : 'unavailable';
      setFault(failed);
      if (failed === 'taken' || failed === 'not-found') changed();
    });
  };
  return (
    <Dialog title={say(`rollouts.ask.${kind}.title`, { rollout: rolloutName(rollout, say) })} close={close}>
      <p>{say(`rollouts.ask.${kind}.text`)}</p>
      <form className={parts.form} onSubmit={submit}>
        <Field
          label={say('rollouts.why')}
          name="why"
          autoComplete="off"
          maxLength={300}
          value={why}
          onChange={({ target }) => setWhy(target.value)}
        />
        {fault !== undefined && <Failed fault={fault} />}
        <div className={parts.row}>
          <Button submit look="strong">
            {say(`rollouts.ask.${kind}.yes`)}
          </Button>
          <Button onPress={close}>{say('cancel')}</Button>
        </div>
      </form>
    </Dialog>
  );
}
