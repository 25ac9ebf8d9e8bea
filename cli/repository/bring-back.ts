import { createHash } from 'node:crypto';
import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { parseDocument } from 'yaml';
import type { Manifest } from '../../core/contract/repository/manifest.ts';
import { blobPlace } from '../../core/contract/repository/places.ts';
import { findingText } from '../../core/domain/check/finding.ts';
import { loadPackFolder } from '../../packs/load-pack-folder.ts';
import type { RepositoryFiles } from '../../trust/repository/repository-files.ts';
import { TrustError } from '../../trust/trust-error.ts';
import { CommandError } from '../command-error.ts';

/**
 * Writes an earlier version of a pack into an empty folder, with another number in its pack.yaml, and checks it the way a kiosk
 * does. Throws TrustError when a content is missing or damaged, CommandError when the pack does not pass.
 */
export async function bringBack(
  files: RepositoryFiles,
  old: Manifest,
  folder: string,
  version: number,
  today: string,
): Promise<void> {
  for (const { path, sha256, length } of old.files) {
    const bytes = await files.read(blobPlace(sha256), length);
    if (bytes === undefined || createHash('sha256').update(bytes).digest('hex') !== sha256)
      throw new TrustError(
        `${blobPlace(sha256)} (${path}) is missing or damaged, so version ${old.version} cannot come back.`,
      );
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), path === 'pack.yaml' ? renumbered(bytes.toString(), version) : bytes);
  }
  const loaded = loadPackFolder(folder, today);
  if (!loaded.ok)
    throw new CommandError(
      `Version ${old.version} does not pass the check of today: ${loaded.errors.slice(0, 5).map(findingText).join('\n')}`,
      1,
    );
}

/** The text of pack.yaml with another version; all else, remarks too, stays as its author wrote it. */
function renumbered(text: string, version: number): string {
  const document = parseDocument(text);
  document.set('version', version);
  return document.toString({ lineWidth: 0 });
}
