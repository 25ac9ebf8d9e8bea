import { randomBytes } from 'node:crypto';
import { closeSync, fsyncSync, openSync, renameSync, rmSync, writeSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import type { SaveResult } from '../../../core/contract/desk/report.ts';

/**
 * Writes a file whole or not at all: what stood there before stays until the new one is on the disk. Gives why it did not go in.
 */
export function saveFile(
  path: string,
  bytes: Uint8Array,
): Extract<SaveResult, 'saved' | 'disk-full' | 'not-writable' | 'failed'> {
  // A name of its own, that nobody can have put a link under.
  const half = join(dirname(path), `.${basename(path)}.${randomBytes(6).toString('hex')}`);
  try {
    const file = openSync(half, 'wx', 0o600);
    try {
      for (let at = 0; at < bytes.length; ) at += writeSync(file, bytes, at);
      fsyncSync(file);
    } finally {
      closeSync(file);
    }
    renameSync(half, path);
    return 'saved';
  } catch (error) {
    rmSync(half, { force: true });
    return faultOf((error as NodeJS.ErrnoException).code);
  }
}

function faultOf(code: string | undefined): 'disk-full' | 'not-writable' | 'failed' {
  if (code === 'ENOSPC' || code === 'EDQUOT') return 'disk-full';
  if (['EACCES', 'EPERM', 'EROFS', 'ENOENT', 'ENOTDIR', 'EISDIR', 'EIO', 'ENXIO'].includes(code ?? ''))
    return 'not-writable';
  return 'failed';
}
