import { existsSync } from 'node:fs';
import { activeDirectory, CHOICES_VERSION } from '../../db/content/directory/active-directory.ts';
import { directoryToIndex } from '../../db/content/directory/directory-to-index.ts';
import type { WriteDb } from '../../db/open.ts';
import { faultOf } from '../../db/store-fault.ts';
import { digestPackFolder } from '../../packs/digest-pack-folder.ts';
import type { Told } from './factory.ts';

/**
 * Brings the directory that comes with the app into the store, where it is not there yet, and into the search index. One
 * that a library imported itself stays. What cannot be installed leaves the store as it was.
 * Throws when the store itself turns out to be damaged.
 */
export async function fillDirectory(db: WriteDb, folder: string, { tell, log }: Told): Promise<void> {
  try {
    const active = activeDirectory(db);
    if (active?.origin !== 'import' && existsSync(folder)) {
      const digest = digestPackFolder(folder);
      if (active?.digest !== digest) log.note('directory-installed', await install(db, folder, digest));
    }
    await renew(db);
    if (directoryToIndex(db) !== undefined) await index(db);
  } catch (error) {
    const fault = faultOf(error);
    if (fault === 'unreadable') throw error;
    const trouble = fault === 'disk-full' || fault === 'not-writable' ? fault : 'pack-broken';
    tell(trouble, `the directory was not installed, the store keeps what it had: ${String(error)}`);
  }
}

async function renew(db: WriteDb): Promise<void> {
  const active = activeDirectory(db);
  if (active === undefined || active.choicesVersion === CHOICES_VERSION) return;
  const { renewChoices } = await import('../../db/content/directory/renew-choices.ts');
  renewChoices(db);
}

async function index(db: WriteDb): Promise<void> {
  const { indexShownDirectory } = await import('../../db/content/directory/index-directory.ts');
  indexShownDirectory(db);
}

/** The reader is mostly not needed, so it is loaded when it is. */
async function install(db: WriteDb, folder: string, digest: string): Promise<string> {
  const { importDirectory } = await import('../../db/content/directory/import-directory.ts');
  const { readDirectoryFiles } = await import('../../packs/directory/read-directory-files.ts');
  const lines: string[] = [];
  const { services } = await importDirectory(db, readDirectoryFiles(folder), {
    origin: 'factory',
    digest,
    tell: (line) => lines.push(line),
  });
  if (services === 0) throw new Error(`no service is of use; first: ${lines.slice(0, 3).join(' | ')}`);
  return `${services} services, ${lines.length} remarks`;
}
