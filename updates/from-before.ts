import type { ReadDb } from '../db/open.ts';
import { isSigned } from '../trust/metadata/sign-metadata.ts';
import { readWhole, type Source, SourceError } from './source/source.ts';
import { passedRoots } from './trust-folder.ts';

/**
 * Is a repository that is not trusted a copy from before the keys of its server were exchanged? It lacks the root that is trusted now, and what it
 * announces was signed under one that was trusted here before. Who announces with those keys and has the newest root is a thief.
 */
export async function isFromBefore(
  source: Source,
  db: ReadDb,
  announced: Buffer | undefined,
): Promise<boolean> {
  if (announced === undefined) return false;
  const { roots, newest } = passedRoots(db);
  const wasTrusted = roots.some((bytes) => isSigned(announced, 'timestamp', { bytes, role: 'root' }));
  return wasTrusted && (await isMissing(source, `metadata/${newest}.root.json`));
}

async function isMissing(source: Source, place: string): Promise<boolean> {
  try {
    await readWhole(source, place, MOST_ROOT_BYTES);
    return false;
  } catch (error) {
    return error instanceof SourceError && error.fault === 'missing';
  }
}

const MOST_ROOT_BYTES = 100_000;
