import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { MOST_ITEMS } from '../../core/contract/sync/batch.ts';
import { openServerStore } from '../../server/store/open-server-store.ts';
import { type BareRows, bareRowsOf, placesFor } from '../ingest/bare-rows.ts';
import { fillStore, startIngestServer, stored } from '../ingest/ingest-server.ts';
import { batchMaker, sendingDevices } from '../ingest/made-batches.ts';
import type { Row } from '../row.ts';

const DEVICES = 32;
const CONNECTIONS = 16;
const BATCHES = 160;
const WARM_UP = 3;
const PAIRS = 9;
const LEAST = 0.65;

/**
 * How many items a second the real server takes in, and has on the disk: signed batches over HTTP, each judged, counted and
 * acknowledged. The floor puts the same rows into the same tables of a store of its own, with everything prepared and nothing judged,
 * a transaction for each batch. They take turns.
 */
export const ingestSqlite: Row = {
  name: 'ingest-sqlite',
  unit: 'items/s',
  goal: `signed batches of ${MOST_ITEMS} over HTTP at least ${LEAST} times bare inserts with synchronous=FULL`,
  isMet: ({ ratio }) => ratio >= LEAST,
  measure: async (say) => {
    const folder = mkdtempSync(join(tmpdir(), 'balie-bench-'));
    const [ours, bare] = [{ data: join(folder, 'ours') }, { data: join(folder, 'bare') }];
    try {
      const devices = sendingDevices(DEVICES);
      await fillStore(ours, devices);
      await fillStore(bare, devices);
      const make = batchMaker(devices);
      const floorInserts = bareInserter(join(bare.data, 'server.db'));
      const server = await startIngestServer(ours);
      const measured: number[] = [];
      const floor: number[] = [];
      try {
        for (let pair = 1 - WARM_UP; pair <= PAIRS; pair++) {
          const batches = make(BATCHES);
          const rows = batches.map(bareRowsOf);
          const items = BATCHES * MOST_ITEMS * 1000;
          const began = performance.now();
          for (const each of rows) floorInserts.insert(each);
          const bareRate = items / (performance.now() - began);
          const rate = items / (await server.send(batches, CONNECTIONS));
          if (pair < 1) continue;
          say(`pair ${pair} of ${PAIRS}: ${rate.toFixed(0)} items/s, bare ${bareRate.toFixed(0)}`);
          measured.push(rate);
          floor.push(bareRate);
        }
      } finally {
        await server.stop();
        floorInserts.close();
      }
      const store = await openServerStore(ours);
      const all = BATCHES * MOST_ITEMS * (PAIRS + WARM_UP);
      const holds = (await stored(store)).every((number) => number === all);
      await store.close();
      if (!holds) throw new Error('The server did not store and count every item once.');
      return { measured, floor };
    } finally {
      rmSync(folder, { recursive: true, force: true });
    }
  },
};

/** Inserts the rows of a batch, as fast as one may: all values of a table in one statement, all in one transaction. */
function bareInserter(file: string) {
  const db = new Database(file);
  db.pragma('journal_mode = WAL');
  db.pragma('synchronous = FULL');
  db.pragma('foreign_keys = ON');
  const prepared = new Map<string, Database.Statement>();
  const run = (table: string, rows: readonly (readonly unknown[])[], after = '') => {
    const text = `INSERT INTO ${table} VALUES ${placesFor(rows.length, rows[0]?.length ?? 0, () => '?')}${after}`;
    const statement = prepared.get(text) ?? db.prepare(text);
    prepared.set(text, statement);
    statement.run(rows.flat());
  };
  const insert = db.transaction((rows: BareRows) => {
    run('batches', [rows.batch]);
    run('items', rows.items);
    run('counts', rows.counts, ' ON CONFLICT DO UPDATE SET number = number + excluded.number');
  });
  return { insert, close: () => db.close() };
}
