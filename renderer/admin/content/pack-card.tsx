import { Check, Factory, Lock, LockOpen, RotateCcw } from 'lucide';
import { useId } from 'react';
import type { PackAct, PackStatus } from '../../../core/contract/admin.ts';
import { momentDay } from '../times.ts';
import { useAdmin } from '../use-admin.ts';
import { actLabel } from './act-label.ts';
import styles from './content-section.module.css';
import { Press } from './facts.tsx';
import { ReadyPart } from './ready-part.tsx';
import { packValues, releaseBrings } from './release-words.ts';
import { VersionsTable } from './versions-table.tsx';

type Props = {
  readonly pack: PackStatus;
  readonly busy: boolean;
  readonly ask: (act: PackAct) => void;
};

/** A pack: its versions, what is wrong with its age, what is about to change, and what can be done. */
export function PackCard({ pack, busy, ask }: Props) {
  const { say, language } = useAdmin();
  const heading = useId();
  const { title, shown, before, ready, heldAt, factory, pages, overdue, hidden } = pack;
  const day = (iso: string) => momentDay(iso, language);
  return (
    <section className={styles.card} aria-labelledby={heading} data-item data-pack={pack.id}>
      <h2 id={heading}>{title}</h2>
      <VersionsTable pack={pack} />
      <ul className={styles.notes}>
        {heldAt !== null && <li>{say('content.held', { day: day(heldAt) })}</li>}
        {shown !== null && (
          <li data-warns={overdue > 0}>
            {overdue > 0
              ? say('content.overdue', { count: overdue, pages })
              : say('content.fresh', { pages })}
          </li>
        )}
        {heldAt === null && ready === null && releaseBrings(pack) === 'higher' && (
          <li>{say('content.higher', packValues(pack))}</li>
        )}
        {hidden.length > 0 && (
          <li data-warns>
            {say('content.hidden', {
              count: hidden.length,
              pages: hidden.map(({ id }) => id).join(', '),
              packs: [...new Set(hidden.map((page) => page.shown))].join(', '),
            })}
          </li>
        )}
        <Signatures pack={pack} />
      </ul>
      {ready !== null && <ReadyPart ready={ready} held={heldAt !== null} />}
      <div className={styles.presses}>
        {ready !== null && (
          <Press
            strong
            icon={Check}
            label={actLabel('install', pack, say)}
            busy={busy}
            press={() => ask('install')}
          />
        )}
        {heldAt === null && shown !== null && (
          <Press icon={Lock} label={actLabel('hold', pack, say)} busy={busy} press={() => ask('hold')} />
        )}
        {heldAt !== null && (
          <Press
            icon={LockOpen}
            label={actLabel('release', pack, say)}
            busy={busy}
            press={() => ask('release')}
          />
        )}
        {before !== null && (
          <Press
            icon={RotateCcw}
            label={actLabel('roll-back', pack, say)}
            busy={busy}
            press={() => ask('roll-back')}
          />
        )}
        {factory && shown?.origin === 'repository' && (
          <Press
            icon={Factory}
            label={actLabel('factory', pack, say)}
            busy={busy}
            press={() => ask('factory')}
          />
        )}
      </div>
    </section>
  );
}

/** Until when the signatures hold: those of the publisher, or else what was heard last. */
function Signatures({
  pack: { expires, expired, heardUntil, unheard },
}: {
  readonly pack: Pick<PackStatus, 'expires' | 'expired' | 'heardUntil' | 'unheard'>;
}) {
  const { say, language } = useAdmin();
  const at = (iso: string) => ({ day: momentDay(iso, language) });
  if (!expired && unheard && heardUntil !== null)
    return <li data-warns>{say('content.unheardPack', at(heardUntil))}</li>;
  if (expires === null) return null;
  return (
    <li data-warns={expired}>{say(expired ? 'content.expiredPack' : 'content.expiresPack', at(expires))}</li>
  );
}
