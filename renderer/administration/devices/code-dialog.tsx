import { useState } from 'react';
import {
  type BranchOnPage,
  type CodeOnPage,
  DEVICE_ROUTES,
} from '../../../core/contract/administration/devices.ts';
import { enrolmentLink } from '../../../core/contract/sync/enrolment-link.ts';
import { momentText } from '../../admin/times.ts';
import { Code } from '../../visitor/take-along/code.tsx';
import { AskError, type AskFault, ask } from '../api/ask.ts';
import { Failed } from '../parts/answered.tsx';
import { Button } from '../parts/button.tsx';
import { Dialog } from '../parts/dialog.tsx';
import parts from '../parts/parts.module.css';
import { useAdministration } from '../use-administration.ts';
import styles from './devices.module.css';

type Props = {
  readonly branches: readonly BranchOnPage[];
  /** A code that is there already; without one, the branch is asked first. */
  readonly made: CodeOnPage | undefined;
  /** Asks first who is here, and goes on then. */
  readonly prove: (goOn: () => void) => void;
  readonly close: () => void;
};

/** A code for one new device: for which branch, and then the code itself, this once. */
export function CodeDialog({ branches, made, prove, close }: Props) {
  const { say } = useAdministration();
  const [code, setCode] = useState(made);
  const [branch, setBranch] = useState(branches[0]?.id ?? '');
  const [fault, setFault] = useState<AskFault>();
  const make = () => {
    setFault(undefined);
    ask(DEVICE_ROUTES.makeCode, { body: { branch } }).then(setCode, (error: unknown) => {
      const why = error instanceof AskError ? error.fault : 'unavailable';
      if (why === 'prove-again') prove(make);
      else setFault(why);
    });
  };
  if (code !== undefined) return <Shown code={code} close={close} />;
  return (
    <Dialog title={say('devices.code.title')} close={close}>
      <div className={parts.field}>
        <label htmlFor="code-branch">{say('devices.code.lead')}</label>
        <select id="code-branch" value={branch} onChange={({ target }) => setBranch(target.value)}>
          {branches.map(({ id, name }) => (
            <option key={id} value={id}>
              {name}
            </option>
          ))}
        </select>
      </div>
      {fault !== undefined && <Failed fault={fault} />}
      <div className={parts.row}>
        <Button look="strong" onPress={make}>
          {say('devices.code.make')}
        </Button>
        <Button onPress={close}>{say('cancel')}</Button>
      </div>
    </Dialog>
  );
}

function Shown({ code, close }: { readonly code: CodeOnPage; readonly close: () => void }) {
  const { say, language } = useAdministration();
  return (
    <Dialog title={say('devices.code.shown', { branch: code.branch.name })} close={close}>
      <div className={styles.code}>
        <p className={styles.letters} data-code>
          {code.code}
        </p>
        <Code text={enrolmentLink(`${location.origin}/`, code.code)} label={say('devices.code.picture')} />
      </div>
      <p>{say('devices.code.server', { address: location.origin })}</p>
      <ol className={styles.steps}>
        <li>{say('devices.code.use')}</li>
        <li>{say('devices.code.next')}</li>
      </ol>
      <p className={parts.note}>
        {say('devices.code.until', { when: momentText(code.expiresAt, language) })}
      </p>
      <div className={parts.row}>
        <Button look="strong" onPress={close}>
          {say('devices.code.done')}
        </Button>
      </div>
    </Dialog>
  );
}
