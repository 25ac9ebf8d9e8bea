import { useCallback, useState } from 'react';
import type { LookResult, PackAct, PackStatus } from '../../../core/contract/admin.ts';
import { kiosk } from '../../kiosk.ts';
import { useAdmin } from '../use-admin.ts';
import { orderOf } from './act-label.ts';
import { releasedWords } from './release-words.ts';
import { actWords, lookWords } from './result-words.ts';
import { type Status, useStatus } from './use-status.ts';

/** A look: at the repository, or at a stick. */
export type Look = { readonly stick?: string; readonly acceptExpired: boolean };

/** What a look or an act said, in plain words, and which look can be done again with what has expired. */
export type Said = { readonly lines: readonly string[]; readonly override?: Look | undefined };

/** The content of this kiosk, and what can be done with it. One thing at a time. */
export type Content = Pick<Status, 'status'> & {
  readonly busy: 'look' | 'stick' | 'act' | undefined;
  readonly said: Said | undefined;
  readonly look: (wanted: Look) => Promise<void>;
  readonly act: (act: PackAct, pack: PackStatus) => Promise<void>;
};

/** Keeps the content of this kiosk as main tells it. */
export function useContent(): Content {
  const { say } = useAdmin();
  const [busy, setBusy] = useState<Content['busy']>();
  const [said, setSaid] = useState<Said>();
  const { status, refresh } = useStatus(busy !== undefined);

  const during = useCallback(
    async (what: Content['busy'], work: () => Promise<(packs: readonly PackStatus[]) => Said>) => {
      setBusy(what);
      setSaid(undefined);
      const told = await work().catch(() => () => ({ lines: [say('content.done.refused')] }));
      const seen = await refresh();
      setSaid(told(seen === 'failed' ? [] : seen.packs));
      setBusy(undefined);
    },
    [refresh, say],
  );
  const look = useCallback(
    (wanted: Look) =>
      during(wanted.stick === undefined ? 'look' : 'stick', async () => {
        const result = await kiosk.invoke('admin:look', wanted);
        const again = hasExpired(result) ? { ...wanted, acceptExpired: true } : undefined;
        return (packs) => ({
          lines: lookWords(result, say, new Map(packs.map(({ id, title }) => [id, title]))),
          override: again,
        });
      }),
    [during, say],
  );
  const act = useCallback(
    (wanted: PackAct, asked: PackStatus) =>
      during('act', async () => {
        const result = await kiosk.invoke('admin:act', orderOf(wanted, asked));
        return (packs) => {
          const pack = packs.find((each) => each.id === asked.id);
          const isReleased = wanted === 'release' && result.kind === 'done' && pack !== undefined;
          return { lines: isReleased ? releasedWords(pack, say) : [actWords(wanted, result, say)] };
        };
      }),
    [during, say],
  );
  return { status, busy, said, look, act };
}

function hasExpired(result: LookResult): boolean {
  if (result.kind === 'looked') return result.packs.some(({ fault }) => fault === 'expired');
  return result.kind === 'failed' && result.fault === 'expired';
}
