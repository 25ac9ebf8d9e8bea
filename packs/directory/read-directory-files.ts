import { existsSync, readdirSync, statSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import type { DirectoryRecord } from '../../core/domain/directory/directory-record.ts';
import { findTables } from './find-tables.ts';
import { readCsv } from './read-csv.ts';
import { readJson } from './read-json.ts';
import { UnreadableDirectoryError } from './unreadable-directory.ts';

/**
 * Reads a directory of services, some records at a time: an HSDS JSON file, a folder of them, or a tabular data package
 * (its folder or its datapackage.json). Throws UnreadableDirectoryError when there is nothing of the kind.
 */
export async function* readDirectoryFiles(path: string): AsyncGenerator<DirectoryRecord[]> {
  if (!existsSync(path)) throw new UnreadableDirectoryError(`There is no file or folder "${path}".`);
  if (!statSync(path).isDirectory()) {
    if (basename(path) === 'datapackage.json') yield* readTables(dirname(path));
    else if (path.toLowerCase().endsWith('.json')) yield* readJson(path);
    else
      throw new UnreadableDirectoryError(
        `"${basename(path)}" is no JSON file. Give a .json file, or the folder of a tabular data package.`,
      );
    return;
  }
  const names = readdirSync(path).sort();
  if (names.some((name) => name === 'datapackage.json' || name.endsWith('.csv'))) {
    yield* readTables(path);
    return;
  }
  const files = names.filter((name) => name.toLowerCase().endsWith('.json'));
  if (files.length === 0)
    throw new UnreadableDirectoryError(
      `"${path}" has no datapackage.json, no CSV files and no JSON files in it. Give the folder they lie in.`,
    );
  for (const name of files) yield* readJson(join(path, name));
}

async function* readTables(folder: string): AsyncGenerator<DirectoryRecord[]> {
  const { tables, unused } = findTables(folder);
  if (!tables.some(({ table }) => table === 'service'))
    throw new UnreadableDirectoryError(`"${folder}" has no table of services (services.csv). Add it.`);
  yield unused.map((name) => ({ kind: 'unused', what: 'the file', place: { file: name } }));
  for (const table of tables) yield* readCsv(table);
}
