import { createHash } from 'node:crypto';
import type { ReadDb, WriteDb } from '../open.ts';

/** What belongs to a version: table, and the order of its rows. */
const PARTS = [
  ['pack_versions', 'version'],
  ['topics', 'id'],
  ['flows', 'id'],
  ['articles', 'id'],
  ['media', 'path'],
  ['pack_manifests', 'version'],
] as const;

/** SHA-256 over all rows of a version of a pack, each as JSON: the same rows give the same. */
function digestRows(db: ReadDb, packId: string, version: number): string {
  const whole = createHash('sha256');
  for (const [table, order] of PARTS) {
    whole.update(`${table}\n`);
    const rows = db
      .prepare<[string, number], unknown[]>(
        `SELECT * FROM ${table} WHERE pack_id = ? AND version = ? ORDER BY ${order}`,
      )
      .raw();
    for (const row of rows.iterate(packId, version)) whole.update(`${JSON.stringify(row)}\n`);
  }
  return whole.digest('hex');
}

/** Writes down what a version is, as it is now: what is told from it later has rotted. */
export function layProof(db: WriteDb, packId: string, version: number): void {
  db.prepare(
    `INSERT INTO content_proofs (pack_id, version, sha256) VALUES (?, ?, ?)
     ON CONFLICT (pack_id, version) DO UPDATE SET sha256 = excluded.sha256`,
  ).run(packId, version, digestRows(db, packId, version));
}

/**
 * Is a version still what was written? `unproven`: it is from before there were proofs. Throws SqliteError when a page of the
 * store cannot be read.
 */
export function judgeVersion(db: ReadDb, packId: string, version: number): 'whole' | 'rotten' | 'unproven' {
  const laid = db
    .prepare<[string, number], string>('SELECT sha256 FROM content_proofs WHERE pack_id = ? AND version = ?')
    .pluck()
    .get(packId, version);
  if (laid === undefined) return 'unproven';
  return digestRows(db, packId, version) === laid ? 'whole' : 'rotten';
}
