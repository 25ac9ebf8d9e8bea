import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Manifest, type ManifestFile } from '../../core/contract/repository/manifest.ts';
import { listPackFiles } from '../../packs/list-pack-files.ts';
import { CommandError } from '../command-error.ts';

/** The files of the pack in a folder, as they lie there now. Throws UnreadablePackError when there is no such folder. */
export function listFiles(folder: string): ManifestFile[] {
  return listPackFiles(folder).map((path) => {
    const bytes = readFileSync(join(folder, path));
    return { path, length: bytes.length, sha256: createHash('sha256').update(bytes).digest('hex') };
  });
}

/** The manifest of these files. Throws CommandError when a name, a size or the id of the pack cannot be published. */
export function buildManifest(
  files: readonly ManifestFile[],
  { library, pack, version }: Pick<Manifest, 'library' | 'pack' | 'version'>,
  now: Date,
): Manifest {
  const created_at = now.toISOString().replace(/\.\d+Z$/, 'Z');
  const manifest = Manifest.safeParse({ format: 1, library, pack, version, created_at, files });
  if (manifest.success) return manifest.data;
  const [issue] = manifest.error.issues;
  throw new CommandError(
    `This pack cannot be published (${issue?.path.join('.')}): ${issue?.message}. Nothing was changed.`,
    1,
  );
}

/** The bytes of a file of the pack. Throws CommandError when it changed since the manifest was made. */
export function readContent(folder: string, path: string, digest: string): Buffer {
  const bytes = readFileSync(join(folder, path));
  if (createHash('sha256').update(bytes).digest('hex') === digest) return bytes;
  throw new CommandError(`${path} was changed while it was being published. Run the command again.`, 1);
}
