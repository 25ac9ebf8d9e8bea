import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { contentOf, DamagedBlobError, openBlobStore } from '../../../db/blobs/blob-store.ts';
import { blobsOf } from '../../../db/blobs/blobs-of.ts';
import { collectBlobs } from '../../../db/blobs/collect-blobs.ts';
import { installPack } from '../../../db/content/install-pack.ts';
import { readMedia } from '../../../db/content/read-content.ts';
import { stagePack } from '../../../db/content/updates/stage-pack.ts';
import { openStoreInMemory } from '../../../db/open-store.ts';
import { aDataFolder, aStore, MIGRATIONS } from '../../builders/a-store.ts';
import { blobsIn } from '../../builders/blobs-in.ts';
import { aPackToInstall } from '../../builders/pack-to-install.ts';

const digest = (byte: number) => contentOf(Uint8Array.of(byte)).sha256;
const withPicture = (version: number) => aPackToInstall({ version, picture: Uint8Array.of(version) });

test('a store on disk has its pictures beside it', () => {
  const db = aStore('content');
  const content = blobsOf(db).put(Uint8Array.of(5));
  expect(openBlobStore(dirname(db.name)).has(content)).toBe(true);
});

test('a store in memory has its own in memory, and reads those of the data folder that it is for', () => {
  const file = join(aDataFolder(), 'content.db');
  installPack(aStore('content', file), withPicture(1));
  const before = blobsIn(dirname(file));
  const db = openStoreInMemory(file, join(MIGRATIONS, 'content'), {});
  if (db === undefined) throw new Error('There is no store in memory.');
  onTestFinished(() => void db.close());
  const picture = () => readMedia(db, 'media/klein/huis.png')?.bytes;
  expect(picture()).toEqual(Buffer.of(1));
  installPack(db, withPicture(2));
  expect(picture()).toEqual(Buffer.of(2));
  expect(blobsIn(dirname(file))).toEqual(before);
  for (const version of [3, 4]) installPack(db, withPicture(version));
  collectBlobs(db);
  expect(() => blobsOf(db).read({ sha256: digest(2), length: 1 })).toThrow(DamagedBlobError);
  expect(picture()).toEqual(Buffer.of(4));
});

test('what is shown, came before it or lies ready is kept with all that a manifest names, and nothing else', () => {
  const file = join(aDataFolder(), 'content.db');
  const db = aStore('content', file);
  const text = blobsOf(db).put(Buffer.from('een tekst'));
  for (const version of [1, 2, 3]) installPack(db, withPicture(version));
  const body = JSON.stringify({ files: [{ path: 'pack.yaml', ...text }] });
  stagePack(db, withPicture(4), { sha256: 'x', body });
  blobsOf(db).put(Uint8Array.of(99));
  collectBlobs(db);
  expect(blobsIn(dirname(file))).toEqual([digest(2), digest(3), digest(4), text.sha256].sort());
  expect(String(readFileSync(openBlobStore(dirname(file)).fileOf(text.sha256)))).toBe('een tekst');
});
