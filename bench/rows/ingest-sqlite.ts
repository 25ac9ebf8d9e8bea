import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { MOST_ITEMS } from '../../core/contract/sync/batch.ts';
import { type BareRows, placesFor } from '../ingest/bare-rows.ts';
import { compareIngest } from '../ingest/compare-ingest.ts';
import { fillStore } from '../ingest/ingest-server.ts';
import { sendingDevices } from '../ingest/made-batches.ts';
import type { Row } from '../row.ts';

const DEVICES = 32;
const CONNECTIONS = 16;
const LEAST = 0.65;

/**
 * How many items a second the real server takes in, and has on the disk: signed batches over HTTP, each judged, counted and
 * acknowledged. The floor puts the same rows (of items, of batches, and of the counts they come to) into the same tables of a store of
 * its own, with everything prepared, added up and nothing judged, a transaction for each batch. They take turns.
 */
export const ingestSqlite: Row = {
  name: 'ingest-sqlite',
  unit: 'items/s',
  goal: `signed batches of ${MOST_ITEMS} over HTTP at least ${LEAST} times bare inserts of their rows with synchronous=FULL`,
  isMet: ({ ratio }) => ratio >= LEAST,
  measure: async (say) => {
    const folder = mkdtempSync(join(tmpdir(), 'balie-bench-'));
    const [ours, bare] = [{ data: join(folder, 'ours') }, { data: join(folder, 'bare') }];
    try {
      const devices = sendingDevices(DEVICES);
      await fillStore(bare, devices);
      const inserter = bareInserter(join(bare.data, 'server.db'));
      const insert = async (rows: readonly BareRows[]) => {
        for (const each of rows) inserter.insert(each);
      };
      try {
        return await compareIngest({ place: ours, devices, connections: CONNECTIONS, insert, say });
      } finally {
        inserter.close();
      }
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
