// What docs/scale.md says to type is typed here, into a real PostgreSQL that has items already.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { sql } from 'kysely';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { type OwnServer, startOwnServer } from '../builders/a-server.ts';
import { type OwnPostgres, startOwnPostgres } from '../builders/own-postgres.ts';

let postgres: OwnPostgres;
let server: OwnServer;
beforeAll(async () => {
  postgres = await startOwnPostgres();
  server = await startOwnServer(postgres.makeDatabase('parts'));
});
afterAll(async () => {
  await server.remove();
  await postgres.remove();
});

it('lays items in parts by time: what was stored is known, what is new is stored and counted once', async () => {
  const page = readFileSync(join(import.meta.dirname, '../../docs/scale.md'), 'utf8');
  const statements = (/```sql\n(.*?)```/s.exec(page)?.[1] ?? '')
    .split(/;\n/)
    .filter((each) => each.trim() !== '');
  expect(statements.length).toBeGreaterThan(4);
  const [address] = server.addresses;
  const device = await server.approved();
  const before = device.batch([device.item(), device.item()]);
  await device.acknowledged(await device.send(address, before));
  for (const statement of statements) await sql.raw(statement).execute(server.store.db);
  const known = await device.acknowledged(await device.send(address, before));
  expect(known.items.map(({ result }) => result)).toEqual(['known', 'known']);
  const inWeek = device.item({ id: '01a20a00-0000-7abc-8def-0123456789ab' });
  const fresh = await device.acknowledged(await device.send(address, device.batch([inWeek])));
  expect(fresh.items.map(({ result }) => result)).toEqual(['stored']);
  const { rows } = await sql<{ id: string }>`SELECT id FROM items_2026_48`.execute(server.store.db);
  expect(rows.map(({ id }) => id)).toContain(inWeek.id);
  expect(await server.total()).toBe(3);
  await sql`DROP TABLE items_2026_48`.execute(server.store.db);
  expect(await server.total()).toBe(3);
});
