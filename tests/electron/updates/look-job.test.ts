import { copyFileSync, cpSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { readUpdateStatus } from '../../../db/content/updates/update-status.ts';
import { lookForUpdates } from '../../../electron/updates/look-job.ts';
import { aDataFolder, aStore, MIGRATIONS } from '../../builders/a-store.ts';
import { TODAY } from '../../builders/today.ts';
import { aRawRepository, NOW, type RawRepository, STABLE } from '../../builders/updates/raw-repository.ts';

/** A kiosk that follows a repository in a folder, and the way its process looks at it. */
function following(...stick: [folder: string, RawRepository | 'own'][]) {
  const repository = aRawRepository(2);
  const mounted = aDataFolder();
  for (const [folder, each] of stick)
    cpSync((each === 'own' ? repository : each).folder, join(mounted, folder), { recursive: true });
  const dataDir = aDataFolder();
  const rootFile = join(dataDir, 'root.json');
  writeFileSync(rootFile, repository.bundledRoot);
  const look = (now: number) =>
    lookForUpdates({
      ...{ dataDir, migrationsDir: MIGRATIONS, nativeBinding: undefined, rootFile, now, today: TODAY },
      settings: { address: repository.folder, follow: [STABLE] },
      ...(stick.length > 0 ? { stick: mounted } : {}),
    });
  const status = () => readUpdateStatus(aStore('content', join(dataDir, 'content.db')));
  return { repository, rootFile, look, status };
}

test('a look that went well is told as that', async () => {
  const { look, status } = following();
  expect(await look(NOW)).toMatchObject({ ok: true, failed: false, packs: [{ kind: 'ready', version: 2 }] });
  expect(status()).toEqual({ contacted_at: NOW, failed_at: null, failure: null });
});

test('a folder that is not there any more, and a root that is not, are told to whoever looks after the kiosk', async () => {
  const { repository, rootFile, look, status } = following();
  await look(NOW);
  rmSync(rootFile);
  expect(await look(NOW + 1)).toMatchObject({ ok: false, fault: 'no-root' });
  expect(status()).toEqual({
    ...{ contacted_at: NOW, failed_at: NOW + 1 },
    failure: { fault: 'no-root', message: expect.stringContaining('There is no root of trust') },
  });
  copyFileSync(join(repository.folder, 'metadata/1.targets.json'), rootFile);
  expect(await look(NOW + 2)).toMatchObject({ ok: false, fault: 'no-root' });
  expect(status()).toMatchObject({
    failed_at: NOW + 2,
    failure: { fault: 'no-root', message: expect.stringContaining('that this kiosk was given is none') },
  });
  writeFileSync(rootFile, repository.bundledRoot);
  await look(NOW + 3);
  expect(status().failure).toBeNull();
  rmSync(repository.folder, { recursive: true });
  expect(await look(NOW + 4)).toMatchObject({ ok: false, fault: 'gone' });
  expect(status()).toMatchObject({ failed_at: NOW + 4, failure: { fault: 'gone' } });
});

test('the log says what was taken out because it is published no more', async () => {
  const { repository, look } = following();
  await look(NOW);
  repository.publish(3);
  expect(await look(NOW + 1)).toMatchObject({
    lines: ['klein 2: taken out, it is published no more', expect.stringContaining('klein 3: ready')],
  });
});

test.each(['a-first', 'z-last'])(
  'a stick with the repository of another library on it too tells of the own one, where that is called %s',
  async (own) => {
    const { look, status } = following([own, 'own'], ['m-other', aRawRepository(5)]);
    const reply = await look(NOW);
    expect(reply).toMatchObject({ ok: true, failed: false, packs: [{ kind: 'ready', version: 2 }] });
    expect(reply).toMatchObject({ lines: expect.arrayContaining([expect.stringContaining('untrusted')]) });
    expect(status().failure).toBeNull();
  },
);

test('a stick on which no repository is trusted tells that', async () => {
  const { look, status } = following(['one', aRawRepository(5)], ['two', aRawRepository(5)]);
  expect(await look(NOW)).toMatchObject({ failed: true });
  expect(status().failure).toMatchObject({ fault: 'untrusted' });
});
