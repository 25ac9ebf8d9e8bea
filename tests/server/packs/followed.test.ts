import { expect, onTestFinished, test } from 'vitest';
import { addBranch, addLibrary } from '../../../server/organisations/libraries.ts';
import { addPublisher } from '../../../server/organisations/publishers.ts';
import { readFollowed } from '../../../server/packs/followed.ts';
import { openServerStore } from '../../../server/store/open-server-store.ts';
import type { DeviceRow } from '../../../server/store/tables.ts';
import { aDataFolder } from '../../builders/a-store.ts';

const of = (library: string) => ({ library, pack: 'geld', channel: 'stable', version: 3 });

test('a library follows what its approved devices show, and its own publishers', async () => {
  const store = await openServerStore({ data: aDataFolder() });
  onTestFinished(() => store.close());
  const device = (id: string, library: string, state: DeviceRow['state'], shows: string) =>
    store.db
      .insertInto('devices')
      .values({
        ...{ id, library, branch: 'hal', public_key: '', profile: 'kiosk', app_version: '0.1.0', state },
        ...{ enrolled_at: '2026-11-01T00:00:00Z', packs: JSON.stringify([of(shows)]), last_seq: 0 },
      })
      .execute();
  for (const library of ['delft', 'gouda']) {
    await addLibrary(store, library, library, new Date());
    await addBranch(store, library, 'hal', 'Hal');
  }
  await device('1', 'delft', 'approved', 'landelijk');
  await device('2', 'delft', 'revoked', 'oud');
  await device('3', 'delft', 'waiting', 'nieuw');
  await device('4', 'gouda', 'approved', 'gouda');
  for (const [library, id] of [
    ['delft', 'delft-jeugd'],
    ['gouda', 'gouda-jeugd'],
    [null, 'landelijk'],
  ] as const)
    await addPublisher(store, library, { id, name: id, packs: ['geld'] });
  expect(await readFollowed(store, 'delft')).toEqual({
    shown: [of('landelijk')],
    own: new Set(['delft', 'delft-jeugd']),
  });
});
