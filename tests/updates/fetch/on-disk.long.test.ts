// When what threads fetched is on the disk, and when nobody may count on it.
import { once } from 'node:events';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { Worker } from 'node:worker_threads';
import { expect, onTestFinished, test, vi } from 'vitest';
import { blobPlace } from '../../../core/contract/repository/places.ts';
import { contentOf, openBlobStore } from '../../../db/blobs/blob-store.ts';
import { readMedia } from '../../../db/content/read-content.ts';
import { startFetchThreads, toFetch } from '../../../updates/fetch/fetch-in-threads.ts';
import { BUSY, type FetchTask, type FromThread } from '../../../updates/fetch/fetch-task.ts';
import { httpSource } from '../../../updates/source/http-source.ts';
import { aDataFolder } from '../../builders/a-store.ts';
import { aKiosk } from '../../builders/updates/a-kiosk.ts';
import { aServer } from '../../builders/updates/a-server.ts';
import { picturesOf, withPictures } from '../../builders/updates/pictured-pack.ts';
import { aRawRepository, packOf } from '../../builders/updates/raw-repository.ts';

const PATIENT = { quietMs: 9_000, leastBytesPerSecond: 1 };

/** In the place of the command that brings a disk up to date: it writes down what lay in the folder when it was asked, and ends so. */
function aSync(status = 0): () => string[] {
  const bin = aDataFolder();
  const seen = join(bin, 'seen');
  writeFileSync(seen, '');
  const script = `#!/bin/sh\n{ echo asked; find "$2" -type f; } >> "${seen}"\nexit ${status}\n`;
  writeFileSync(join(bin, 'sync'), script, { mode: 0o755 });
  vi.stubEnv('PATH', `${bin}:${process.env['PATH']}`);
  onTestFinished(() => void vi.unstubAllEnvs());
  return () => readFileSync(seen, 'utf8').trim().split('\n');
}

/** What threads say of so many contents, one of which a server may not have. */
async function fetched(count: number, missing?: number) {
  const repository = aDataFolder();
  const contents = Array.from({ length: count }, (_, index) => {
    const bytes = Buffer.from(`inhoud ${index}`);
    const content = contentOf(bytes);
    const file = join(repository, blobPlace(content.sha256));
    mkdirSync(dirname(file), { recursive: true });
    if (index !== missing) writeFileSync(file, bytes);
    return content;
  });
  const server = await aServer(repository);
  const blobs = openBlobStore(aDataFolder());
  const threads = startFetchThreads({ address: server.address, patience: PATIENT });
  const wanted = contents.map((each) =>
    toFetch(each, blobs, { uses: () => ({ isText: true, pictures: [] }) }),
  );
  const came: string[] = [];
  try {
    const all = await threads.fetch(wanted, blobs.folder, ({ sha256 }) => came.push(sha256)).all;
    return { ...all, came, blobs, digests: contents.map(({ sha256 }) => sha256) };
  } finally {
    await threads.end();
  }
}

test('many contents are on the disk, once, when all of them are in their places', async () => {
  const seen = aSync();
  const { onDisk, digests, blobs } = await fetched(40);
  expect([...onDisk].sort()).toEqual([...digests].sort());
  const [asked, ...files] = seen();
  expect(asked).toBe('asked');
  expect(files.sort()).toEqual(digests.map((sha256) => blobs.fileOf(sha256)).sort());
});

test('of what did not come nobody says that it is there', async () => {
  aSync();
  const { onDisk, came, digests } = await fetched(40, 39);
  expect([...onDisk].sort()).toEqual(came.sort());
  expect(onDisk.has(String(digests[39]))).toBe(false);
});

test('a disk that says no is believed, and a few contents are left to whoever shows them', async () => {
  aSync(1);
  expect((await fetched(40)).onDisk.size).toBe(0);
  const seen = aSync();
  expect((await fetched(7)).onDisk.size).toBe(0);
  expect(seen()).toEqual(['']);
});

/** What a thread says at its end, when as many as these are taken for busy beside it. */
async function endsBeside(others: number): Promise<boolean> {
  const server = await aServer(aDataFolder());
  const blobs = openBlobStore(aDataFolder());
  const counts = new SharedArrayBuffer(2 * Int32Array.BYTES_PER_ELEMENT);
  new Int32Array(counts)[BUSY] = others + 1;
  const contents = Array.from({ length: 9 }, (_, index) =>
    toFetch(contentOf(Uint8Array.of(index)), blobs, { uses: () => ({ isText: true, pictures: [] }) }),
  );
  const thread = new Worker(new URL('../../../updates/fetch/fetch-thread.ts', import.meta.url));
  onTestFinished(async () => void (await thread.terminate()));
  const task: FetchTask = {
    web: { address: server.address, patience: PATIENT },
    ...{ contents, folder: blobs.folder, counts },
  };
  thread.postMessage(task);
  const [message] = (await once(thread, 'message')) as [FromThread];
  return 'done' in message && message.synced;
}

test('where one of the threads died, nobody is the last, and nothing counts as being on the disk', async () => {
  aSync();
  expect([await endsBeside(0), await endsBeside(1)]).toEqual([true, false]);
});

/** A kiosk that took in many pictures by threads, and how often the disk was asked. */
async function updated(status?: number) {
  const repository = aRawRepository();
  repository.publish(2, withPictures(packOf(2), 2, { count: 12, bytes: 500 }));
  const server = await aServer(repository.folder);
  const seen = aSync(status);
  const kiosk = aKiosk(repository.bundledRoot);
  expect(await kiosk.update(httpSource(server.address), { threadsFrom: 0 })).toBe('ready');
  const shown = readMedia(kiosk.db, 'media/klein/plaat-11.png')?.bytes;
  expect(shown).toEqual(picturesOf(2, 12, 500)['media/plaat-11.png']);
  return seen().filter((line) => line === 'asked').length;
}

test('an update asks the disk once, and again only where that failed', async () => {
  expect(await updated()).toBe(1);
  expect(await updated(1)).toBeGreaterThan(1);
});
