// tuf-js writes its files without syncing: after a power cut they may hold anything.
import { copyFileSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { readTrustedMetadata } from '../../db/content/updates/trusted-metadata.ts';
import { folderSource } from '../../updates/source/folder-source.ts';
import { type Source, SourceError } from '../../updates/source/source.ts';
import { aKiosk } from '../builders/updates/a-kiosk.ts';
import { aRawRepository, type RawRepository } from '../builders/updates/raw-repository.ts';
import { expectRefused } from '../builders/updates/refused.ts';

/** A kiosk that shows version 3 of a repository, and the timestamp of version 2. */
async function upToDate() {
  const repository = aRawRepository(2);
  const kiosk = aKiosk(repository.bundledRoot);
  await kiosk.update(repository);
  const old = readFileSync(join(repository.folder, 'metadata/timestamp.json'));
  repository.publish(3);
  expect(await kiosk.update(repository)).toBe('ready');
  return { repository, kiosk, old, trust: join(kiosk.dataDir, 'trust') };
}

const replay = (repository: RawRepository, old: Buffer) => repository.write('metadata/timestamp.json', old);

describe('a torn file of metadata', () => {
  test.each<[string, (file: string) => void]>([
    ['is empty', (file) => writeFileSync(file, '')],
    ['is half there', (file) => writeFileSync(file, readFileSync(file).subarray(0, 200))],
    ['holds nothing but zeros', (file) => writeFileSync(file, Buffer.alloc(4096))],
    ['is gone', (file) => rmSync(file)],
  ])('that %s strands nobody, and lets nobody roll back', async (_, tear) => {
    const { repository, kiosk, old, trust } = await upToDate();
    for (const name of readdirSync(trust)) tear(join(trust, name));
    const good = readFileSync(join(repository.folder, 'metadata/timestamp.json'));
    replay(repository, old);
    await expectRefused(kiosk, repository, 'rolled-back');
    for (const name of readdirSync(trust)) tear(join(trust, name));
    replay(repository, good);
    expect(await kiosk.update(repository)).toBe('current');
    repository.publish(4);
    expect(await kiosk.update(repository)).toBe('ready');
  });
});

test('a file that could not be written to its end leaves the copy of before in the store', async () => {
  const { repository, kiosk, old, trust } = await upToDate();
  const good = readFileSync(join(repository.folder, 'metadata/timestamp.json'));
  repository.publish(4);
  const folder = await folderSource(repository.folder);
  // A full disk: of what tuf-js writes nothing arrives, and the look comes to nothing.
  const failing: Source = {
    ...folder,
    open: async (place, wanted) => {
      if (!place.endsWith('.snapshot.json')) return folder.open(place, wanted);
      writeFileSync(join(trust, 'timestamp.json'), '');
      throw new SourceError('unreachable', 'It is out of order.');
    },
  };
  expect(await kiosk.update(failing)).toBe('unreachable');
  expect(readTrustedMetadata(kiosk.db).get('timestamp.json')).toEqual(good);
  replay(repository, old);
  await expectRefused(kiosk, repository, 'rolled-back');
});

describe('a store that was built anew', () => {
  test('still refuses an older repository, by the files that are whole', async () => {
    const { repository, kiosk, old } = await upToDate();
    kiosk.db.close();
    for (const suffix of ['', '-wal', '-shm'])
      rmSync(join(kiosk.dataDir, `content.db${suffix}`), { force: true });
    const anew = aKiosk(repository.bundledRoot, kiosk.dataDir);
    const good = readFileSync(join(repository.folder, 'metadata/timestamp.json'));
    replay(repository, old);
    await expectRefused(anew, repository, 'rolled-back');
    replay(repository, good);
    expect(await anew.update(repository)).toBe('ready');
    expect(anew.shown()).toBe(3);
  });

  test('begins anew when the files are torn too', async () => {
    const { repository, kiosk, trust } = await upToDate();
    kiosk.db.close();
    for (const suffix of ['', '-wal', '-shm'])
      rmSync(join(kiosk.dataDir, `content.db${suffix}`), { force: true });
    for (const name of readdirSync(trust)) writeFileSync(join(trust, name), 'x');
    expect(await aKiosk(repository.bundledRoot, kiosk.dataDir).update(repository)).toBe('ready');
  });
});

test('a torn file beside a new store is not written into it', async () => {
  const { repository, kiosk, trust } = await upToDate();
  kiosk.db.close();
  for (const suffix of ['', '-wal', '-shm'])
    rmSync(join(kiosk.dataDir, `content.db${suffix}`), { force: true });
  for (const name of readdirSync(trust)) writeFileSync(join(trust, name), 'x');
  const anew = aKiosk(repository.bundledRoot, kiosk.dataDir);
  rmSync(join(repository.folder, 'metadata/timestamp.json'));
  expect(await anew.update(repository)).toBe('missing');
  expect([...readTrustedMetadata(anew.db).keys()]).toEqual([
    expect.stringMatching(/^[0-9a-f]{64}\.root\.json$/),
    'root.json',
  ]);
});

test('a folder that is copied to another kiosk is only a repository there', async () => {
  const { repository, trust } = await upToDate();
  const other = aKiosk(repository.bundledRoot);
  expect(await other.update(repository)).toBe('ready');
  for (const name of readdirSync(trust)) copyFileSync(join(trust, name), join(other.dataDir, 'trust', name));
  expect(await other.update(repository)).toBe('current');
});
