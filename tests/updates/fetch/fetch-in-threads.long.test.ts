// What threads fetch from a real web server: whole, proven, and with no guard less than without them.
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { blobPlace } from '../../../core/contract/repository/places.ts';
import { contentOf as digestOf, openBlobStore } from '../../../db/blobs/blob-store.ts';
import { readMedia } from '../../../db/content/read-content.ts';
import { startFetchThreads, toFetch } from '../../../updates/fetch/fetch-in-threads.ts';
import { httpSource } from '../../../updates/source/http-source.ts';
import { aDataFolder } from '../../builders/a-store.ts';
import { aKiosk } from '../../builders/updates/a-kiosk.ts';
import { aServer } from '../../builders/updates/a-server.ts';
import { picturedPack, pictureOf } from '../../builders/updates/pictured-pack.ts';
import { aRawRepository } from '../../builders/updates/raw-repository.ts';

const THREADS = { threadsFrom: 0 };

function withPicture(picture: Uint8Array = pictureOf(2)) {
  const repository = aRawRepository();
  repository.publish(2, { ...picturedPack(2), 'media/huis.png': picture });
  return repository;
}

test('every content comes once and is proven, texts before pictures, and the version is shown', async () => {
  const repository = withPicture();
  const server = await aServer(repository.folder);
  const kiosk = aKiosk(repository.bundledRoot);
  expect(await kiosk.update(httpSource(server.address), THREADS)).toBe('ready');
  expect([kiosk.shown(), kiosk.title()]).toEqual([2, 'Versie 2']);
  expect(readMedia(kiosk.db, 'media/huis.png')?.bytes).toEqual(Buffer.from(pictureOf(2)));
  const contents = server.asked.filter((asked) => asked.startsWith('blobs/'));
  expect(new Set(contents).size).toBe(contents.length);
  expect(contents.length).toBeGreaterThan(5);
  expect(contents.indexOf(blobPlace(digestOf(pictureOf(2)).sha256))).toBeGreaterThan(0);
  expect(readdirSync(join(kiosk.dataDir, 'blobs/parts'))).toEqual([]);
});

test('a picture that is none is refused, though the texts were judged as if it were one', async () => {
  const repository = withPicture(Buffer.from('geen plaatje'));
  const server = await aServer(repository.folder);
  const kiosk = aKiosk(repository.bundledRoot);
  expect(await kiosk.update(httpSource(server.address), THREADS)).toBe('pack-broken');
  expect(kiosk.shown()).toBe(1);
});

test('a picture of which a byte is another is refused, and lies nowhere', async () => {
  const repository = withPicture();
  const { sha256 } = digestOf(pictureOf(2));
  const file = join(repository.folder, blobPlace(sha256));
  const spoilt = readFileSync(file);
  spoilt[spoilt.length - 1] = (spoilt.at(-1) ?? 0) ^ 1;
  writeFileSync(file, spoilt);
  const server = await aServer(repository.folder);
  const kiosk = aKiosk(repository.bundledRoot);
  expect(await kiosk.update(httpSource(server.address), THREADS)).toBe('untrusted');
  expect(kiosk.shown()).toBe(1);
  expect(openBlobStore(kiosk.dataDir).has(digestOf(spoilt))).toBe(false);
  expect(openBlobStore(kiosk.dataDir).has(digestOf(pictureOf(2)))).toBe(false);
});

test('what a thread cannot write it leaves, and says nothing of it', async () => {
  const repository = withPicture();
  const server = await aServer(repository.folder);
  const blobs = openBlobStore(aDataFolder());
  const content = digestOf(pictureOf(2));
  const wanted = toFetch(content, blobs, { uses: () => ({ isText: false, pictures: ['media/huis.png'] }) });
  const seen: string[] = [];
  const threads = startFetchThreads({
    address: server.address,
    patience: { quietMs: 9_000, leastBytesPerSecond: 1 },
  });
  try {
    const broken = threads.fetch([{ ...wanted, part: join(wanted.part, 'no/such/folder') }], ({ sha256 }) =>
      seen.push(sha256),
    );
    expect(await broken.all).toBe(0);
    const right = threads.fetch([wanted], ({ sha256 }) => seen.push(sha256));
    expect(await right.all).toBe(content.length);
    expect(seen).toEqual([content.sha256]);
    await threads.end();
    expect(await threads.fetch([wanted], () => undefined).all).toBe(0);
  } finally {
    await threads.end();
  }
});
