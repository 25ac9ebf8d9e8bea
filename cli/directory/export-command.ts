import { mkdirSync, readdirSync } from 'node:fs';
import { activeDirectory } from '../../db/content/directory/active-directory.ts';
import { readArguments } from '../arguments.ts';
import { CommandError } from '../command-error.ts';
import { openContentStore, storeError } from '../content/open-content-store.ts';
import { writeJson } from './write-json.ts';
import { writeTables } from './write-tables.ts';

const WRITERS = { json: writeJson, tabular: writeTables } as const;

/** `balie directory export DIR --format json|tabular --data DIR`: writes the directory of services into a folder that is new or empty. */
export function exportCommand(args: string[]): number {
  const { positions, options } = readArguments(args, ['DIR'], {
    data: 'string',
    format: 'string',
    migrations: 'string',
  });
  const folder = positions[0] as string;
  const { format } = options;
  if (typeof format !== 'string' || !Object.hasOwn(WRITERS, format))
    throw new CommandError('--format must be json or tabular.');
  const db = openContentStore(options['data'], options['migrations']);
  try {
    // All is read in one transaction: another import that is shown meanwhile takes away what was shown before.
    const services = db.transaction(() => {
      const active = activeDirectory(db);
      if (active === undefined)
        throw new CommandError('The store has no directory. Import one first: balie directory import.', 1);
      makeFolder(folder);
      return WRITERS[format as keyof typeof WRITERS](db, active.generation, folder);
    })();
    console.log(`Exported ${services} services to ${folder}.`);
    return 0;
  } catch (error) {
    throw storeError(error);
  } finally {
    db.close();
  }
}

/** Nothing that is there already is written over. */
function makeFolder(folder: string): void {
  try {
    mkdirSync(folder, { recursive: true });
    if (readdirSync(folder).length === 0) return;
  } catch (error) {
    throw new CommandError(`"${folder}" cannot be made: ${(error as Error).message}. Give another folder.`);
  }
  throw new CommandError(`"${folder}" is not empty. Give a new folder.`);
}
