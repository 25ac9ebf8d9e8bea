import { readFileSync, writeFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { contentOf, openBlobStore } from '../../db/blobs/blob-store.ts';
import { readUpdateStatus } from '../../db/content/updates/update-status.ts';
import { aKiosk, type TestKiosk } from '../builders/updates/a-kiosk.ts';
import { picturedPack, pictureOf } from '../builders/updates/pictured-pack.ts';
import { aRawRepository } from '../builders/updates/raw-repository.ts';

/** Other bytes of the same length, as a disk that rots gives them. */
function rot(kiosk: TestKiosk, bytes: Uint8Array): string {
  const file = openBlobStore(kiosk.dataDir).fileOf(contentOf(bytes).sha256);
  writeFileSync(file, Buffer.alloc(readFileSync(file).length));
  return file;
}

const TEXT = 'articles/huur-uitleg/nl.md';

test.each([
  ['text', () => Buffer.from(String(picturedPack(2)[TEXT]))],
  ['picture', () => pictureOf(2)],
])('a shared %s that rotted here is fetched again from where the update comes', async (_what, bytes) => {
  const repository = aRawRepository();
  const kiosk = aKiosk(repository.bundledRoot);
  repository.publish(2, picturedPack(2));
  expect(await kiosk.update(repository)).toBe('ready');
  const file = rot(kiosk, bytes());
  repository.publish(3, { ...picturedPack(3), 'media/huis.png': pictureOf(2) });
  expect(await kiosk.prepare(repository)).toMatchObject({ kind: 'ready', version: 3 });
  expect(readFileSync(file).equals(bytes())).toBe(true);
  expect(readUpdateStatus(kiosk.db).failure).toBeNull();
});
