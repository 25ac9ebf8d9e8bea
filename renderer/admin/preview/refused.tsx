import { OctagonX, RotateCcw } from 'lucide';
import type { FolderFault } from '../../../core/contract/preview.ts';
import { Icon } from '../../ui/icon.tsx';
import { useAdmin } from '../use-admin.ts';
import styles from './preview.module.css';

type Props = { readonly fault: FolderFault; readonly file: string; readonly again: () => void };

/** Why a folder is not opened at all, by the file that is the reason, and what to do. */
export function Refused({ fault, file, again }: Props) {
  const { say } = useAdmin();
  return (
    <section className={styles.refused} role="alert" data-fault={fault}>
      <Icon of={OctagonX} />
      <div>
        <h2>{say('preview.refused')}</h2>
        {file !== '' && (
          <p className={styles.place}>
            <bdi>{file}</bdi>
          </p>
        )}
        <p>{say(`preview.fault.${fault}`)}</p>
        <button type="button" className={styles.button} onClick={again}>
          <Icon of={RotateCcw} />
          {say('preview.again')}
        </button>
      </div>
    </section>
  );
}
