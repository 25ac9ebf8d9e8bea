import { existsSync, mkdirSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { Person } from '../../core/domain/person.ts';
import { flush } from '../flush.ts';
import type { WriteDb } from '../open.ts';
import { readPerson, removePerson } from './people.ts';

/** Where their ids lie: beside the store, because a copy of it that is brought back may be older than when they left. */
const folderIn = (dataDir: string) => join(dataDir, 'left');

/**
 * Keeps the ids of who left, as the audit log has them: an empty file of that name. Throws SqliteError, and the
 * error of the disk.
 */
export function keepWhoLeft(db: WriteDb, dataDir: string): void {
  const folder = folderIn(dataDir);
  for (const id of db.prepare<[], string>(LEFT).pluck().all()) {
    const file = join(folder, id);
    if (!Person.shape.id.safeParse(id).success || existsSync(file)) continue;
    mkdirSync(folder, { recursive: true, mode: 0o700 });
    writeFileSync(file, '', { mode: 0o600 });
    flush(file);
    flush(folder);
  }
}

/**
 * Whoever is on the list of the library's server again has not left: a copy that is brought back later keeps them. Throws the error of the
 * disk.
 */
export function whoIsBack(dataDir: string, ids: readonly string[]): void {
  for (const id of ids) rmSync(join(folderIn(dataDir), id), { force: true });
}

const LEFT = `SELECT DISTINCT detail FROM audit
  WHERE act = 'person-removed' AND detail NOT IN (SELECT id FROM people)`;

/**
 * Whoever left before a copy of the store was brought back leaves it too, with the PIN. Who is on the list of the library's server again comes
 * with the next contact. Throws SqliteError, and the error of the disk.
 */
export function removeWhoLeft(
  db: WriteDb,
  dataDir: string,
  by: { readonly at: string; readonly key: Uint8Array | undefined },
): void {
  for (const id of namesIn(folderIn(dataDir)))
    if (readPerson(db, id) !== undefined) removePerson(db, id, { ...by, person: null });
}

function namesIn(folder: string): string[] {
  try {
    return readdirSync(folder);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return []; // Nobody left yet.
    throw error;
  }
}
