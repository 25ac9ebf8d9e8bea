import { existsSync, readdirSync, renameSync, rmSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { MigrationDriftError, migrate, NewerStoreError, readMigrations } from './migrate.ts';
import { type OpenOptions, openForWriting, type WriteDb } from './open.ts';

/** Why a store could not be used as it was: it is damaged, of a newer version, or of an unknown schema. */
export type StoreFault = 'unreadable' | 'newer' | 'drift' | 'disk-full' | 'not-writable';

/** An open store, or what is wrong with it. `detail` is for the log. */
export type OpenedStore =
  | { readonly db: WriteDb; readonly fault?: undefined }
  | { readonly db?: undefined; readonly fault: StoreFault; readonly detail: string };

/**
 * Opens a store and brings its schema up to date; with `proveSound`, every page is checked first.
 * What fails is told, not thrown.
 */
export function openStore(
  file: string,
  migrationsFolder: string,
  options: OpenOptions & { readonly proveSound: boolean },
): OpenedStore {
  let db: WriteDb | undefined;
  try {
    db = openForWriting(file, options);
    const verdict = options.proveSound ? db.pragma('quick_check(1)', { simple: true }) : 'ok';
    if (verdict !== 'ok') throw new Error(`quick_check says: ${String(verdict)}`);
    migrate(db, readMigrations(migrationsFolder));
    return { db };
  } catch (error) {
    db?.close();
    return { fault: faultOf(error), detail: String(error) };
  }
}

/** Sorts an error of the store by what it means for the people around it. */
export function faultOf(error: unknown): StoreFault {
  if (error instanceof NewerStoreError) return 'newer';
  if (error instanceof MigrationDriftError) return 'drift';
  const code = String((error as { code?: unknown }).code ?? '');
  if (code === 'SQLITE_FULL' || code === 'ENOSPC' || code === 'EDQUOT') return 'disk-full';
  return /^(SQLITE_(READONLY|CANTOPEN|PERM|IOERR)|EACCES|EROFS|EPERM)/.test(code)
    ? 'not-writable'
    : 'unreadable';
}

/**
 * Moves a store that cannot be used out of the way, with its WAL, so that nothing in it is lost.
 * Only the newest set-aside store of a kind is kept. Returns the name it has now.
 */
export function setAside(file: string, fault: StoreFault, stamp: string): string {
  const folder = dirname(file);
  const name = basename(file);
  for (const old of readdirSync(folder)) if (old.startsWith(`${name}.${fault}-`)) rmSync(join(folder, old));
  const aside = `${name}.${fault}-${stamp}`;
  for (const suffix of ['', '-wal', '-shm'])
    if (existsSync(file + suffix)) renameSync(file + suffix, join(folder, aside + suffix));
  return aside;
}
