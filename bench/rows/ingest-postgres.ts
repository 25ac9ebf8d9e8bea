import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { MOST_ITEMS } from '../../core/contract/sync/batch.ts';
import { startOwnPostgres } from '../../tests/builders/own-postgres.ts';
import { type BareRows, placesFor } from '../ingest/bare-rows.ts';
import { compareIngest } from '../ingest/compare-ingest.ts';
import { fillStore } from '../ingest/ingest-server.ts';
import { sendingDevices } from '../ingest/made-batches.ts';
import type { Row } from '../row.ts';

const DEVICES = 32;
const CONNECTIONS = 16;
const BARE_CONNECTIONS = 4;
const LEAST = 0.65;

/**
 * The same as `ingest-sqlite` with PostgreSQL, which waits for the disk. The floor inserts over four connections into a database
 * of the same PostgreSQL: prepared statements, a transaction for each batch. Arrays and JSON in place of values came to the same.
 */
export const ingestPostgres: Row = {
  name: 'ingest-postgres',
  unit: 'items/s',
  goal: `signed batches of ${MOST_ITEMS} over HTTP at least ${LEAST} times bare inserts of their rows over ${BARE_CONNECTIONS} connections`,
  isMet: ({ ratio }) => ratio >= LEAST,
  measure: async (say) => {
    const data = mkdtempSync(join(tmpdir(), 'balie-bench-'));
    const postgres = await startOwnPostgres(true);
    try {
      const devices = sendingDevices(DEVICES);
      const [ours, bare] = [postgres.makeDatabase('ours'), postgres.makeDatabase('bare')];
      await fillStore({ data, database: bare }, devices);
      const inserter = await bareInserter(bare);
      try {
        const place = { data, database: ours };
        const { insert } = inserter;
        return await compareIngest({ place, devices, connections: CONNECTIONS, insert, say });
      } finally {
        await inserter.close();
      }
    } finally {
      await postgres.remove();
      rmSync(data, { recursive: true, force: true });
    }
  },
};

/** Inserts batches over some connections at the same time. */
async function bareInserter(database: string) {
  const clients = await Promise.all(
    Array.from({ length: BARE_CONNECTIONS }, async () => {
      const client = new pg.Client({ connectionString: database });
      await client.connect();
      return client;
    }),
  );
  return {
    insert: async (rows: readonly BareRows[]) => {
      const waiting = [...rows];
      const lane = async (client: pg.Client) => {
        for (let next = waiting.shift(); next; next = waiting.shift()) await insertBatch(client, next);
      };
      await Promise.all(clients.map(lane));
    },
    close: () => Promise.all(clients.map((client) => client.end())),
  };
}

async function insertBatch(client: pg.Client, { batch, items, counts }: BareRows): Promise<void> {
  await client.query('BEGIN');
  await run(client, 'batches', [batch]);
  await run(client, 'items', items);
  await run(
    ...([client, 'counts', counts] as const),
    ' ON CONFLICT (library, branch, type, hour, body) DO UPDATE SET number = counts.number + excluded.number',
  );
  await client.query('COMMIT');
}

function run(
  client: pg.Client,
  table: string,
  rows: readonly (readonly unknown[])[],
  after = '',
): Promise<unknown> {
  const places = placesFor(rows.length, rows[0]?.length ?? 0, (index) => `$${index + 1}`);
  const text = `INSERT INTO ${table} VALUES ${places}${after}`;
  return client.query({ name: `${table}-${rows.length}`, text, values: rows.flat() });
}
