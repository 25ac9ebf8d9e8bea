import { MOST_ITEMS } from '../../core/contract/sync/batch.ts';
import { openServerStore, type StorePlace } from '../../server/store/open-server-store.ts';
import type { Samples } from '../row.ts';
import { type BareRows, bareRowsOf } from './bare-rows.ts';
import { fillStore, startIngestServer, stored } from './ingest-server.ts';
import { batchMaker, type SendingDevice } from './made-batches.ts';

const BATCHES = 160;
const WARM_UP = 3;
const PAIRS = 9;

/** What is compared: a server over a store that is made, and `insert`, which puts bare rows into another one. */
export type Comparison = {
  readonly place: StorePlace;
  readonly devices: readonly SendingDevice[];
  /** Over so many connections the batches are sent at the same time. */
  readonly connections: number;
  readonly insert: (rows: readonly BareRows[]) => Promise<void>;
  readonly say: (line: string) => void;
};

/** Items a second of the server and of the bare inserts, in turn. Throws when an item was not stored and counted once. */
export async function compareIngest({
  place,
  devices,
  connections,
  insert,
  say,
}: Comparison): Promise<Samples> {
  await fillStore(place, devices);
  const make = batchMaker(devices);
  const server = await startIngestServer(place);
  const measured: number[] = [];
  const floor: number[] = [];
  const items = BATCHES * MOST_ITEMS;
  try {
    for (let pair = 1 - WARM_UP; pair <= PAIRS; pair++) {
      const batches = make(BATCHES);
      const rows = batches.map(bareRowsOf);
      const began = performance.now();
      await insert(rows);
      const bareRate = (items * 1000) / (performance.now() - began);
      const rate = (items * 1000) / (await server.send(batches, connections));
      if (pair < 1) continue;
      say(`pair ${pair} of ${PAIRS}: ${rate.toFixed(0)} items/s, bare ${bareRate.toFixed(0)}`);
      measured.push(rate);
      floor.push(bareRate);
    }
  } finally {
    await server.stop();
  }
  const store = await openServerStore(place);
  const all = items * (PAIRS + WARM_UP);
  const isExact = (await stored(store)).every((number) => number === all);
  await store.close();
  if (!isExact) throw new Error('The server did not store and count every item once.');
  return { measured, floor };
}
