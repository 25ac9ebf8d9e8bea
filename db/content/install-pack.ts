import type { Pack } from '../../core/domain/pack.ts';
import { type Content, DamagedBlobError } from '../blobs/blob-store.ts';
import { blobsOf } from '../blobs/blobs-of.ts';
import { collectBlobs } from '../blobs/collect-blobs.ts';
import type { ReadDb, WriteDb } from '../open.ts';
import { besideOf } from './beside.ts';
import { floorOf } from './floors.ts';
import { keepFloors } from './kept-floors.ts';
import { layProof } from './proof.ts';
import { placeOf } from './published.ts';
import { indexPack } from './search/index-packs.ts';

/**
 * A checked pack with its media, and the digest of the files it came from. Media are bytes, or which content it is, when that was
 * proven and put into the blobs of the store before. `onDisk`: the digests of those that were brought to the disk since.
 */
export type PackToInstall = {
  readonly pack: Pack;
  readonly digest: string;
  readonly media: ReadonlyMap<string, Uint8Array | Content>;
  readonly onDisk?: ReadonlySet<string>;
};

/**
 * `installed`; `current`: this very content is already shown; `older`: a higher version was shown, or this one came from a
 * repository, so it is refused; `held`: somebody chose the version that is shown, and it stays.
 */
export type InstallResult = 'installed' | 'current' | 'older' | 'held';

/**
 * Puts a pack into the store and shows it, all in one transaction: after a power cut it is the old pack or the new one,
 * whole. The version before it stays, older ones go. Throws SqliteError (SQLITE_FULL when the disk is full), or the error of
 * the disk on which its pictures should come; then nothing has changed.
 */
export function installPack(db: WriteDb, toInstall: PackToInstall): InstallResult {
  try {
    const result = db.transaction(() => install(db, toInstall)).immediate();
    keepFloors(db);
    return result;
  } catch (error) {
    giveSpaceBack(db);
    giveBlobsBack(db);
    throw error;
  }
}

function install(db: WriteDb, { pack, digest, media }: PackToInstall): InstallResult {
  const { id, version } = pack.about;
  const active = activeVersion(db, id);
  if (active?.digest === digest) return 'current';
  // In a store that was built again nothing is shown, and what is known of before is no reason to show nothing.
  if (active !== undefined && heldVersion(db, id) !== undefined) return 'held';
  if (active !== undefined && isTaken(db, id, version, digest)) return 'older';
  const at = active === undefined ? placeOf(db, id, version, digest) : version;
  writePack(db, { pack, digest, media }, undefined, at);
  db.prepare(FLIP).run(id, at);
  indexPack(db, id, pack, digest);
  dropOldVersions(db, id);
  return 'installed';
}

/** Shows a version. The triggers of the store refuse one that must not be shown. */
export const FLIP = `INSERT INTO active_packs (pack_id, version) VALUES (?, ?)
  ON CONFLICT (pack_id) DO UPDATE SET version = excluded.version`;

/** A version below what was shown, or one that a publisher signed, also where it only lies ready: nothing from a folder takes its place. */
function isTaken(db: ReadDb, packId: string, version: number, digest: string): boolean {
  const floor = floorOf(db, packId) ?? 0;
  const signed = db
    .prepare<[string, number], string>(
      "SELECT digest FROM pack_versions WHERE pack_id = ? AND version = ? AND origin = 'repository'",
    )
    .pluck()
    .get(packId, version);
  return version < floor || (signed !== undefined && (version === floor || signed !== digest));
}

/** The version of a pack that somebody chose to show; undefined when nobody did. */
export function heldVersion(db: ReadDb, packId: string): number | undefined {
  return db
    .prepare<[string], number>('SELECT version FROM pack_holds WHERE pack_id = ?')
    .pluck()
    .get(packId) as number | undefined;
}

/**
 * Removes the versions that nobody can bring back any more. Kept: the one that is shown, the one before it, and what lies
 * ready to be shown.
 */
export function dropOldVersions(db: WriteDb, packId: string): void {
  db.prepare(
    `DELETE FROM pack_versions WHERE pack_id = @packId
       AND (version <= (SELECT version FROM pack_thresholds WHERE pack_id = @packId) OR version >= @beside)
       AND version NOT IN (SELECT version FROM active_packs WHERE pack_id = @packId
         UNION SELECT version FROM previous_packs WHERE pack_id = @packId)`,
  ).run({ packId, beside: besideOf(0) });
}

/** What was written in vain still fills the WAL; on a full disk nothing else could be written, not even the log. */
export function giveSpaceBack(db: WriteDb): void {
  try {
    db.pragma('wal_checkpoint(TRUNCATE)');
  } catch {
    // The error that led here says more.
  }
}

/** The same for pictures that were written in vain. */
export function giveBlobsBack(db: WriteDb): void {
  try {
    collectBlobs(db);
  } catch {
    // They go with the next update.
  }
}

/** A version that is shown: its number in the store (see beside.ts), the digest of its content, and where that came from. */
export type ActiveVersion = {
  readonly version: number;
  readonly digest: string;
  readonly origin: 'folder' | 'repository';
};

/** The version of a pack that is shown, if it is in the store. */
export function activeVersion(db: ReadDb, packId: string): ActiveVersion | undefined {
  return db
    .prepare<[string], ActiveVersion>(
      'SELECT version, digest, origin FROM active_packs JOIN pack_versions USING (pack_id, version) WHERE pack_id = ?',
    )
    .get(packId);
}

/** The signed manifest of a version: SHA-256 of the signed bytes, and what is in them, as JSON. */
export type StoredManifest = { readonly sha256: string; readonly body: string };

/**
 * Writes a version of a pack into the store, where nobody sees it until it is shown: with its manifest when a publisher signed it.
 * `version`: under which number, where that is not its own. To be called in a transaction; when it is committed, its pictures have been
 * brought to the disk before. Throws SqliteError, DamagedBlobError when a picture is not there, and the error of the disk.
 */
export function writePack(
  db: WriteDb,
  { pack, digest, ...files }: PackToInstall,
  manifest: StoredManifest | undefined,
  version = pack.about.version,
): void {
  const { id } = pack.about;
  const isSigned = manifest !== undefined || wasSigned(db, id, version, digest);
  writeVersion(db, pack, version, { digest, origin: isSigned ? 'repository' : 'folder' });
  writePages(db, pack, version);
  writeMedia(db, pack, version, files);
  if (manifest !== undefined)
    db.prepare('INSERT INTO pack_manifests (pack_id, version, sha256, body) VALUES (?, ?, ?, ?)').run(
      ...[id, version, manifest.sha256, manifest.body],
    );
  layProof(db, id, version);
}

/** Is this very content there as a publisher signed it? It stays that, also where a folder mends what rotted of it. */
function wasSigned(db: ReadDb, id: string, version: number, digest: string): boolean {
  const signed = db.prepare(
    "SELECT 1 FROM pack_versions WHERE pack_id = ? AND version = ? AND digest = ? AND origin = 'repository'",
  );
  return signed.get(id, version, digest) !== undefined;
}

function writeVersion(
  db: WriteDb,
  { about, words, parameters, contacts, synonyms }: Pack,
  version: number,
  { digest, origin }: Pick<ActiveVersion, 'digest' | 'origin'>,
): void {
  const { id } = about;
  // The same version with other content is a draft that its author is still changing: it is written over.
  for (const table of ['topics', 'flows', 'articles', 'media', 'pack_manifests'])
    db.prepare(`DELETE FROM ${table} WHERE pack_id = ? AND version = ?`).run(id, version);
  db.prepare(
    `INSERT INTO pack_versions (pack_id, version, digest, origin, about, words, parameters, contacts, synonyms)
     VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)
     ON CONFLICT (pack_id, version) DO UPDATE SET digest = excluded.digest, origin = excluded.origin,
       about = excluded.about, words = excluded.words, parameters = excluded.parameters,
       contacts = excluded.contacts, synonyms = excluded.synonyms`,
  ).run(
    id,
    version,
    digest,
    origin,
    ...[about, words, parameters, contacts, synonyms].map((part) => JSON.stringify(part)),
  );
}

function writePages(
  db: WriteDb,
  { about: { id: packId }, topics, flows, articles }: Pack,
  version: number,
): void {
  const topic = db.prepare(
    'INSERT INTO topics (pack_id, version, position, id, body) VALUES (?, ?, ?, ?, ?)',
  );
  for (const [position, each] of topics.entries())
    topic.run(packId, version, position, each.id, JSON.stringify(each));
  const insertInto = (table: 'flows' | 'articles') => {
    const insert = db.prepare(
      `INSERT INTO ${table} (pack_id, version, id, topic, picture, review_by, titles, body)
       VALUES (?, ?, ?, ?, ?, ?, ?, ?)`,
    );
    return (listed: Listed, titles: object, body: object) =>
      insert.run(
        packId,
        version,
        ...[listed.id, listed.topic, listed.picture, listed.review_by],
        ...[titles, body].map((part) => JSON.stringify(part)),
      );
  };
  const flow = insertInto('flows');
  // The cases are the author's: visitors have no use for them.
  for (const { flow: each, words } of flows)
    flow(
      each,
      mapValues(words, ({ title, summary }) => ({ title, summary })),
      { flow: each, words, cases: [] },
    );
  const article = insertInto('articles');
  for (const { article: each, texts } of articles)
    article(
      each,
      mapValues(texts, ({ title }) => ({ title })),
      { article: each, texts },
    );
}

type Listed = {
  readonly id: string;
  readonly topic: string;
  readonly picture: string;
  readonly review_by: string;
};

function writeMedia(
  db: WriteDb,
  { about: { id }, media }: Pack,
  version: number,
  { media: files, onDisk = new Set() }: Pick<PackToInstall, 'media' | 'onDisk'>,
): void {
  const blobs = blobsOf(db);
  // What another version has was brought to the disk with it.
  const isKnown = db.prepare('SELECT 1 FROM media WHERE sha256 = ?');
  const insert = db.prepare(
    'INSERT INTO media (pack_id, version, path, type, sha256, size) VALUES (?, ?, ?, ?, ?, ?)',
  );
  const fresh: Content[] = [];
  for (const { path, type } of media) {
    const file = files.get(path);
    const content = file instanceof Uint8Array ? blobs.put(file) : file;
    if (content !== undefined) {
      if (!blobs.has(content)) throw new DamagedBlobError(content.sha256);
      const isThere = !(file instanceof Uint8Array) && onDisk.has(content.sha256);
      if (!isThere && isKnown.get(content.sha256) === undefined) fresh.push(content);
    }
    insert.run(id, version, path, type, content?.sha256, content?.length);
  }
  blobs.sync(fresh);
}

function mapValues<T, R>(values: Readonly<Record<string, T>>, change: (value: T) => R): Record<string, R> {
  return Object.fromEntries(Object.entries(values).map(([key, value]) => [key, change(value)]));
}
