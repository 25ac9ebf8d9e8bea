import { createHash } from 'node:crypto';
import { closeSync, fsyncSync, openSync, readFileSync, renameSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';

/** What must outlive the content store: from floors.json. */
export const KeptFloors = z.strictObject({
  /** The latest time at which metadata was trusted, in milliseconds since 1970; 0 when it never was. */
  trusted_time: z.int().nonnegative(),
  packs: z.array(
    z.strictObject({
      pack: z.string(),
      /** The highest version that was ever shown. */
      floor: z.int().positive(),
      /** Was that version brought by a library, and shown last? Then a store that is built again may take it in once more. */
      published: z.boolean(),
      /** Has a library brought this pack here, whatever is shown by now? Then what comes with the app keeps out nothing that it publishes. */
      by_library: z.boolean().default(false),
      /** The version that somebody chose to show, and since when. */
      held: z.strictObject({ version: z.int().positive(), at: z.string() }).nullable(),
    }),
  ),
});
export type KeptFloors = z.infer<typeof KeptFloors>;

const fileIn = (dataDir: string) => join(dataDir, 'floors.json');
const digestOf = (kept: unknown) => createHash('sha256').update(JSON.stringify(kept)).digest('hex');

/** What was kept beside the store; undefined when nothing was. Throws an Error when it cannot be read, or has rotted. */
export function readFloorsFile(dataDir: string): KeptFloors | undefined {
  let text: string;
  try {
    text = readFileSync(fileIn(dataDir), 'utf8');
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined;
    throw error;
  }
  const { sha256, kept } = JSON.parse(text) as { sha256?: unknown; kept?: unknown };
  if (sha256 !== digestOf(kept))
    throw new Error('floors.json is not what was written: its checksum is wrong');
  return KeptFloors.parse(kept);
}

/** Puts it on the disk in one step: after a power cut it is the old file or the new one, whole. Throws the error of the disk. */
export function writeFloorsFile(dataDir: string, kept: KeptFloors): void {
  const fresh = `${fileIn(dataDir)}.new`;
  const descriptor = openSync(fresh, 'w', 0o600);
  try {
    writeWhole(descriptor, Buffer.from(JSON.stringify({ sha256: digestOf(kept), kept })));
    fsyncSync(descriptor);
  } finally {
    closeSync(descriptor);
  }
  renameSync(fresh, fileIn(dataDir));
  if (process.platform === 'win32') return; // It knows no such thing for folders.
  const folder = openSync(dataDir, 'r');
  try {
    fsyncSync(folder);
  } finally {
    closeSync(folder);
  }
}

/** A disk may take less than it was given. */
function writeWhole(descriptor: number, bytes: Buffer): void {
  for (let at = 0; at < bytes.length; ) at += writeSync(descriptor, bytes, at);
}
