import { importDirectory } from '../../db/content/directory/import-directory.ts';
import { indexShownDirectory } from '../../db/content/directory/index-directory.ts';
import { OvertakenError } from '../../db/content/directory/write-directory.ts';
import { readInWorker } from '../../packs/directory/read-in-worker.ts';
import { UnreadableDirectoryError } from '../../packs/directory/unreadable-directory.ts';
import { readArguments } from '../arguments.ts';
import { CommandError } from '../command-error.ts';
import { openContentStore, storeError } from '../content/open-content-store.ts';

/**
 * `balie directory import FILE|DIR --data DIR`: replaces the directory of services. Prints a line for all that it leaves
 * out, and ends with counts. Status 1 when nothing is of use; then, and when it is broken off, the old one stays.
 */
export async function importCommand(args: string[]): Promise<number> {
  const { positions, options } = readArguments(args, ['FILE|DIR'], { data: 'string', migrations: 'string' });
  const db = openContentStore(options['data'], options['migrations']);
  try {
    const counts = await importDirectory(db, readInWorker(positions[0] as string), {
      origin: 'import',
      digest: '',
      tell: (line) => console.log(line),
    });
    const left = `${counts.dropped} records left out, ${counts.remarks} remarks`;
    if (counts.services === 0)
      throw new CommandError(
        `No service in it is of use (${left}). The store keeps the directory it had.`,
        1,
      );
    indexShownDirectory(db);
    const { services, organizations, locations } = counts;
    console.log(
      `Imported ${services} services of ${organizations} organizations at ${locations} locations; ${left}.`,
    );
    return 0;
  } catch (error) {
    if (error instanceof OvertakenError)
      throw new CommandError(`${error.message} That one goes on, and this one changed nothing.`, 1);
    if (error instanceof UnreadableDirectoryError)
      throw new CommandError(`${error.message} The store keeps the directory it had.`, 1);
    throw storeError(error);
  } finally {
    db.close();
  }
}
