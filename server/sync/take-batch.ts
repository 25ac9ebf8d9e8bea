import type { Batch } from '../../core/contract/sync/batch.ts';
import type { ServerStore } from '../store/open-server-store.ts';
import type { DatabaseKind } from '../store/tables.ts';
import type { Arrival, Way } from './arrival.ts';
import { gather } from './gather.ts';
import { judgeItem } from './judge-items.ts';
import { type Taken, takeGroup } from './take-group.ts';

/** How batches share a transaction, and with it what it costs to have one on the disk (decision 31). */
const GROUPS: Record<
  DatabaseKind,
  { readonly waitMs: number; readonly most: number; readonly atOnce: number }
> = {
  sqlite: { waitMs: 3, most: 32, atOnce: 1 },
  postgres: { waitMs: 3, most: 8, atOnce: 4 },
};

type Take = (arrival: Arrival) => Promise<Taken>;
const takers = new WeakMap<ServerStore, Take>();

/**
 * Takes in a batch whose signature was checked: all of it or nothing, in one transaction with others that come at this moment. It is on
 * the disk when the answer comes. Sent again it changes nothing. Throws the error of the database, and then nothing was taken.
 */
export async function takeBatch(
  store: ServerStore,
  batch: Batch,
  now: Date,
  way: Way = 'network',
): Promise<Taken> {
  return takerOf(store)({ batch, judged: batch.items.map(judgeItem), now, way });
}

function takerOf(store: ServerStore): Take {
  const known = takers.get(store);
  if (known !== undefined) return known;
  const take = gather<Arrival, Taken>({
    ...GROUPS[store.kind],
    keyOf: ({ batch }) => batch.device,
    run: (arrivals) => takeGroup(store, arrivals),
  });
  takers.set(store, take);
  return take;
}
