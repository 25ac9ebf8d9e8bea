import type { Pack } from '../../core/domain/pack.ts';
import type { WriteDb } from '../open.ts';

/** A checked pack with the bytes of its media, and the digest of the files it came from. */
export type PackToInstall = {
  readonly pack: Pack;
  readonly digest: string;
  readonly media: ReadonlyMap<string, Uint8Array>;
};

/** `installed`; `current`: this very content is already shown; `older`: a higher version is shown, so it is refused. */
export type InstallResult = 'installed' | 'current' | 'older';

/**
 * Puts a pack into the store and shows it, all in one transaction: after a power cut it is the old pack or the new one,
 * whole. The version shown before stays, older ones go. Throws SqliteError (SQLITE_FULL when the disk is full);
 * then nothing has changed.
 */
export function installPack(db: WriteDb, { pack, digest, media }: PackToInstall): InstallResult {
  return db
    .transaction((): InstallResult => {
      const { id, version } = pack.about;
      const active = activeVersion(db, id);
      if (active?.digest === digest) return 'current';
      if (active !== undefined && version < active.version) return 'older';
      writeVersion(db, pack, digest, media);
      db.prepare(
        'INSERT INTO active_packs (pack_id, version) VALUES (?, ?) ON CONFLICT (pack_id) DO UPDATE SET version = excluded.version',
      ).run(id, version);
      db.prepare('DELETE FROM pack_versions WHERE pack_id = ? AND version NOT IN (?, ?)').run(
        id,
        version,
        active?.version ?? version,
      );
      return 'installed';
    })
    .immediate();
}

/** The digest and version of the pack that is shown, if it is in the store. */
export function activeVersion(db: WriteDb, packId: string): { version: number; digest: string } | undefined {
  return db
    .prepare<[string], { version: number; digest: string }>(
      'SELECT version, digest FROM active_packs JOIN pack_versions USING (pack_id, version) WHERE pack_id = ?',
    )
    .get(packId);
}

function writeVersion(db: WriteDb, pack: Pack, digest: string, media: ReadonlyMap<string, Uint8Array>): void {
  const { id, version } = pack.about;
  // The same version with other content is a draft that its author is still changing: its row is written over.
  for (const table of ['topics', 'flows', 'articles', 'media'])
    db.prepare(`DELETE FROM ${table} WHERE pack_id = ? AND version = ?`).run(id, version);
  db.prepare(
    `INSERT INTO pack_versions (pack_id, version, digest, about, words, parameters, contacts) VALUES (?, ?, ?, ?, ?, ?, ?)
     ON CONFLICT (pack_id, version) DO UPDATE SET digest = excluded.digest, about = excluded.about, words = excluded.words,
       parameters = excluded.parameters, contacts = excluded.contacts`,
  ).run(
    id,
    version,
    digest,
    ...[pack.about, pack.words, pack.parameters, pack.contacts].map((part) => JSON.stringify(part)),
  );
  const topic = db.prepare(
    'INSERT INTO topics (pack_id, version, position, id, body) VALUES (?, ?, ?, ?, ?)',
  );
  for (const [position, each] of pack.topics.entries())
    topic.run(id, version, position, each.id, JSON.stringify(each));
  const flow = db.prepare(
    'INSERT INTO flows (pack_id, version, id, topic, picture, review_by, titles, body) VALUES (?, ?, ?, ?, ?, ?, ?, ?)',
  );
  for (const { flow: each, words, cases: _ } of pack.flows) {
    const titles = mapValues(words, ({ title, summary }) => ({ title, summary }));
    flow.run(
      id,
      version,
      each.id,
      each.topic,
      each.picture,
      each.review_by,
      JSON.stringify(titles),
      JSON.stringify({ flow: each, words, cases: [] }),
    );
  }
  const article = db.prepare(
    'INSERT INTO articles (pack_id, version, id, topic, picture, review_by, titles, body) VALUES (?, ?, ?, ?, ?, ?, ?, ?)',
  );
  for (const { article: each, texts } of pack.articles) {
    const titles = mapValues(texts, ({ title }) => ({ title }));
    article.run(
      id,
      version,
      each.id,
      each.topic,
      each.picture,
      each.review_by,
      JSON.stringify(titles),
      JSON.stringify({ article: each, texts }),
    );
  }
  const file = db.prepare('INSERT INTO media (pack_id, version, path, type, bytes) VALUES (?, ?, ?, ?, ?)');
  for (const { path, type } of pack.media) file.run(id, version, path, type, media.get(path));
}

function mapValues<T, R>(values: Readonly<Record<string, T>>, change: (value: T) => R): Record<string, R> {
  return Object.fromEntries(Object.entries(values).map(([key, value]) => [key, change(value)]));
}
