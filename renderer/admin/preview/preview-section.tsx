import { ArrowLeft } from 'lucide';
import { useCallback, useState } from 'react';
import type { PreviewOpened } from '../../../core/contract/preview.ts';
import { kiosk } from '../../kiosk.ts';
import { Icon } from '../../ui/icon.tsx';
import { useAdmin } from '../use-admin.ts';
import { ChooseFolder } from './choose-folder.tsx';
import { OpenedPack } from './opened-pack.tsx';
import styles from './preview.module.css';
import { Refused } from './refused.tsx';

/** What is looked at: a folder, and what came of opening it; nothing yet while it is read. */
type Looked = { readonly folder: string; readonly opened: PreviewOpened | undefined };

const KEPT = 'preview';
const ENDED: PreviewOpened = { kind: 'refused', fault: 'ended', file: '' };

/** Any pack folder on disk, before it gets to a screen: which one, what the check finds, and its flows. */
export function PreviewSection() {
  const { say, kept } = useAdmin();
  const [looked, setLooked] = useState(kept.get(KEPT) as Looked | undefined);

  const look = useCallback(
    (now: Looked | undefined) => {
      kept.set(KEPT, now?.opened === undefined ? undefined : now);
      setLooked(now);
    },
    [kept],
  );
  const open = async (folder: string) => {
    look({ folder, opened: undefined });
    look({ folder, opened: await kiosk.invoke('preview:open', { folder }).catch(() => ENDED) });
  };
  const leave = () => {
    look(undefined);
    void kiosk.invoke('preview:close', {}).catch(() => undefined); // A refusal is main's to log.
  };

  return (
    <div className={styles.section} data-preview={looked?.opened?.kind ?? (looked ? 'reading' : 'choose')}>
      <div className={styles.head}>
        <div>
          <h1>{say('preview.title')}</h1>
          <p className={styles.lead}>
            {looked === undefined ? say('preview.lead') : <bdi>{looked.folder}</bdi>}
          </p>
        </div>
        {looked !== undefined && (
          <button type="button" className={styles.button} onClick={leave}>
            <Icon of={ArrowLeft} className="mirrored" />
            {say('preview.other')}
          </button>
        )}
      </div>
      {looked === undefined ? (
        <ChooseFolder open={(folder) => void open(folder)} />
      ) : looked.opened === undefined ? (
        <p className={styles.waiting} role="status">
          {say('preview.reading')}
        </p>
      ) : looked.opened.kind === 'refused' ? (
        <Refused
          fault={looked.opened.fault}
          file={looked.opened.file}
          again={() => void open(looked.folder)}
        />
      ) : (
        <OpenedPack opened={looked.opened} />
      )}
    </div>
  );
}
