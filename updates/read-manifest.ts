import { createHash } from 'node:crypto';
import { gunzipSync } from 'node:zlib';
import { z } from 'zod';
import { Manifest, type ManifestTarget } from '../core/contract/repository/manifest.ts';
import type { PackOnChannel } from '../core/contract/repository/names.ts';
import { manifestPlace } from '../core/contract/repository/places.ts';
import { readJson } from './read-json.ts';
import { readWhole, type Source, SourceError } from './source/source.ts';
import { asUpdateError, UpdateError } from './update-error.ts';

/**
 * Fetches the manifest of a pack: exactly the bytes that were signed, unpacked no further than was signed. Throws UpdateError.
 */
export async function readManifest(
  source: Source,
  of: PackOnChannel,
  { length, hashes, custom }: ManifestTarget,
): Promise<Manifest> {
  const stored = await readWhole(source, manifestPlace(of, hashes.sha256), length).catch((error: unknown) => {
    if (error instanceof SourceError && error.fault === 'too-large')
      throw untrusted(of, 'it is too long', error);
    throw asUpdateError(error);
  });
  if (stored.length < length)
    throw new UpdateError('cut', `The manifest of ${of.pack} ended too early. Try again.`);
  if (createHash('sha256').update(stored).digest('hex') !== hashes.sha256)
    throw untrusted(of, 'it is another file');
  let data: unknown;
  try {
    data = readJson(
      gunzipSync(stored, { maxOutputLength: custom.unpacked, chunkSize: roomFor(custom.unpacked) }),
    );
  } catch (error) {
    throw untrusted(of, `it cannot be unpacked (${(error as Error).message})`, error);
  }
  const manifest = Manifest.safeParse(data);
  if (!manifest.success) throw untrusted(of, z.prettifyError(manifest.error));
  const { library, pack } = manifest.data;
  if (library !== of.library || pack !== of.pack) throw untrusted(of, `it is that of ${library}/${pack}`);
  return manifest.data;
}

/** Unpacked in one go. zlib takes no smaller pieces, and one byte more than fits is found too. */
function roomFor(unpacked: number): number {
  return Math.max(LEAST_ROOM, unpacked + 1);
}

const LEAST_ROOM = 64;

function untrusted({ library, pack }: PackOnChannel, why: string, cause?: unknown): UpdateError {
  return new UpdateError(
    'untrusted',
    `The manifest of ${library}/${pack} is not what was signed: ${why.replaceAll(/\s*\n\s*/g, ' ').slice(0, 300)}. Nothing was installed.`,
    cause,
  );
}
