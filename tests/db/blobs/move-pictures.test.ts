// A store from before the pictures lay in blobs/.
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { contentOf } from '../../../db/blobs/blob-store.ts';
import { judgeVersion } from '../../../db/content/proof.ts';
import { readMedia } from '../../../db/content/read-content.ts';
import { migrate, readMigrations } from '../../../db/migrate.ts';
import { openForWriting } from '../../../db/open.ts';
import { openStoreInMemory } from '../../../db/open-store.ts';
import { aDataFolder, MIGRATIONS } from '../../builders/a-store.ts';
import { blobsIn } from '../../builders/blobs-in.ts';

const ALL = readMigrations(join(MIGRATIONS, 'content'));

function anOldStore(file: string) {
  const db = openForWriting(file);
  onTestFinished(() => void db.close());
  migrate(db, ALL.slice(0, 4));
  db.exec(`INSERT INTO pack_versions (pack_id, version, digest, about, words, parameters, contacts)
    VALUES ('klein', 1, 'd', '{}', '{}', '{}', '{}'); INSERT INTO active_packs VALUES ('klein', 1)`);
  const insert = db.prepare("INSERT INTO media VALUES ('klein', 1, ?, 'image/png', ?)");
  for (const path of ['media/a.png', 'media/b.png']) insert.run(path, Buffer.from(path));
  return db;
}

test('the pictures of an old store are moved out of it, and shown from there', () => {
  const folder = aDataFolder();
  const db = anOldStore(join(folder, 'content.db'));
  migrate(db, ALL);
  expect(String(readMedia(db, 'media/klein/b.png')?.bytes)).toBe('media/b.png');
  const digests = ['media/a.png', 'media/b.png'].map((path) => contentOf(Buffer.from(path)).sha256);
  expect(blobsIn(folder)).toEqual(digests.sort());
  expect(judgeVersion(db, 'klein', 1)).toBe('unproven');
});

test('on a disk that takes no writes they go on in memory', () => {
  const folder = aDataFolder();
  const file = join(folder, 'content.db');
  anOldStore(file).pragma('wal_checkpoint(TRUNCATE)');
  const db = openStoreInMemory(file, join(MIGRATIONS, 'content'), {});
  onTestFinished(() => void db?.close());
  expect(db && String(readMedia(db, 'media/klein/a.png')?.bytes)).toBe('media/a.png');
  expect(() => blobsIn(folder)).toThrow('ENOENT');
});
