import { type FormEvent, useState } from 'react';
import type { RolloutOnPage } from '../../../core/contract/administration/rollout.ts';
import { Button } from '../parts/button.tsx';
import { Dialog } from '../parts/dialog.tsx';
import { Field } from '../parts/field.tsx';
import parts from '../parts/parts.module.css';
import { useAdministration } from '../use-administration.ts';
import { rolloutName } from './rollout-name.ts';

type Props = {
  readonly kind: 'hold' | 'roll-back';
  readonly rollout: RolloutOnPage;
  /** Why, in the words of who does it; empty when nobody said. */
  readonly act: (why: string) => void;
  readonly close: () => void;
};

/** Asks whether a roll-out is to be held or rolled back, and why: whoever looks later reads it. */
export function ReasonDialog({ kind, rollout, act, close }: Props) {
  const { say } = useAdministration();
  const [why, setWhy] = useState('');
  const submit = (event: FormEvent) => {
    event.preventDefault();
    act(why.trim());
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
