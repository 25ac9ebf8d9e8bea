import { ArrowLeft } from 'lucide';
import { type ComponentType, lazy, Suspense, useCallback, useState } from 'react';
import type { PackInPreview, PreviewOpened } from '../../../core/contract/preview.ts';
import { kiosk } from '../../kiosk.ts';
import { Icon } from '../../ui/icon.tsx';
import { useAdmin } from '../use-admin.ts';
import { ChooseFolder } from './choose-folder.tsx';
import { OpenedPack } from './opened-pack.tsx';
import styles from './preview.module.css';
import { PreviewVisit } from './preview-visit.tsx';
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
        <KioskPack opened={looked.opened} />
      )}
    </div>
  );
}

type MapProps = { readonly pack: PackInPreview; readonly flow: string; readonly back: () => void };

/** The map and what lays it out: loaded by whoever opens one. */
const FlowMap: ComponentType<MapProps> = lazy(() =>
  import('./map/flow-map.tsx').then((module) => ({ default: module.FlowMap })),
);

/** What was opened, on this kiosk: its screens and maps take the whole glass. */
function KioskPack({ opened }: { readonly opened: Extract<PreviewOpened, { kind: 'read' }> }) {
  const { fill, openDisplay } = useAdmin();
  const { pack } = opened;
  const back = () => fill(undefined);
  return (
    <OpenedPack
      opened={opened}
      prints
      visit={(flow) =>
        pack &&
        fill(
          <PreviewVisit
            pack={pack}
            openDisplay={openDisplay}
            back={back}
            {...(flow !== undefined && { flow })}
          />,
        )
      }
      map={(flow) =>
        pack &&
        fill(
          <Suspense>
            <FlowMap pack={pack} flow={flow} back={back} />
          </Suspense>,
        )
      }
    />
  );
}
