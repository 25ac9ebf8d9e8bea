import { MigrationDriftError, NewerStoreError } from './migrate.ts';

/**
 * Why a store could not be used as it was: it is damaged, was written by a newer version of the app, or has another
 * schema than it should; the disk is full, or may not be written; or the app itself lacks a part, and the store is fine.
 */
export type StoreFault = 'unreadable' | 'newer' | 'drift' | 'disk-full' | 'not-writable' | 'broken-app';

/** What is in the store cannot be what was put there. */
export class DamagedStoreError extends Error {}

/** There is no folder to put the store in. */
export class NoFolderError extends Error {}

const FULL = /^(SQLITE_FULL|SQLITE_IOERR_SHMSIZE|ENOSPC|EDQUOT)/;
const DAMAGED = /^(SQLITE_(CORRUPT|NOTADB|IOERR_(READ|SHORT_READ|CORRUPTFS|DATA))|EIO)/;
const NO_WRITING = /^(SQLITE_(READONLY|CANTOPEN|PERM|IOERR|BUSY|LOCKED|NOMEM)|EACCES|EROFS|EPERM)/;

/** Sorts an error of the store by what it means for the people around it. */
export function faultOf(error: unknown): StoreFault {
  if (error instanceof NewerStoreError) return 'newer';
  if (error instanceof MigrationDriftError) return 'drift';
  if (error instanceof DamagedStoreError) return 'unreadable';
  if (error instanceof NoFolderError) return 'not-writable';
  const code = String((error as { code?: unknown } | undefined)?.code ?? '');
  if (FULL.test(code)) return 'disk-full';
  if (DAMAGED.test(code)) return 'unreadable';
  if (NO_WRITING.test(code)) return 'not-writable';
  // What is left of SQLite's errors is about a schema that is not as it should be; the rest is not about the store at all.
  return code.startsWith('SQLITE_') ? 'drift' : 'broken-app';
}
