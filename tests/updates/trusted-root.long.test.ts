// Whom a kiosk trusts when it is given another root than it knew, or something that is none.
import { readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { readTrustedMetadata } from '../../db/content/updates/trusted-metadata.ts';
import { readUpdateStatus } from '../../db/content/updates/update-status.ts';
import { aKiosk } from '../builders/updates/a-kiosk.ts';
import { aKey, aRawRepository, type RawRepository } from '../builders/updates/raw-repository.ts';
import { expectRefused } from '../builders/updates/refused.ts';

/** A kiosk that shows version 3 of a repository. */
async function upToDate() {
  const repository = aRawRepository(3);
  const kiosk = aKiosk(repository.bundledRoot);
  expect(await kiosk.update(repository)).toBe('ready');
  return { repository, kiosk };
}

/** The same after its root was signed anew twice, and the list of libraries thrice. */
async function atThird() {
  const { repository, kiosk } = await upToDate();
  for (let times = 0; times < 2; times++) repository.signRoot();
  while (repository.versions.targets < 4) repository.signTargets();
  repository.announce();
  expect(await kiosk.update(repository)).toBe('current');
  const third = readFileSync(join(repository.folder, 'metadata/3.root.json'));
  expect(readTrustedMetadata(kiosk.db).get('root.json')).toEqual(third);
  return { repository, kiosk, third };
}

describe('the root', () => {
  test('that came with a newer app takes the place of an older one', async () => {
    const { repository, kiosk } = await upToDate();
    repository.keys.timestamp = [aKey()];
    repository.signRoot();
    repository.publish(4);
    // The roots between are not there any more.
    const newest = readFileSync(join(repository.folder, 'metadata/2.root.json'));
    rmSync(join(repository.folder, 'metadata/2.root.json'));
    await expectRefused(kiosk, repository, 'untrusted');
    kiosk.db.close();
    expect(await aKiosk(newest, kiosk.dataDir).update(repository)).toBe('ready');
  });

  test('of another ceremony begins trust anew, also with a lower number; what is shown stays until something comes', async () => {
    const { repository, kiosk } = await upToDate();
    repository.signRoot();
    repository.publish(4);
    expect(await kiosk.update(repository)).toBe('ready');
    const anew = aRawRepository(2, 5);
    const { bundledRoot } = anew;
    await expectRefused(kiosk, anew, 'untrusted');
    // The kiosk is told whom to trust now. The repository of before is a stranger from then on.
    await expectRefused(kiosk, repository, 'untrusted', { bundledRoot });
    expect(kiosk.shown()).toBe(4);
    expect(await kiosk.update(anew, { bundledRoot })).toBe('ready');
    expect(kiosk.shown()).toBe(5);
    // And back: one that was superseded begins nothing anew. The keys of the second ceremony still count.
    await expectRefused(kiosk, repository, 'untrusted');
    expect(await kiosk.update(anew)).toBe('current');
  });

  test('of another ceremony that nothing here belongs to takes the place of nothing', async () => {
    const { repository, kiosk, third } = await atThird();
    const stranger = aRawRepository().bundledRoot;
    await expectRefused(kiosk, repository, 'untrusted', { bundledRoot: stranger });
    expect(readTrustedMetadata(kiosk.db).get('root.json')).toEqual(third);
    // The right one is put back: it had passed, and is no beginning.
    expect(await kiosk.update(repository)).toBe('current');
    expect(readTrustedMetadata(kiosk.db).get('root.json')).toEqual(third);
  });

  test('that is damaged in the store is none; what is there stays until a repository shows what follows the given one', async () => {
    const { repository, kiosk, third } = await atThird();
    const unsigned = Buffer.from(JSON.stringify({ ...JSON.parse(String(third)), signatures: [] }));
    kiosk.db.prepare("UPDATE trusted_metadata SET body = ? WHERE name = 'root.json'").run(unsigned);
    await expectRefused(kiosk, aRawRepository(9), 'untrusted');
    expect(readTrustedMetadata(kiosk.db).get('root.json')).toEqual(unsigned);
    expect(await kiosk.update(repository)).toBe('current');
    expect(readTrustedMetadata(kiosk.db).get('root.json')).toEqual(third);
  });

  test('that is damaged in the store does not bring back the keys of the given one, where those between are whole', async () => {
    const { repository, kiosk } = await upToDate();
    const stolen = repository.keys.root;
    repository.keys.root = [aKey(), aKey(), aKey()];
    repository.signRoot(undefined, [...stolen.slice(0, 2), ...repository.keys.root.slice(0, 2)]);
    repository.signTargets();
    repository.publish(4);
    expect(await kiosk.update(repository)).toBe('ready');
    const second = readFileSync(join(repository.folder, 'metadata/2.root.json'));
    const unsigned = Buffer.from(JSON.stringify({ ...JSON.parse(String(second)), signatures: [] }));
    kiosk.db.prepare("UPDATE trusted_metadata SET body = ? WHERE name = 'root.json'").run(unsigned);
    const own = repository.keys.root;
    // Whoever holds keys of the first root signs another second one.
    repository.keys.root = stolen;
    repository.versions.root = 1;
    repository.signRoot();
    repository.signTargets();
    repository.publish(5);
    await expectRefused(kiosk, repository, 'untrusted');
    repository.keys.root = own;
    repository.write('metadata/2.root.json', second);
    repository.signTargets();
    repository.publish(6);
    expect(await kiosk.update(repository)).toBe('ready');
    expect(readTrustedMetadata(kiosk.db).get('root.json')).toEqual(second);
  });

  test('of another ceremony that nothing here belongs to takes the place of nothing in a store that was built anew', async () => {
    const { repository, kiosk, third } = await atThird();
    kiosk.db.close();
    for (const suffix of ['', '-wal', '-shm'])
      rmSync(join(kiosk.dataDir, `content.db${suffix}`), { force: true });
    const anew = aKiosk(repository.bundledRoot, kiosk.dataDir);
    await expectRefused(anew, repository, 'untrusted', { bundledRoot: aRawRepository().bundledRoot });
    expect(readTrustedMetadata(anew.db).get('root.json')).toEqual(third);
  });

  test.each<[string, (repository: RawRepository) => Buffer]>([
    ['the list of libraries', (r) => readFileSync(join(r.folder, 'metadata/4.targets.json'))],
    ['nothing but a number', () => Buffer.from('{"signed": {"version": 4}, "signatures": []}')],
    ['half of it', (r) => r.bundledRoot.subarray(0, 400)],
    ['nothing', () => Buffer.alloc(0)],
    [
      'a root that one of its keys signed',
      () => {
        const { signed, signatures } = JSON.parse(aRawRepository().bundledRoot.toString('utf8'));
        return Buffer.from(JSON.stringify({ signed, signatures: signatures.slice(0, 1) }));
      },
    ],
  ])('that is none, but %s, is refused, and nothing is lost', async (_, given) => {
    const { repository, kiosk, third } = await atThird();
    const before = readTrustedMetadata(kiosk.db);
    await expectRefused(kiosk, repository, 'no-root', { bundledRoot: given(repository) });
    expect(readUpdateStatus(kiosk.db).failure?.message).toContain('Put the 1.root.json');
    expect(readTrustedMetadata(kiosk.db)).toEqual(before);
    expect(await kiosk.update(repository)).toBe('current');
    expect(readTrustedMetadata(kiosk.db).get('root.json')).toEqual(third);
  });

  test('that was given by hand for once stays, also when the first one is there again, in whatever dress', async () => {
    const { repository, kiosk } = await upToDate();
    repository.signRoot();
    repository.publish(4);
    expect(await kiosk.update(repository)).toBe('ready');
    repository.keys.timestamp = [aKey()];
    repository.signRoot();
    repository.publish(5);
    const third = readFileSync(join(repository.folder, 'metadata/3.root.json'));
    rmSync(join(repository.folder, 'metadata/3.root.json'));
    expect(await kiosk.update(repository, { bundledRoot: third })).toBe('ready');
    repository.publish(6);
    expect(await kiosk.update(repository)).toBe('ready');
    const { signatures, signed } = JSON.parse(repository.bundledRoot.toString('utf8'));
    const dressed = { signatures: signatures.toReversed(), signed: { expires: '', ...signed } };
    const bundledRoot = Buffer.from(JSON.stringify(dressed, null, 2).replaceAll('\n', '\r\n'));
    expect(await kiosk.update(repository, { bundledRoot })).toBe('current');
    expect(readTrustedMetadata(kiosk.db).get('root.json')).toEqual(third);
  });

  test.each([1, 2])(
    'number %i of another ceremony that came where no such root belongs is not known by that',
    async (number) => {
      const { repository, kiosk } = await upToDate();
      const anew = aRawRepository(4);
      anew.signRoot();
      const bundledRoot = readFileSync(join(anew.folder, `metadata/${number}.root.json`));
      repository.write('metadata/2.root.json', bundledRoot);
      await expectRefused(kiosk, repository, 'untrusted');
      expect(await kiosk.update(anew, { bundledRoot })).toBe('ready');
    },
  );

  test('of another ceremony takes the place of one from before roots on the way were kept', async () => {
    const { repository, kiosk } = await upToDate();
    kiosk.db.exec("DELETE FROM trusted_metadata WHERE name LIKE '%.root.json'");
    const anew = aRawRepository(5);
    expect(await kiosk.update(anew, { bundledRoot: anew.bundledRoot })).toBe('ready');
    await expectRefused(kiosk, repository, 'untrusted');
  });

  test('on the way to the newest one does not bring back the keys of then', async () => {
    const { repository, kiosk } = await upToDate();
    const stolen = repository.keys.root;
    repository.keys.root = [aKey(), aKey(), aKey()];
    repository.signRoot(undefined, [...stolen.slice(0, 2), ...repository.keys.root.slice(0, 2)]);
    const second = readFileSync(join(repository.folder, 'metadata/2.root.json'));
    const third = [aKey(), aKey(), aKey()];
    const before = repository.keys.root;
    repository.keys.root = third;
    repository.signRoot(undefined, [...before.slice(0, 2), ...third.slice(0, 2)]);
    repository.signTargets();
    repository.publish(4);
    expect(await kiosk.update(repository)).toBe('ready');
    // Whoever holds keys of the second root signs another third one, with keys of theirs.
    repository.keys.root = before;
    repository.versions.root = 2;
    repository.signRoot();
    repository.signTargets();
    repository.publish(5);
    await expectRefused(kiosk, repository, 'untrusted', { bundledRoot: second });
  });

  test('that cannot be read is taken from the app again', async () => {
    const { repository, kiosk } = await upToDate();
    const spoilt = { signed: { version: 1, _type: 'root' }, signatures: [] };
    kiosk.db
      .prepare("UPDATE trusted_metadata SET body = ? WHERE name = 'root.json'")
      .run(Buffer.from(JSON.stringify(spoilt)));
    repository.publish(4);
    expect(await kiosk.update(repository)).toBe('ready');
  });
});
