import {
  closeSync,
  fsyncSync,
  mkdirSync,
  openSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeSync,
} from 'node:fs';
import { join } from 'node:path';
import type { Sealed } from '../../../core/domain/desk/sealed.ts';
import { syncFiles } from '../../blobs/sync-files.ts';

/** Where they lie: beside the stores, in none of them, and so in none of their copies. */
export const sealedFolder = (dataDir: string) => join(dataDir, 'sealed');
const END = '.age';
const fileOf = (dataDir: string, id: string) => join(sealedFolder(dataDir), `${id}${END}`);

/** Keeps what a visitor had locked until the server has it; it is on the disk when this returns. Throws the error of the disk. */
export function writeSealed(dataDir: string, id: string, sealed: Sealed): void {
  mkdirSync(sealedFolder(dataDir), { recursive: true, mode: 0o700 });
  const file = fileOf(dataDir, id);
  const descriptor = openSync(file, 'wx', 0o600);
  try {
    writeSync(descriptor, Buffer.from(sealed, 'base64'));
    fsyncSync(descriptor);
  } catch (error) {
    rmSync(file, { force: true });
    throw error;
  } finally {
    closeSync(descriptor);
  }
  syncFiles(sealedFolder(dataDir), [file]);
}

/** What was locked of a handover, in base64; undefined when it is not here. */
export function readSealed(dataDir: string, id: string): Sealed | undefined {
  try {
    return readFileSync(fileOf(dataDir, id)).toString('base64');
  } catch {
    return undefined;
  }
}

/** Deletes what was locked of a handover, if it is here. */
export function deleteSealed(dataDir: string, id: string): void {
  rmSync(fileOf(dataDir, id), { force: true });
}

/** The handovers of which something lies here. */
export function listSealed(dataDir: string): string[] {
  try {
    return readdirSync(sealedFolder(dataDir)).flatMap((name) =>
      name.endsWith(END) ? [name.slice(0, -END.length)] : [],
    );
  } catch {
    return [];
  }
}
