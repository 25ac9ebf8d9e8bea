import { activeDirectory } from '../../db/content/directory/active-directory.ts';
import { importDirectory } from '../../db/content/directory/import-directory.ts';
import { indexShownDirectory } from '../../db/content/directory/index-directory.ts';
import type { WriteDb } from '../../db/open.ts';
import { digestPackFolder } from '../../packs/digest-pack-folder.ts';
import { readDirectoryFiles } from '../../packs/directory/read-directory-files.ts';
import { CommandError } from '../command-error.ts';

/**
 * Puts the directory that comes with the app into the store, where it is not there yet; one that a library imported
 * itself stays. Says what it did. Throws CommandError when no service in it is of use.
 */
export async function installDirectory(db: WriteDb, folder: string): Promise<string> {
  const active = activeDirectory(db);
  const digest = digestPackFolder(folder);
  if (active?.origin === 'import' || active?.digest === digest) {
    indexShownDirectory(db);
    return 'The directory is already in the store.';
  }
  const lines: string[] = [];
  const { services, dropped } = await importDirectory(db, readDirectoryFiles(folder), {
    origin: 'factory',
    digest,
    tell: (line) => lines.push(line),
  });
  if (services === 0)
    throw new CommandError(`${lines.slice(0, 5).join('\n')}\n"${folder}" has no service that is of use.`, 1);
  indexShownDirectory(db);
  return `Installed the directory: ${services} services${dropped === 0 ? '' : `, ${dropped} records left out`}.`;
}
