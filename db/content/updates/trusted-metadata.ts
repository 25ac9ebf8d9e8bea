import type { ReadDb, WriteDb } from '../../open.ts';
import { keepFloors } from '../kept-floors.ts';

/** Files of trusted metadata by name: `root.json`, `timestamp.json`. */
export type MetadataFiles = ReadonlyMap<string, Buffer>;

/** What was last trusted of a repository's metadata. */
export function readTrustedMetadata(db: ReadDb): MetadataFiles {
  const rows = db
    .prepare<[], { name: string; body: Buffer }>('SELECT name, body FROM trusted_metadata ORDER BY name')
    .all();
  return new Map(rows.map(({ name, body }) => [name, body]));
}

/**
 * Writes down what is trusted now, all or nothing. What is not among the files stays as it was: a disk that failed may have torn one,
 * and without its good copy an older repository would be let in. Throws SqliteError.
 */
export function writeTrustedMetadata(db: WriteDb, files: MetadataFiles): void {
  db.transaction(() => {
    const known = readTrustedMetadata(db);
    const write = db.prepare(
      'INSERT INTO trusted_metadata (name, body) VALUES (?, ?) ON CONFLICT (name) DO UPDATE SET body = excluded.body',
    );
    for (const [name, body] of files) if (known.get(name)?.equals(body) !== true) write.run(name, body);
  }).immediate();
}

/** The latest time at which metadata was trusted, in milliseconds since 1970; 0 when it never was. */
export function lastTrustedTime(db: ReadDb): number {
  return (db.prepare<[], number>('SELECT at FROM trusted_time').pluck().get() as number | undefined) ?? 0;
}

/** Raises the last trusted time. A lower one changes nothing. */
export function raiseTrustedTime(db: WriteDb, at: number): void {
  db.prepare(
    `INSERT INTO trusted_time (only, at) VALUES (1, ?)
     ON CONFLICT (only) DO UPDATE SET at = excluded.at WHERE excluded.at > at`,
  ).run(at);
  keepFloors(db);
}
