import { mkdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { describe, expect, onTestFinished, test, vi } from 'vitest';
import { contentOf, DamagedBlobError, openBlobStore } from '../../../db/blobs/blob-store.ts';
import { activeVersion, installPack } from '../../../db/content/install-pack.ts';
import { readFlow } from '../../../db/content/read-content.ts';
import { openForReading, type ReadDb, type WriteDb } from '../../../db/open.ts';
import { aDataFolder, aStore, everyRow } from '../../builders/a-store.ts';
import { blobsIn } from '../../builders/blobs-in.ts';
import { aPackToInstall } from '../../builders/pack-to-install.ts';

const versionsIn = (db: WriteDb) =>
  db.prepare('SELECT version FROM pack_versions ORDER BY version').pluck().all();
const titleIn = (db: ReadDb) => readFlow(db, 'huur')?.words['nl']?.title;

describe('a pack', () => {
  test('is installed into an empty store and shown', () => {
    const db = aStore('content');
    expect(installPack(db, aPackToInstall())).toBe('installed');
    expect(activeVersion(db, 'klein')).toEqual({ version: 1, digest: 'klein-1-Huur-3', origin: 'folder' });
    expect(titleIn(db)).toBe('Huur');
  });

  test('that is shown already is left as it is', () => {
    const db = aStore('content');
    installPack(db, aPackToInstall());
    const before = everyRow(db);
    expect(installPack(db, aPackToInstall())).toBe('current');
    expect(everyRow(db)).toEqual(before);
  });

  test('of a higher version takes the place of the one before, which stays in the store', () => {
    const db = aStore('content');
    installPack(db, aPackToInstall({ version: 1, title: 'Oud' }));
    expect(installPack(db, aPackToInstall({ version: 2, title: 'Nieuw' }))).toBe('installed');
    expect(titleIn(db)).toBe('Nieuw');
    expect(versionsIn(db)).toEqual([1, 2]);
  });

  test('of a lower version is refused', () => {
    const db = aStore('content');
    installPack(db, aPackToInstall({ version: 2 }));
    const before = everyRow(db);
    expect(installPack(db, aPackToInstall({ version: 1 }))).toBe('older');
    expect(everyRow(db)).toEqual(before);
  });

  test('of the same version with other content takes its place, and nothing of it is left', () => {
    const db = aStore('content');
    installPack(db, aPackToInstall({ version: 1, title: 'Klad', picture: Uint8Array.of(9) }));
    expect(installPack(db, aPackToInstall({ version: 1, title: 'Af' }))).toBe('installed');
    const fresh = aStore('content');
    installPack(fresh, aPackToInstall({ version: 1, title: 'Af' }));
    expect(everyRow(db)).toEqual(everyRow(fresh));
  });

  test('is the only thing that changes: other packs keep all they had', () => {
    const db = aStore('content');
    installPack(db, aPackToInstall({ id: 'ander', version: 5 }));
    const rows = () => db.prepare("SELECT * FROM flows WHERE pack_id = 'ander'").all();
    const before = rows();
    for (const version of [1, 2, 3]) installPack(db, aPackToInstall({ version }));
    expect(rows()).toEqual(before);
    expect(activeVersion(db, 'ander')?.version).toBe(5);
  });
});

describe('the version before', () => {
  test('is kept, and older ones are removed with all that belongs to them', () => {
    const db = aStore('content');
    for (const version of [1, 2, 5]) installPack(db, aPackToInstall({ version }));
    expect(versionsIn(db)).toEqual([2, 5]);
    const tables = ['topics', 'flows', 'articles', 'media'];
    const left = tables.map((table) => db.prepare(`SELECT DISTINCT version FROM ${table}`).pluck().all());
    expect(left).toEqual(tables.map(() => [2, 5]));
  });

  test('is kept when the one that is shown is written over', () => {
    const db = aStore('content');
    for (const version of [1, 2]) installPack(db, aPackToInstall({ version }));
    installPack(db, aPackToInstall({ version: 2, title: 'Anders' }));
    expect(versionsIn(db)).toEqual([1, 2]);
  });
});

describe('an install that fails in the middle leaves the old pack whole', () => {
  const LARGE = 'lang '.repeat(40_000);

  test('when the disk is full', () => {
    const db = aStore('content');
    installPack(db, aPackToInstall({ title: 'Oud' }));
    const before = everyRow(db);
    const full = Number(db.pragma('page_count', { simple: true })) + 5;
    db.pragma(`max_page_count = ${full}`);
    const next = aPackToInstall({ version: 2, title: LARGE });
    expect(() => installPack(db, next)).toThrow(expect.objectContaining({ code: 'SQLITE_FULL' }));
    expect(everyRow(db)).toEqual(before);
    db.pragma('max_page_count = 100000');
    expect(installPack(db, next)).toBe('installed');
    expect(titleIn(db)).toBe(LARGE);
  });

  test('and gives back the room that it took in vain', () => {
    const file = join(aDataFolder(), 'content.db');
    const db = aStore('content', file);
    installPack(db, aPackToInstall());
    db.pragma('cache_size = 10');
    db.pragma(`max_page_count = ${Number(db.pragma('page_count', { simple: true })) + 40}`);
    const next = aPackToInstall({ version: 2, title: LARGE, picture: Uint8Array.of(7) });
    expect(() => installPack(db, next)).toThrow(expect.objectContaining({ code: 'SQLITE_FULL' }));
    expect(statSync(`${file}-wal`).size).toBe(0);
    expect(blobsIn(dirname(file))).toEqual([contentOf(Uint8Array.of(1, 2, 3)).sha256]);
  });

  test('when a row is refused', () => {
    const db = aStore('content');
    installPack(db, aPackToInstall({ title: 'Oud' }));
    const before = everyRow(db);
    const next = { ...aPackToInstall({ version: 2, title: 'Nieuw' }), media: new Map() };
    expect(() => installPack(db, next)).toThrow('NOT NULL');
    expect(everyRow(db)).toEqual(before);
  });
});

describe('the pictures of a pack', () => {
  const picture = contentOf(Uint8Array.of(1, 2, 3));

  test('lie once, however many versions and packs have them', () => {
    const file = join(aDataFolder(), 'content.db');
    const db = aStore('content', file);
    for (const version of [1, 2]) installPack(db, aPackToInstall({ version }));
    installPack(db, aPackToInstall({ id: 'ander' }));
    expect(blobsIn(dirname(file))).toEqual([picture.sha256]);
  });

  test('take the place of a file that is not what it is called', () => {
    const file = join(aDataFolder(), 'content.db');
    const db = aStore('content', file);
    const place = openBlobStore(dirname(file)).fileOf(picture.sha256);
    mkdirSync(dirname(place), { recursive: true });
    writeFileSync(place, Uint8Array.of(9, 9, 9));
    installPack(db, aPackToInstall());
    expect([...readFileSync(place)]).toEqual([1, 2, 3]);
  });

  test('that were put there before, and are gone when it is installed, refuse it', () => {
    const db = aStore('content');
    const next = { ...aPackToInstall(), media: new Map([['media/huis.png', picture]]) };
    expect(() => installPack(db, next)).toThrow(DamagedBlobError);
    expect(everyRow(db)).toMatchObject({ pack_versions: [], active_packs: [] });
  });

  test('are brought to the disk before anything shows them', () => {
    const file = join(aDataFolder(), 'content.db');
    const db = aStore('content', file);
    installPack(db, aPackToInstall());
    const seen = aDataFolder();
    const bin = aDataFolder();
    // In the place of the real command: it keeps the store as a power cut would leave it at that moment.
    writeFileSync(join(bin, 'sync'), `#!/bin/sh\ncp "${file}" "${file}-wal" "${seen}"\n`, { mode: 0o755 });
    vi.stubEnv('PATH', `${bin}:${process.env['PATH']}`);
    onTestFinished(() => void vi.unstubAllEnvs());
    const many = Array.from({ length: 10 }, (_, index) => `media/${index}.png`);
    const { pack, digest } = aPackToInstall({ version: 2, title: 'Nieuw' });
    const media = many.map((path) => ({ path, type: 'image/png' as const, bytes: 1 }));
    const bytes = new Map(many.map((path, index) => [path, Uint8Array.of(50 + index)]));
    installPack(db, { pack: { ...pack, media }, digest, media: bytes });
    const then = openForReading(join(seen, 'content.db'));
    expect([titleIn(then), titleIn(db)]).toEqual(['Huur', 'Nieuw']);
    then.close();
  });

  test('that were put there in vain are taken away again', () => {
    const file = join(aDataFolder(), 'content.db');
    const db = aStore('content', file);
    installPack(db, aPackToInstall());
    db.exec("CREATE TRIGGER planted BEFORE UPDATE ON active_packs BEGIN SELECT RAISE(ABORT, 'planted'); END");
    const next = aPackToInstall({ version: 2, picture: Uint8Array.of(8) });
    expect(() => installPack(db, next)).toThrow('planted');
    expect(blobsIn(dirname(file))).toEqual([picture.sha256]);
  });

  test('that no disk takes leave the old pack whole', () => {
    const file = join(aDataFolder(), 'content.db');
    const db = aStore('content', file);
    installPack(db, aPackToInstall());
    const before = everyRow(db);
    const next = { ...aPackToInstall({ version: 2, picture: Uint8Array.of(8) }) };
    const place = openBlobStore(dirname(file)).fileOf(contentOf(Uint8Array.of(8)).sha256);
    writeFileSync(dirname(place), 'no folder');
    expect(() => installPack(db, next)).toThrow(/EEXIST|ENOTDIR/);
    expect(everyRow(db)).toEqual(before);
  });
});

describe('the database itself', () => {
  const withVersions = (...versions: number[]) => {
    const db = aStore('content');
    for (const version of versions) installPack(db, aPackToInstall({ version }));
    return db;
  };

  test.each([
    ['an update', 'UPDATE active_packs SET version = 1'],
    ['a replacement', "INSERT OR REPLACE INTO active_packs VALUES ('klein', 1)"],
  ])('refuses to go back by %s', (_, sql) => {
    const db = withVersions(1, 2);
    expect(() => db.exec(sql)).toThrow('lower than the active one');
    expect(activeVersion(db, 'klein')?.version).toBe(2);
  });

  test('refuses to lose what is shown', () => {
    const db = withVersions(1);
    expect(() => db.exec('DELETE FROM pack_versions')).toThrow('FOREIGN KEY');
    expect(() => db.exec('UPDATE active_packs SET version = 7')).toThrow('FOREIGN KEY');
  });

  test.each([
    ['a version that is no number', "UPDATE topics SET position = 'eerst'"],
    ['a body that is no JSON', "UPDATE topics SET body = '{'"],
    ['version 0', 'UPDATE pack_versions SET version = 0'],
  ])('refuses %s', (_, sql) => {
    expect(() => withVersions(1).exec(sql)).toThrow(
      expect.objectContaining({ code: expect.stringMatching(/^SQLITE_CONSTRAINT/) }),
    );
  });
});
