import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { contentOf, openBlobStore } from '../../../db/blobs/blob-store.ts';
import { besideOf } from '../../../db/content/beside.ts';
import { activeVersion, heldVersion, installPack } from '../../../db/content/install-pack.ts';
import { judgeVersion } from '../../../db/content/proof.ts';
import { readFlow, readMedia } from '../../../db/content/read-content.ts';
import { fallBack } from '../../../db/content/updates/fall-back.ts';
import { installedPacks } from '../../../db/content/updates/installed-packs.ts';
import { readScrubStatus } from '../../../db/content/updates/scrub-status.ts';
import { letGoOfPack, rollBackPack, rollBackTo } from '../../../db/content/updates/show-pack.ts';
import { stagePack } from '../../../db/content/updates/stage-pack.ts';
import { readUpdateStatus } from '../../../db/content/updates/update-status.ts';
import type { WriteDb } from '../../../db/open.ts';
import { loadPackFolder } from '../../../packs/load-pack-folder.ts';
import { openSource } from '../../../updates/open-source.ts';
import { healSources } from '../../../updates/scrub/heal-sources.ts';
import { scrub } from '../../../updates/scrub/scrub.ts';
import { nameOf } from '../../../updates/scrub/scrub-plan.ts';
import type { Source } from '../../../updates/source/source.ts';
import { aDataFolder, aStore, everyRow } from '../../builders/a-store.ts';
import { blobsIn } from '../../builders/blobs-in.ts';
import { aPackToInstall } from '../../builders/pack-to-install.ts';
import { TODAY } from '../../builders/today.ts';
import { aKiosk } from '../../builders/updates/a-kiosk.ts';
import { aServer } from '../../builders/updates/a-server.ts';
import { picturedPack, pictureOf, withPictures } from '../../builders/updates/pictured-pack.ts';
import { aRawRepository, NOW, packOf, STABLE } from '../../builders/updates/raw-repository.ts';

/** What a scrub may ask, beside what the data folder says: the packs of the app, and a stick. */
type From = { readonly packsDir?: string | undefined; readonly stick?: string };

async function scrubbed(db: WriteDb, { packsDir, stick }: From = {}, pause = async () => undefined) {
  const given = stick === undefined ? [] : [await openSource(stick)];
  const sources = await healSources({ dataDir: dirname(db.name), packsDir, given });
  return scrub({ db, packsDir, sources, today: TODAY, now: () => NOW, pause });
}

/** A folder of packs, as it comes with the app. */
function packsWith(version: number): string {
  const packsDir = aDataFolder();
  for (const [path, content] of Object.entries(picturedPack(version))) {
    mkdirSync(dirname(join(packsDir, 'klein', path)), { recursive: true });
    writeFileSync(join(packsDir, 'klein', path), content);
  }
  return packsDir;
}

/** A kiosk that shows version 3 of a repository, and had version 2 before it. */
async function aFollower() {
  const repository = aRawRepository();
  const kiosk = aKiosk(repository.bundledRoot);
  for (const version of [2, 3]) {
    repository.publish(version, picturedPack(version));
    expect(await kiosk.update(repository)).toBe('ready');
  }
  return { repository, ...kiosk };
}

/** A kiosk that shows the pack of the app. */
function aFactoryKiosk() {
  const packsDir = packsWith(1);
  const db = aStore('content');
  const loaded = loadPackFolder(join(packsDir, 'klein'), TODAY);
  if (!loaded.ok) throw new Error('The pack with a picture is not good.');
  installPack(db, loaded);
  return { packsDir, db };
}

/** Where the picture of a version lies. */
const placeOf = (db: WriteDb, version: number) =>
  openBlobStore(dirname(db.name)).fileOf(contentOf(pictureOf(version)).sha256);

/** One bit falls over in the middle of a file; its size stays. */
function flipByte(file: string): void {
  const bytes = readFileSync(file);
  const middle = bytes.length >> 1;
  bytes[middle] = (bytes[middle] ?? 0) ^ 1;
  writeFileSync(file, bytes);
}

/** One letter of a text in the store becomes another one. */
function flipLetter(db: WriteDb, version: number): void {
  const { changes } = db
    .prepare(
      "UPDATE flows SET body = replace(body, 'Huurt u een huis?', 'Huurt u een huiS?') WHERE version = ?",
    )
    .run(version);
  expect(changes).toBe(1);
}

const asked = (db: WriteDb) => readFlow(db, 'huur')?.words['nl']?.questions['huurt-u']?.ask;
const shownPicture = (db: WriteDb) => readMedia(db, 'media/klein/huis.png')?.bytes;

test('what is whole stays as it is, and that all was looked at is written down', async () => {
  const { db } = await aFollower();
  const { scrub_status: _, ...before } = everyRow(db);
  expect(await scrubbed(db)).toEqual([]);
  const { scrub_status: status, ...after } = everyRow(db);
  expect(after).toEqual(before);
  expect(status).toEqual([{ only: 1, finished_at: NOW, reached: null, losing: '[]', lost: '[]' }]);
});

describe('a picture of which one bit fell over', () => {
  test('is never shown, and is had again from the repository that is followed', async () => {
    const { db, dataDir, repository } = await aFollower();
    const { address } = await aServer(repository.folder);
    writeFileSync(join(dataDir, 'repository.json'), JSON.stringify({ address, follow: [STABLE] }));
    flipByte(placeOf(db, 3));
    expect(shownPicture(db)).toBeUndefined();
    expect(await scrubbed(db)).toMatchObject([{ kind: 'picture', from: address }]);
    expect(shownPicture(db)).toEqual(Buffer.from(pictureOf(3)));
  });

  test('is found while nobody looks at it', async () => {
    const { db } = await aFollower();
    flipByte(placeOf(db, 2));
    expect(await scrubbed(db)).toEqual([
      { kind: 'picture', sha256: contentOf(pictureOf(2)).sha256, from: undefined },
    ]);
  });

  test('is had again from a stick', async () => {
    const { db, repository } = await aFollower();
    flipByte(placeOf(db, 3));
    expect(await scrubbed(db, { stick: repository.folder })).toMatchObject([{ from: repository.folder }]);
    expect(shownPicture(db)).toEqual(Buffer.from(pictureOf(3)));
  });

  test('is had again from the packs of the app', async () => {
    const { db, packsDir } = aFactoryKiosk();
    flipByte(placeOf(db, 1));
    expect(await scrubbed(db, { packsDir })).toMatchObject([{ kind: 'picture', from: packsDir }]);
    expect(shownPicture(db)).toEqual(Buffer.from(pictureOf(1)));
  });

  test('is not had again from where it rotted too: no wrong picture is ever shown', async () => {
    const { db, repository } = await aFollower();
    const { sha256 } = contentOf(pictureOf(3));
    flipByte(placeOf(db, 3));
    flipByte(openBlobStore(repository.folder).fileOf(sha256));
    expect(await scrubbed(db, { stick: repository.folder })).toMatchObject([{ sha256, from: undefined }]);
    expect([shownPicture(db), existsSync(placeOf(db, 3))]).toEqual([undefined, false]);
    // And the next scrub tries again.
    repository.write(`blobs/sha256/${sha256.slice(0, 2)}/${sha256}`, pictureOf(3));
    expect(await scrubbed(db, { stick: repository.folder })).toMatchObject([{ from: repository.folder }]);
  });
});

describe('a version of which one letter in the store became another', () => {
  test('is written again from the contents that lie here', async () => {
    const { db } = await aFollower();
    const before = everyRow(db)['flows'];
    flipLetter(db, 3);
    expect(asked(db)).toBe('Huurt u een huiS?');
    expect(await scrubbed(db)).toEqual([
      { kind: 'version', pack: 'klein', version: 3, isShown: true, from: 'blobs' },
    ]);
    expect([asked(db), everyRow(db)['flows']]).toEqual(['Huurt u een huis?', before]);
    expect(judgeVersion(db, 'klein', 3)).toBe('whole');
  });

  test('with contents that rotted too, from a repository or stick', async () => {
    const { db, repository } = await aFollower();
    flipLetter(db, 3);
    const words = Buffer.from(String(picturedPack(3)['flows/huur/words.nl.yaml']));
    flipByte(openBlobStore(dirname(db.name)).fileOf(contentOf(words).sha256));
    expect(await scrubbed(db, { stick: repository.folder })).toMatchObject([{ from: repository.folder }]);
    expect(asked(db)).toBe('Huurt u een huis?');
  });

  test('is written again from the packs of the app', async () => {
    const { db, packsDir } = aFactoryKiosk();
    flipLetter(db, 1);
    expect(await scrubbed(db, { packsDir })).toMatchObject([{ kind: 'version', from: packsDir }]);
    expect([asked(db), judgeVersion(db, 'klein', 1)]).toEqual(['Huurt u een huis?', 'whole']);
  });

  test('is written again from the packs of the app, also when a publisher signed it and its list is lost', async () => {
    const { db, repository, ...kiosk } = await aFollower();
    db.exec('DELETE FROM pack_manifests WHERE version = 3');
    flipLetter(db, 3);
    const packsDir = packsWith(3);
    expect(await scrubbed(db, { packsDir })).toMatchObject([{ version: 3, isShown: true, from: packsDir }]);
    expect([asked(db), judgeVersion(db, 'klein', 3)]).toEqual(['Huurt u een huis?', 'whole']);
    // It is still what was signed: nothing else comes under its number.
    expect(db.prepare('SELECT origin FROM pack_versions WHERE version = 3').pluck().get()).toBe('repository');
    expect(await kiosk.update(repository)).toBe('current');
  });

  test('is whole again when somebody brings back the same content as it came with the app', async () => {
    const { db } = await aFollower();
    flipLetter(db, 3);
    const loaded = loadPackFolder(join(packsWith(3), 'klein'), TODAY);
    if (!loaded.ok) throw new Error('The pack with a picture is not good.');
    rollBackTo(db, loaded, NOW);
    expect([asked(db), judgeVersion(db, 'klein', 3)]).toEqual(['Huurt u een huis?', 'whole']);
    expect([activeVersion(db, 'klein')?.version, heldVersion(db, 'klein')]).toEqual([3, 3]);
  });

  test('is written again from the packs of the app where it stands beside the versions of the library', async () => {
    const { db } = await aFollower();
    const packsDir = packsWith(9);
    const loaded = loadPackFolder(join(packsDir, 'klein'), TODAY);
    if (!loaded.ok) throw new Error('The pack with a picture is not good.');
    rollBackTo(db, loaded, NOW);
    flipLetter(db, besideOf(9));
    const [rot] = await scrubbed(db, { packsDir });
    expect(rot).toMatchObject({ version: besideOf(9), isShown: true, from: packsDir });
    expect(rot && nameOf(rot)).toBe('klein 9 (came with the app)');
    expect([asked(db), judgeVersion(db, 'klein', besideOf(9))]).toEqual(['Huurt u een huis?', 'whole']);
    expect(db.prepare('SELECT count(*) FROM pack_versions').pluck().get()).toBe(2);
  });

  test('and nothing to write it from gives way to the version before, until a higher one comes', async () => {
    const { db, repository, ...kiosk } = await aFollower();
    db.exec('DELETE FROM pack_manifests WHERE version = 3');
    expect(await scrubbed(db)).toMatchObject([{ version: 3, isShown: true, from: undefined }]);
    expect(fallBack(db, 'klein', 3, NOW)).toBe(2);
    expect([kiosk.title(), shownPicture(db)]).toEqual(['Versie 2', Buffer.from(pictureOf(2))]);
    expect([heldVersion(db, 'klein'), rollBackPack(db, 'klein', NOW)]).toEqual([undefined, undefined]);
    repository.publish(4, picturedPack(4));
    expect([await kiosk.update(repository), kiosk.title()]).toEqual(['ready', 'Versie 4']);
  });

  test('and gave way comes back with the next update, that very version, and nothing below it', async () => {
    const { db, repository, ...kiosk } = await aFollower();
    db.exec('DELETE FROM pack_manifests WHERE version = 3');
    await scrubbed(db);
    fallBack(db, 'klein', 3, NOW);
    repository.publish(2, picturedPack(2));
    expect(await kiosk.update(repository)).toBe('current');
    repository.publish(1, picturedPack(1));
    expect(await kiosk.update(repository)).toBe('older');
    repository.publish(3, picturedPack(3));
    expect(await kiosk.update(repository)).toBe('ready');
    expect([kiosk.title(), shownPicture(db)]).toEqual(['Versie 3', Buffer.from(pictureOf(3))]);
    expect(judgeVersion(db, 'klein', 3)).toBe('whole');
    // It was lost once; it is not a door to other content under its number.
    repository.publish(3, picturedPack(4));
    expect(await kiosk.update(repository)).toBe('older');
    expect([rollBackPack(db, 'klein', NOW), kiosk.title()]).toEqual([2, 'Versie 2']);
    expect(await kiosk.update(repository)).toBe('older');
  });

  test('and no whole version before it stays, and nothing changes', async () => {
    const { db } = await aFollower();
    flipLetter(db, 2);
    flipLetter(db, 3);
    const before = everyRow(db);
    expect(fallBack(db, 'klein', 3, NOW)).toBeUndefined();
    expect(fallBack(db, 'klein', 2, NOW)).toBeUndefined();
    expect(everyRow(db)).toEqual(before);
  });

  test('that is not shown is taken out: neither a roll-back nor an update brings it back', async () => {
    const { db } = await aFollower();
    stagePack(db, aPackToInstall({ version: 9 }), { sha256: 'x', body: '{}' });
    db.exec("UPDATE flows SET titles = replace(titles, 'Huur', 'Duur') WHERE version = 9");
    expect(await scrubbed(db)).toMatchObject([{ version: 9, isShown: false, from: undefined }]);
    expect(db.prepare('SELECT version FROM pack_versions ORDER BY version').pluck().all()).toEqual([2, 3]);
    expect(activeVersion(db, 'klein')?.version).toBe(3);
  });

  test('that somebody went back from stays until it can be had again, and meanwhile nobody goes back to it', async () => {
    const { db, dataDir, repository, ...kiosk } = await aFollower();
    rollBackPack(db, 'klein', NOW);
    flipLetter(db, 3);
    const words = Buffer.from(String(picturedPack(3)['flows/huur/words.nl.yaml']));
    flipByte(openBlobStore(dataDir).fileOf(contentOf(words).sha256));
    const lost = { kind: 'version', pack: 'klein', version: 3, isShown: false, from: undefined };
    expect(await scrubbed(db)).toEqual([lost]);
    expect(readScrubStatus(db).lost).toEqual(['klein 3']);
    letGoOfPack(db, 'klein');
    expect([await kiosk.update(repository), kiosk.title()]).toEqual(['current', 'Versie 2']);
    expect([rollBackPack(db, 'klein', NOW), installedPacks(db)[0]?.before]).toEqual([undefined, null]);
    expect(await scrubbed(db, { stick: repository.folder })).toEqual([{ ...lost, from: repository.folder }]);
    expect(readScrubStatus(db).lost).toEqual([]);
    expect(installedPacks(db)[0]?.before?.version).toBe(3);
    expect([rollBackPack(db, 'klein', NOW), kiosk.title(), asked(db)]).toEqual([
      ...[3, 'Versie 3', 'Huurt u een huis?'],
    ]);
  });

  test('and is older than what is shown is taken out: nobody has it any more', async () => {
    const { db } = await aFollower();
    db.exec('DELETE FROM pack_manifests WHERE version = 2');
    expect(await scrubbed(db)).toMatchObject([{ version: 2, isShown: false, from: undefined }]);
    expect(db.prepare('SELECT version FROM pack_versions').pluck().all()).toEqual([3]);
    expect(await scrubbed(db)).toEqual([]);
  });

  test('from before there were proofs is taken as it is, once', async () => {
    const { db } = await aFollower();
    db.exec('DELETE FROM content_proofs');
    expect(await scrubbed(db)).toEqual([]);
    flipLetter(db, 3);
    expect(await scrubbed(db)).toMatchObject([{ version: 3 }]);
  });
});

test('broken off, it goes on where it was', async () => {
  const { db } = await aFollower();
  let slices = 0;
  const brokenOff = scrubbed(db, {}, async () => {
    if (++slices === 2) throw new Error('a visitor came');
    return undefined;
  });
  await expect(brokenOff).rejects.toThrow('a visitor came');
  expect(readScrubStatus(db)).toMatchObject({ finished_at: null, reached: '1 klein 0000000003' });
  slices = 10;
  await scrubbed(db, {}, async () => void slices++);
  // Two versions were looked at; two pictures are left.
  expect([slices, readScrubStatus(db).finished_at]).toEqual([12, NOW]);
});

test('what it lost is written down: also what was lost before it was broken off, and until it is whole again', async () => {
  const { db, repository } = await aFollower();
  for (const version of [2, 3]) flipByte(placeOf(db, version));
  const names = [2, 3]
    .map((version) => `picture ${contentOf(pictureOf(version)).sha256.slice(0, 12)}`)
    .sort();
  let slices = 0;
  const brokenOff = scrubbed(db, {}, async () => {
    if (++slices === 3) throw new Error('a visitor came');
    return undefined;
  });
  await expect(brokenOff).rejects.toThrow('a visitor came');
  expect(readScrubStatus(db)).toMatchObject({ losing: names.slice(0, 1), lost: [] });
  await scrubbed(db);
  expect(readScrubStatus(db)).toMatchObject({ losing: [], lost: names });
  await scrubbed(db, { stick: repository.folder });
  expect(readScrubStatus(db)).toMatchObject({ losing: [], lost: [] });
});

describe('beside an update that is fetching', () => {
  /** More than is fetched at a time. */
  const LARGE = withPictures(packOf(4), 4, { count: 12, bytes: 2_000 });

  /** The folder of a repository as a source; once some contents have come, something else is done before the next one is given. */
  async function pausing(folder: string, act: () => Promise<unknown>): Promise<Source> {
    const source = await openSource(folder);
    let asked = 0;
    return {
      ...source,
      open: async (place, wanted) => {
        if (place.startsWith('blobs/') && ++asked === 9) await act();
        return source.open(place, wanted);
      },
    };
  }

  test('a scrub takes nothing away that came, and the update goes in', async () => {
    const { db, repository, ...kiosk } = await aFollower();
    repository.publish(4, LARGE);
    const before = blobsIn(kiosk.dataDir).length;
    const source = await pausing(repository.folder, async () => {
      expect(blobsIn(kiosk.dataDir).length).toBeGreaterThan(before);
      expect(await scrubbed(db)).toEqual([]);
    });
    expect(await kiosk.update(source)).toBe('ready');
    expect(kiosk.title()).toBe('Versie 4');
  });

  test('another update is told that it is busy, and harms nothing', async () => {
    const { db, repository, ...kiosk } = await aFollower();
    repository.publish(4, LARGE);
    const source = await pausing(repository.folder, async () =>
      expect(await kiosk.update(repository)).toBe('busy'),
    );
    expect(await kiosk.update(source)).toBe('ready');
    expect([kiosk.title(), readUpdateStatus(db).failure]).toEqual(['Versie 4', null]);
  });
});
