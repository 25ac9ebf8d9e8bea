// A process of its own for one import, or for one bare insert of what an import wrote: so that the memory of each is
// its own. `import FILE FOLDER` imports a file into a new store, `import-and-index` puts it into the search index as well, as
// the command does; `insert STORE FOLDER` puts the rows of a store into a new one. Prints the milliseconds and the most
// memory, as JSON.
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { importDirectory } from '../../db/content/directory/import-directory.ts';
import { indexShownDirectory } from '../../db/content/directory/index-directory.ts';
import { rowInserter } from '../../db/content/directory/row-inserter.ts';
import { stageQuickly } from '../../db/content/directory/stage-quickly.ts';
import { migrate, readMigrations } from '../../db/migrate.ts';
import { openForReading, openForWriting, type WriteDb } from '../../db/open.ts';
import { readInWorker } from '../../packs/directory/read-in-worker.ts';

const MIGRATIONS = join('db', 'migrations', 'content'); // from the root of the project, where this is started
const TABLES = [
  'directories',
  'directory_organizations',
  'directory_locations',
  'directory_services',
  'directory_facets',
  'active_directory',
];

const [what, source = '', folder = ''] = process.argv.slice(2);
mkdirSync(folder, { recursive: true });
const db = openForWriting(join(folder, 'content.db'));
migrate(db, readMigrations(MIGRATIONS));
const ms = what === 'insert' ? insertAll(db, source) : await importFile(db, source);
if (what === 'import-and-index') indexShownDirectory(db);
db.close();
console.log(JSON.stringify({ ms, peakMb: process.resourceUsage().maxRSS / 1024 }));

async function importFile(store: WriteDb, file: string): Promise<number> {
  const began = performance.now();
  const { services, remarks } = await importDirectory(store, readInWorker(file), {
    origin: 'import',
    digest: '',
    tell: console.error,
  });
  if (services === 0 || remarks > 0) throw new Error('The generated services were not all taken in.');
  return performance.now() - began;
}

/**
 * The rows are in memory before the clock starts; each table goes in with statements of many rows, in one transaction, with the
 * settings of an import.
 */
function insertAll(store: WriteDb, from: string): number {
  const other = openForReading(from);
  const tables = TABLES.map((table) => {
    const columns = other.prepare('SELECT name FROM pragma_table_info(?)').pluck().all(table) as string[];
    const rows = other
      .prepare(`SELECT ${columns.join(', ')} FROM ${table}`)
      .raw()
      .all() as unknown[][];
    return { table, columns, rows };
  });
  other.close();
  const began = performance.now();
  const quickly = stageQuickly(store);
  store.transaction(() => {
    for (const { table, columns, rows } of tables) rowInserter(store, table, columns)(rows);
  })();
  quickly.end();
  return performance.now() - began;
}
