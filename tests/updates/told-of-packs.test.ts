import { expect, test } from 'vitest';
import { readUpdateStatus } from '../../db/content/updates/update-status.ts';
import { prepareUpdate } from '../../updates/prepare-update.ts';
import { folderSource } from '../../updates/source/folder-source.ts';
import { TODAY } from '../builders/today.ts';
import { aKiosk } from '../builders/updates/a-kiosk.ts';
import { aRawRepository, NOW, packOf, STABLE } from '../builders/updates/raw-repository.ts';
import { upToDate } from '../builders/updates/up-to-date.ts';

test('a pack that can never come because its number was shown here with other content is told of', async () => {
  const repository = aRawRepository(1);
  const kiosk = aKiosk(repository.bundledRoot);
  expect(await kiosk.prepare(repository)).toMatchObject({ kind: 'older', version: 1, shown: 1 });
  expect(readUpdateStatus(kiosk.db)).toEqual({
    ...{ contacted_at: NOW, failed_at: NOW },
    failure: { fault: 'same-number', pack: 'klein', message: expect.stringContaining('above 1') },
  });
  repository.publish(2);
  await kiosk.prepare(repository);
  expect(readUpdateStatus(kiosk.db).failure).toBeNull();
});

test('so is one that is older, and one that nobody publishes under that name', async () => {
  const { repository, kiosk } = await upToDate();
  repository.publish(1);
  await kiosk.prepare(repository);
  expect(readUpdateStatus(kiosk.db).failure).toMatchObject({ fault: 'older', pack: 'klein' });
  await kiosk.prepare(repository, { follow: { ...STABLE, pack: 'klien' } });
  expect(readUpdateStatus(kiosk.db).failure).toMatchObject({ fault: 'not-published', pack: 'klien' });
});

test('of two packs, of which one comes and one is broken, the broken one is named', async () => {
  const { repository, kiosk } = await upToDate();
  const other = { ...STABLE, pack: 'twee' };
  repository.addPack(3);
  repository.publish(1, { ...packOf(1), 'topics.yaml': 'no: list' }, other);
  const prepared = await prepareUpdate(await folderSource(repository.folder), {
    ...{ db: kiosk.db, dataDir: kiosk.dataDir, bundledRoot: repository.bundledRoot, now: NOW, today: TODAY },
    follow: [{ ...STABLE, pack: 'drie' }, STABLE, other],
  });
  expect(prepared.map(({ outcome }) => outcome.kind)).toEqual(['not-published', 'ready', 'failed']);
  expect(readUpdateStatus(kiosk.db).failure).toMatchObject({ fault: 'pack-broken', pack: 'twee' });
});
