import { DamagedBlobError } from '../db/blobs/blob-store.ts';
import { SourceError, type SourceFault } from './source/source.ts';

/**
 * Why an update came to nothing; the content that is shown stays. Beside the faults of a source: `untrusted`: not signed, or
 * not whole; `no-root`: this kiosk was not told whom to trust, or with what is no root; `expired`: the signatures are out of date, or the clock is wrong; `rolled-back`: older than what is known;
 * `version-too-high`: a number that no pack can have yet; `pack-broken`: the pack does not pass the check; `busy`: another update is going on, or something else holds the store;
 * `disk-full`, `not-writable`: of this machine.
 */
export type UpdateFault =
  | SourceFault
  | 'untrusted'
  | 'no-root'
  | 'expired'
  | 'rolled-back'
  | 'version-too-high'
  | 'pack-broken'
  | 'busy'
  | 'disk-full'
  | 'not-writable';

/** An update came to nothing. The message is for whoever looks after the kiosk: a sentence, and what to do next. */
export class UpdateError extends Error {
  readonly fault: UpdateFault;

  constructor(fault: UpdateFault, message: string, cause?: unknown) {
    super(message, { cause });
    this.fault = fault;
  }
}

/** `untrusted`, because the key that is to sign did not: what it signs says something of what came before; a file that was torn does not. */
export class UnsignedError extends UpdateError {}

/** SHMSIZE: there is no room for the index of the log beside the store. */
const FULL = /\b(ENOSPC|EDQUOT|SQLITE_FULL|SQLITE_IOERR_SHMSIZE)\b/;
/** Somebody else writes, and went on longer than is waited for. Nothing is wrong with the disk. */
const HELD = /\bSQLITE_BUSY/;
/** tuf-js keeps what a disk said in its message only. */
const NO_WRITING = /\bSQLITE_(READONLY|IOERR|CANTOPEN)|Failed to persist metadata /;

/** Any error as one of an update: what a source, the disk or the store threw gets its sentence; a bug of ours stays what it is. */
export function asUpdateError(error: unknown): unknown {
  if (error instanceof UpdateError) return error;
  if (error instanceof SourceError) return new UpdateError(error.fault, error.message, error);
  if (error instanceof DamagedBlobError) return new UpdateError('untrusted', error.message, error);
  const { code, message, errno } = error as NodeJS.ErrnoException;
  const said = `${String(code ?? '')} ${message}`;
  if (FULL.test(said))
    return new UpdateError(
      'disk-full',
      'The disk is full. What is shown stays; make room and try again.',
      error,
    );
  if (HELD.test(said))
    return new UpdateError(
      'busy',
      'Something else is writing to the store of this kiosk: the kiosk itself, an update or another command. What is shown stays; try again when that has ended.',
      error,
    );
  // What has a number is an error of the disk: sources put theirs in words before they get here.
  if (errno !== undefined || NO_WRITING.test(said))
    return new UpdateError(
      'not-writable',
      `The data folder cannot be written (${String(code ?? message).slice(0, 200)}). What is shown stays; look at the disk and its rights.`,
      error,
    );
  return error;
}
