import type { Trouble } from '../../core/contract/about.ts';
import type { WriteDb } from '../../db/open.ts';
import { faultOf, type StoreFault } from '../../db/store-fault.ts';
import { attempt, type Tell } from './store-places.ts';

/** What staff hear of a store that does not take what is written, while the kiosk runs. The rest is a fault of ours, and for the log. */
const TROUBLES: Readonly<Partial<Record<StoreFault, Trouble>>> = {
  'disk-full': 'disk-full',
  'not-writable': 'not-writable',
};

/** Writes into one store, and knows whether that goes. */
export type WatchedWrites = {
  readonly troubles: () => readonly Trouble[];
  /** Does it, and says what came of it; with what is told of an error is settled too. It throws nothing. */
  readonly attempt: <T>(db: WriteDb, act: (db: WriteDb) => T) => ReturnType<typeof attempt<T>>;
};

/**
 * Watches what is written into a store. The first write that a disk does not take is told, once; it is told no more when a later one goes
 * in. `past` hears then of what was, which could not be written down before; `damaged` is what staff hear of a store that is damaged:
 * that stays until the next start, which mends it. Without it damage is for somebody else to tell.
 */
export function watchWrites(
  {
    tell,
    past,
  }: { readonly tell: Tell; readonly past: (trouble: Trouble, detail: string, at: Date) => void },
  now: () => Date,
  damaged?: Trouble,
): WatchedWrites {
  const told = new Map<Trouble, { readonly detail: string; readonly at: Date }>();
  const troubleOf = (fault: StoreFault) => (fault === 'unreadable' ? damaged : TROUBLES[fault]);
  const failed = (error: unknown) => {
    const trouble = troubleOf(faultOf(error));
    if (trouble === undefined || told.has(trouble)) return;
    const detail = String(error);
    told.set(trouble, { detail, at: now() });
    tell(trouble, detail);
  };
  const wentIn = () => {
    for (const [trouble, { detail, at }] of told) {
      if (trouble === damaged) continue;
      told.delete(trouble);
      past(trouble, detail, at);
    }
  };
  return {
    troubles: () => [...told.keys()],
    attempt: (db, act) => {
      const outcome = attempt(() => {
        const before = told.size === 0 ? undefined : changesOf(db);
        const done = act(db);
        return { done, wrote: before !== undefined && changesOf(db) !== before };
      });
      if ('error' in outcome) {
        failed(outcome.error);
        return outcome;
      }
      // Reading goes on a full disk too, and says nothing.
      if (outcome.done.wrote) wentIn();
      return { done: outcome.done.done };
    },
  };
}

/** How many rows this connection wrote. */
function changesOf(db: WriteDb): number {
  return db.prepare<[], number>('SELECT total_changes()').pluck().get() as number;
}
