import { Trash2 } from 'lucide';
import { useState } from 'react';
import { DIRECTORY_ROUTES } from '../../../core/contract/administration/directory.ts';
import { AskError, type AskFault, ask } from '../api/ask.ts';
import { Failed } from '../parts/answered.tsx';
import { Button } from '../parts/button.tsx';
import { Confirm } from '../parts/confirm.tsx';
import parts from '../parts/parts.module.css';
import { goTo, hrefOf } from '../place/place.ts';
import { useAdministration } from '../use-administration.ts';

/** Takes a service out, after the question whether that is meant, and goes to the others: this page is of nothing any more. */
export function RemoveService({ id, name }: { readonly id: string; readonly name: string }) {
  const { say } = useAdministration();
  const [asks, setAsks] = useState(false);
  const [busy, setBusy] = useState(false);
  const [fault, setFault] = useState<AskFault>();
  const remove = () => {
    setAsks(false);
    setFault(undefined);
    setBusy(true);
    ask(DIRECTORY_ROUTES.remove, { params: { service: id } }).then(
      () => goTo(hrefOf(['directory'], { removed: name }), { instead: true }),
      (error: unknown) => {
        setBusy(false);
        setFault(error instanceof AskError ? error.fault : 'unavailable');
      },
    );
  };
  return (
    <>
      {fault !== undefined && <Failed fault={fault} />}
      <div className={parts.row}>
        <Button
          look="quiet"
          icon={Trash2}
          label={say('directory.removeOf', { name })}
          busy={busy}
          onPress={() => setAsks(true)}
        >
          {say('directory.remove')}
        </Button>
      </div>
      {asks && (
        <Confirm
          title={say('directory.askRemove.title', { name })}
          text={say('directory.askRemove.text')}
          yes={say('directory.askRemove.yes')}
          act={remove}
          close={() => setAsks(false)}
        />
      )}
    </>
  );
}
