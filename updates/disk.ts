import type { FileHandle } from 'node:fs/promises';
import { statfs } from 'node:fs/promises';
import { UpdateError } from './update-error.ts';

/** What must stay free for the kiosk itself, in bytes. */
const RESERVE = 50_000_000;

/** Writes all of the bytes: a disk that is nearly full takes a part of them and says how many. Throws the error of the disk. */
export async function writeFully(
  file: Pick<FileHandle, 'write'>,
  bytes: Uint8Array,
  at: number,
): Promise<void> {
  for (let done = 0; done < bytes.length; ) {
    const { bytesWritten } = await file.write(bytes, done, bytes.length - done, at + done);
    if (bytesWritten === 0) throw Object.assign(new Error('the disk takes no more'), { code: 'ENOSPC' });
    done += bytesWritten;
  }
}

/** Throws UpdateError (`disk-full`) when there is less free on the disk of a folder than is needed, with a reserve. */
export async function checkFreeSpace(folder: string, needed: number): Promise<void> {
  const { bavail, bsize } = await statfs(folder);
  const free = bavail * bsize;
  if (free >= needed + RESERVE) return;
  const megabytes = (bytes: number) => Math.ceil(bytes / 1_000_000);
  throw new UpdateError(
    'disk-full',
    `The update needs ${megabytes(needed + RESERVE)} MB and ${megabytes(free)} MB are free. Nothing was fetched; make room and try again.`,
  );
}
