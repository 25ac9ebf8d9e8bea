import { readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { blobPlace } from '../../core/contract/repository/places.ts';
import { type Content, contentOf } from '../../db/blobs/blob-store.ts';
import { listPackFiles } from '../../packs/list-pack-files.ts';
import { readWhole, type Source, SourceError } from '../source/source.ts';

/** Where a content may be had again. What it gives is not trusted; undefined when it has none of that. */
export type HealSource = {
  /** How it is called in the log. */
  readonly name: string;
  readonly read: (content: Content) => Promise<Uint8Array | undefined>;
};

/** A repository, at an address or on a stick. One that cannot be reached has nothing. */
export function fromRepository(source: Source): HealSource {
  return {
    name: source.address,
    read: async ({ sha256, length }) => {
      try {
        return await readWhole(source, blobPlace(sha256), length);
      } catch (error) {
        if (error instanceof SourceError) return undefined;
        throw error;
      }
    },
  };
}

/** The packs in a folder, as they came with the app: their files by length and digest. */
export function fromFolder(packsDir: string): HealSource {
  return {
    name: packsDir,
    read: async ({ sha256, length }) => {
      for (const path of filesIn(packsDir)) {
        const file = join(packsDir, path);
        try {
          if (statSync(file).size !== length) continue;
          const bytes = readFileSync(file);
          if (contentOf(bytes).sha256 === sha256) return bytes;
        } catch {
          // It went while it was looked for, or cannot be read: it is of no help.
        }
      }
      return undefined;
    },
  };
}

/** The right bytes of a content from the first source that has them, and which that is; undefined when none has. */
export async function findContent(
  sources: readonly HealSource[],
  content: Content,
): Promise<{ readonly bytes: Uint8Array; readonly from: string } | undefined> {
  for (const { name, read } of sources) {
    const bytes = await read(content);
    if (bytes !== undefined && contentOf(bytes).sha256 === content.sha256) return { bytes, from: name };
  }
  return undefined;
}

function filesIn(folder: string): string[] {
  try {
    return listPackFiles(folder);
  } catch {
    return [];
  }
}
