import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it, onTestFinished } from 'vitest';
import { backUp } from '../../../server/store/back-up.ts';
import { openServerStore } from '../../../server/store/open-server-store.ts';
import { startOwnServer } from '../../builders/a-server.ts';
import { aDataFolder } from '../../builders/a-store.ts';

it('copies handovers without what is sealed, which a copy would keep for too long', async () => {
  const server = await startOwnServer();
  const place = mkdtempSync(join(tmpdir(), 'balie-copy-'));
  onTestFinished(async () => {
    await server.remove();
    rmSync(place, { recursive: true, force: true });
  });
  const device = (await server.approved()).id();
  const SEALED = 'age-encryption.org/v1 of a visitor '.repeat(400); // over several pages of the database
  const states = { waits: 'waiting', fetched: 'delivered', justNow: 'delivered', none: 'none' } as const;
  for (const [id, sealed_state] of Object.entries(states))
    await server.store.db
      .insertInto('handovers')
      .values({
        ...{ id, library: 'delft', branch: 'hal', device, partner: 'rechtswinkel', code: id, said: 0 },
        ...{
          given_at: '2026-11-27T14:00:00.000Z',
          month: '2026-11',
          sealed_until: '2026-12-11T14:00:00.000Z',
        },
        ...{ open_until: '2027-01-26T14:00:00.000Z', state: 'given', sealed_state },
        sealed: id === 'waits' || id === 'justNow' ? SEALED : null,
      })
      .execute();
  const rowsOf = async ({ db }: typeof server.store) =>
    db.selectFrom('handovers').select(['id', 'sealed', 'sealed_state']).orderBy('id').execute();
  const before = await rowsOf(server.store);
  const copy = join(place, 'copy');
  await backUp(server.store, copy, undefined);

  expect(readdirSync(copy).filter((name) => name.startsWith('server.db'))).toEqual(['server.db']);
  expect(readFileSync(join(copy, 'server.db')).includes('age-encryption')).toBe(false);
  const copied = await openServerStore({ data: copy });
  onTestFinished(() => copied.close());
  expect(await rowsOf(copied)).toEqual([
    { id: 'fetched', sealed: null, sealed_state: 'delivered' },
    { id: 'justNow', sealed: null, sealed_state: 'delivered' },
    { id: 'none', sealed: null, sealed_state: 'none' },
    { id: 'waits', sealed: null, sealed_state: 'deleted' },
  ]);
  expect(await rowsOf(server.store)).toEqual(before);
  expect(before.map(({ sealed }) => sealed?.length)).toContain(SEALED.length);
});

it('leaves nothing of a copy that failed, so that the same name can be used again', async () => {
  const data = aDataFolder();
  const store = await openServerStore({ data });
  onTestFinished(() => store.close());
  const copy = join(data, 'copy');
  await expect(backUp(store, copy, undefined)).rejects.toMatchObject({ code: 'ENOENT' }); // no server.key
  expect(readdirSync(data).filter((name) => name.startsWith('copy'))).toEqual([]);
  writeFileSync(join(data, 'server.key'), '');
  await backUp(store, copy, undefined);
  expect(readdirSync(copy).sort()).toEqual(['secrets.key', 'server.db', 'server.key']);
});
