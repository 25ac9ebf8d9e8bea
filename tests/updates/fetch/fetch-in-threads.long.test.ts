// What threads fetch from a real web server: whole, proven, and with no guard less than without them.
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { blobPlace } from '../../../core/contract/repository/places.ts';
import { contentOf as digestOf, openBlobStore } from '../../../db/blobs/blob-store.ts';
import { readMedia } from '../../../db/content/read-content.ts';
import { MOST_AT_ONCE } from '../../../updates/download.ts';
import { startFetchThreads, toFetch } from '../../../updates/fetch/fetch-in-threads.ts';
import { httpSource } from '../../../updates/source/http-source.ts';
import { aDataFolder } from '../../builders/a-store.ts';
import { aKiosk } from '../../builders/updates/a-kiosk.ts';
import { aServer } from '../../builders/updates/a-server.ts';
import { picturedPack, pictureOf, picturesOf, withPictures } from '../../builders/updates/pictured-pack.ts';
import { aRawRepository, packOf } from '../../builders/updates/raw-repository.ts';

const THREADS = { threadsFrom: 0 };
const PATIENT = { quietMs: 9_000, leastBytesPerSecond: 1 };
const NOTHING = { moved: 0, onDisk: new Set() };

function withPicture(picture: Uint8Array = pictureOf(2)) {
  const repository = aRawRepository();
  repository.publish(2, { ...picturedPack(2), 'media/huis.png': picture });
  return repository;
}

test('every content comes once and is proven, texts before pictures, and the version is shown', async () => {
  const repository = aRawRepository();
  const files = withPictures(packOf(2), 2, { count: 9, bytes: 1_000 });
  repository.publish(2, files);
  const contents = Object.entries(files).map(([path, content]) => ({
    place: blobPlace(digestOf(Buffer.from(content)).sha256),
    isText: !path.startsWith('media/'),
  }));
  // No picture is given out until every text was asked for: more pictures than there are connections would wait for ever.
  const texts = new Set(contents.filter(({ isText }) => isText).map(({ place }) => place));
  let waiting: (() => void)[] = [];
  const server = await aServer(repository.folder, ({ url = '' }, response) => {
    const place = url.slice(1);
    texts.delete(place);
    if (texts.size === 0) {
      for (const give of waiting) give();
      waiting = [];
    }
    if (texts.size === 0 || !contents.some((content) => content.place === place && !content.isText))
      return false;
    waiting.push(() => response.end(readFileSync(join(repository.folder, place))));
    return true;
  });
  const kiosk = aKiosk(repository.bundledRoot);
  expect(await kiosk.update(httpSource(server.address), THREADS)).toBe('ready');
  expect([kiosk.shown(), kiosk.title()]).toEqual([2, 'Versie 2']);
  expect(readMedia(kiosk.db, 'media/klein/plaat-0.png')?.bytes).toEqual(
    picturesOf(2, 1, 1_000)['media/plaat-0.png'],
  );
  const asked = server.asked.filter((place) => place.startsWith('blobs/'));
  expect(asked.sort()).toEqual([...new Set(contents.map(({ place }) => place))].sort());
  expect(readdirSync(join(kiosk.dataDir, 'blobs/parts'))).toEqual([]);
});

test('a picture that is none is refused, though the texts were judged as if it were one', async () => {
  const repository = withPicture(Buffer.from('geen plaatje'));
  const server = await aServer(repository.folder);
  const kiosk = aKiosk(repository.bundledRoot);
  expect(await kiosk.update(httpSource(server.address), THREADS)).toBe('pack-broken');
  expect(kiosk.shown()).toBe(1);
});

test('what is wrong in some of many texts is told as it is from a folder: the same, in the same order', async () => {
  const repository = aRawRepository();
  const files = withPictures(packOf(2), 2, { count: 40, bytes: 500 });
  // One text that stands twice, one that is no UTF-8, and one that is right itself but names a picture that is not there.
  for (const id of ['plaat-31', 'plaat-4']) files[`articles/${id}/nl.md`] = 'alt: Een huis\nGeen titel\n';
  files['articles/plaat-17/nl.md'] = Buffer.from([0xff, 0xfe]);
  files['articles/plaat-8/article.yaml'] = String(files['articles/plaat-8/article.yaml']).replace(
    'plaat-8.png',
    'weg.png',
  );
  repository.publish(2, files);
  const server = await aServer(repository.folder);
  const told = async (
    from: Parameters<ReturnType<typeof aKiosk>['prepare']>[0],
    options?: typeof THREADS,
  ) => {
    const outcome = await aKiosk(repository.bundledRoot).prepare(from, options);
    return outcome.kind === 'failed' ? outcome.error.message : outcome.kind;
  };
  const fromFolder = await told(repository);
  expect(fromFolder).toMatch(/plaat-17.*UTF-8.*plaat-31.*title.*plaat-31/);
  expect(await told(httpSource(server.address), THREADS)).toBe(fromFolder);
  expect(await told(httpSource(server.address))).toBe(fromFolder);
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

test('a content that comes wrong at first and right when it is asked for again is the right one', async () => {
  const repository = withPicture();
  const place = `/${blobPlace(digestOf(pictureOf(2)).sha256)}`;
  let times = 0;
  const server = await aServer(repository.folder, ({ url }, response) => {
    if (url !== place || ++times > 1) return false;
    response.end(Buffer.from(pictureOf(3)));
    return true;
  });
  const kiosk = aKiosk(repository.bundledRoot);
  expect(pictureOf(3).length).toBe(pictureOf(2).length);
  expect(await kiosk.update(httpSource(server.address), THREADS)).toBe('ready');
  expect(times).toBe(2);
  expect(readMedia(kiosk.db, 'media/klein/huis.png')?.bytes).toEqual(Buffer.from(pictureOf(2)));
});

test('what a thread cannot write it leaves, and says nothing of it', async () => {
  const repository = withPicture();
  const server = await aServer(repository.folder);
  const blobs = openBlobStore(aDataFolder());
  const content = digestOf(pictureOf(2));
  const wanted = toFetch(content, blobs, { uses: () => ({ isText: false, pictures: ['media/huis.png'] }) });
  const seen: string[] = [];
  const threads = startFetchThreads({ address: server.address, patience: PATIENT });
  try {
    // Enough for every thread to meet one, and each goes on living.
    const broken = Array.from({ length: 8 }, () => ({
      ...wanted,
      part: join(wanted.part, 'no/such/folder'),
    }));
    expect(await threads.fetch(broken, blobs.folder, ({ sha256 }) => seen.push(sha256)).all).toEqual(NOTHING);
    const right = threads.fetch([wanted], blobs.folder, ({ sha256 }) => seen.push(sha256));
    expect((await right.all).moved).toBe(content.length);
    expect(seen).toEqual([content.sha256]);
    await threads.end();
    expect(await threads.fetch([wanted], blobs.folder, () => undefined).all).toEqual(NOTHING);
  } finally {
    await threads.end();
  }
});

test('a server that does not give what it should is asked once over each connection, not for every content', async () => {
  const server = await aServer(aDataFolder());
  const blobs = openBlobStore(aDataFolder());
  const contents = Array.from({ length: 40 }, (_, index) => digestOf(Buffer.from(String(index))));
  const wanted = contents.map((content) =>
    toFetch(content, blobs, { uses: () => ({ isText: true, pictures: [] }) }),
  );
  const threads = startFetchThreads({ address: server.address, patience: PATIENT });
  try {
    const fetching = threads.fetch(wanted, blobs.folder, () => expect.unreachable());
    await fetching.texts;
    expect(await fetching.all).toEqual(NOTHING);
    expect(server.asked.length).toBeGreaterThan(0);
    expect(server.asked.length).toBeLessThanOrEqual(4);
  } finally {
    await threads.end();
  }
});

test('what is empty, larger than a picture may be, or was begun before is left to others', async () => {
  const repository = aRawRepository();
  const [empty, large, begun] = [
    Buffer.alloc(0),
    Buffer.alloc(MOST_AT_ONCE + 1, 'x'),
    Buffer.from(pictureOf(2)),
  ];
  const files = { 'articles/leeg.md': empty, 'articles/groot.md': large, 'media/huis.png': begun };
  repository.publish(2, { ...picturedPack(2), ...files });
  // A thread says no more than it must; the clients of Node also say that they keep the connection.
  const byThreads = new Map<string, boolean>();
  const server = await aServer(repository.folder, ({ url = '', headers }) => {
    byThreads.set(url.slice(1), headers.connection === undefined);
    return false;
  });
  const kiosk = aKiosk(repository.bundledRoot);
  const part = openBlobStore(kiosk.dataDir).partOf(digestOf(begun).sha256);
  writeFileSync(part, begun.subarray(0, 9));
  expect(await kiosk.update(httpSource(server.address), THREADS)).toBe('pack-broken');
  const left = [empty, large, begun].map((content) => blobPlace(digestOf(content).sha256));
  // What is empty is known without asking.
  expect(left.map((place) => byThreads.get(place))).toEqual([undefined, false, false]);
  const others = [...byThreads].filter(([place]) => place.startsWith('blobs/') && !left.includes(place));
  expect(others.length).toBeGreaterThan(5);
  expect(others.every(([, byThread]) => byThread)).toBe(true);
});

test('threads that end in the middle leave nobody waiting', async () => {
  let ask: () => void = () => undefined;
  const asked = new Promise<void>((resolve) => {
    ask = resolve;
  });
  const server = await aServer(aDataFolder(), () => {
    ask();
    return true;
  });
  const blobs = openBlobStore(aDataFolder());
  const wanted = toFetch(digestOf(pictureOf(2)), blobs, { uses: () => ({ isText: true, pictures: [] }) });
  const threads = startFetchThreads({ address: server.address, patience: PATIENT });
  const fetching = threads.fetch([wanted], blobs.folder, () => expect.unreachable());
  await asked;
  await threads.end();
  await fetching.texts;
  expect(await fetching.all).toEqual(NOTHING);
});

test('threads that cannot begin leave everything to others', async () => {
  const blobs = openBlobStore(aDataFolder());
  const wanted = toFetch(digestOf(pictureOf(2)), blobs, { uses: () => ({ isText: true, pictures: [] }) });
  const threads = startFetchThreads({ address: 'no address', patience: PATIENT });
  const fetching = threads.fetch([wanted], blobs.folder, () => expect.unreachable());
  await fetching.texts;
  expect(await fetching.all).toEqual(NOTHING);
  await threads.end();
});
