import { useState } from 'react';
import type { PackAct, PackStatus } from '../../../core/contract/admin.ts';
import { useAdmin } from '../use-admin.ts';
import { actLabel, actQuestion } from './act-label.ts';
import { Confirm } from './confirm.tsx';
import styles from './content-section.module.css';
import { Facts } from './facts.tsx';
import { Journal } from './journal.tsx';
import { PackCard } from './pack-card.tsx';
import { type Look, useContent } from './use-content.ts';

type Asked =
  | { readonly kind: 'act'; readonly act: PackAct; readonly pack: PackStatus }
  | { readonly kind: 'expired'; readonly look: Look };

/** What is on this kiosk, what is about to come, and what an admin can do with it. */
export function ContentSection() {
  const { say } = useAdmin();
  const { status, busy, said, look, act } = useContent();
  const [asked, setAsked] = useState<Asked>();
  const override = said?.override;
  return (
    <>
      <h1>{say('content.title')}</h1>
      <div className={styles.said} role="status" data-said={busy ?? (said === undefined ? '' : 'done')}>
        {busy !== undefined && <p>{say(`content.busy.${busy}`)}</p>}
        {said?.lines.map((line) => (
          <p key={line}>{line}</p>
        ))}
        {override && busy === undefined && (
          <button
            type="button"
            className={styles.press}
            onClick={() => setAsked({ kind: 'expired', look: override })}
          >
            {say('content.override')}
          </button>
        )}
      </div>
      {typeof status === 'string' ? (
        <p>{say(`content.${status}`)}</p>
      ) : (
        <>
          <Facts status={status} busy={busy !== undefined} look={(wanted) => void look(wanted)} />
          {status.packs.length === 0 && <p>{say('content.none')}</p>}
          {status.packs.map((pack) => (
            <PackCard
              key={pack.id}
              pack={pack}
              busy={busy !== undefined}
              ask={(wanted) => setAsked({ kind: 'act', act: wanted, pack })}
            />
          ))}
          <Journal acts={status.acts} />
        </>
      )}
      {asked?.kind === 'act' && (
        <Confirm
          title={actLabel(asked.act, asked.pack, say)}
          text={actQuestion(asked.act, asked.pack, say)}
          yes={() => void act(asked.act, asked.pack)}
          close={() => setAsked(undefined)}
        />
      )}
      {asked?.kind === 'expired' && (
        <Confirm
          title={say('content.override')}
          text={say('content.ask.expired')}
          yes={() => void look(asked.look)}
          close={() => setAsked(undefined)}
        />
      )}
    </>
  );
}
