import { createHash } from 'node:crypto';
import { closeSync, fsyncSync, openSync, readFileSync, renameSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';

/** As older versions of the app read it too: any other member would be damage to them. */
const Floors = z.strictObject({
  /** The latest time at which metadata was trusted, in milliseconds since 1970; 0 when it never was. */
  trusted_time: z.int().nonnegative(),
  packs: z.array(
    z.strictObject({
      pack: z.string(),
      /** The highest version that was ever shown. */
      floor: z.int().positive(),
      /** Was that version brought by a library, and shown last? Then a store that is built again may take it in once more. */
      published: z.boolean(),
      /** The version that somebody chose to show, and since when. */
      held: z.strictObject({ version: z.int().positive(), at: z.string() }).nullable(),
    }),
  ),
});
type Floors = z.infer<typeof Floors>;

/** What must outlive the content store: from floors.json. */
export type KeptFloors = Omit<Floors, 'packs'> & {
  /** `by_library`: has a library brought this pack here, whatever is shown by now? Then what comes with the app keeps out nothing that it publishes. */
  readonly packs: readonly (Floors['packs'][number] & { readonly by_library: boolean })[];
};

const Libraries = z.object({ sha256: z.string(), packs: z.array(z.string()) });

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
  const { sha256, kept, by_library } = JSON.parse(text) as Record<string, unknown>;
  if (sha256 !== digestOf(kept))
    throw new Error('floors.json is not what was written: its checksum is wrong');
  const floors = Floors.parse(kept);
  const libraries = Libraries.safeParse(by_library).data;
  const isWhole = libraries !== undefined && libraries.sha256 === digestOf(libraries.packs);
  const brought = new Set(isWhole ? libraries.packs : []);
  return { ...floors, packs: floors.packs.map((each) => ({ ...each, by_library: brought.has(each.pack) })) };
}

/** Puts it on the disk in one step: after a power cut it is the old file or the new one, whole. Throws the error of the disk. */
export function writeFloorsFile(dataDir: string, kept: KeptFloors): void {
  const fresh = `${fileIn(dataDir)}.new`;
  const descriptor = openSync(fresh, 'w', 0o600);
  try {
    writeWhole(descriptor, Buffer.from(JSON.stringify(inFile(kept))));
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

function inFile({ packs, ...kept }: KeptFloors) {
  const floors = { ...kept, packs: packs.map(({ by_library, ...each }) => each) } satisfies Floors;
  const brought = packs.filter(({ by_library }) => by_library).map(({ pack }) => pack);
  return {
    ...{ sha256: digestOf(floors), kept: floors },
    by_library: { sha256: digestOf(brought), packs: brought },
  };
}

/** A disk may take less than it was given. */
function writeWhole(descriptor: number, bytes: Buffer): void {
  for (let at = 0; at < bytes.length; ) at += writeSync(descriptor, bytes, at);
}
