import { existsSync, readdirSync, readFileSync, realpathSync, statSync } from 'node:fs';
import { join, sep } from 'node:path';
import { z } from 'zod';
import { CsvDialect, TableSchema } from './csv-dialect.ts';
import type { TableFile } from './read-csv.ts';
import { tableNamed } from './table-named.ts';
import { UnreadableDirectoryError } from './unreadable-directory.ts';

const MOST_PACKAGE_BYTES = 5_000_000;

/** What of a tabular data package is needed: where each table lies and how it is written. */
const DataPackage = z.object({
  resources: z
    .array(
      z.object({
        name: z.string().optional(),
        path: z.union([
          z.string(),
          z
            .array(z.string())
            .length(1)
            .transform(([path]) => path as string),
        ]),
        encoding: z.string().optional(),
        dialect: CsvDialect.optional(),
        // A schema may stand elsewhere; that one is not looked at.
        schema: z.union([TableSchema, z.string()]).nullish(),
      }),
    )
    .min(1)
    .max(200),
});

/** The tables in a folder, and the names of files that Balie has no use for. */
export type FoundTables = { readonly tables: readonly TableFile[]; readonly unused: readonly string[] };

/**
 * Finds the tables of a tabular data package: those that its datapackage.json names, or without one the files with the
 * names that HSDS gives them. Throws UnreadableDirectoryError when the package is no good, or leads out of the folder.
 */
export function findTables(folder: string): FoundTables {
  const descriptor = join(folder, 'datapackage.json');
  if (!existsSync(descriptor)) {
    const files = readdirSync(folder).filter((name) => name.endsWith('.csv'));
    return sortTables(
      files.sort().map((path) => ({ path, name: path })),
      folder,
    );
  }
  if (statSync(descriptor).size > MOST_PACKAGE_BYTES)
    throw new UnreadableDirectoryError('datapackage.json is far too large. Get the file again.');
  let data: unknown;
  try {
    data = JSON.parse(readFileSync(descriptor, 'utf8').replace(/^\uFEFF/, ''));
  } catch (error) {
    throw new UnreadableDirectoryError(`datapackage.json is no JSON: ${(error as Error).message}. Mend it.`);
  }
  const read = DataPackage.safeParse(data);
  if (!read.success) {
    const { path = [], message = '' } = read.error.issues[0] ?? {};
    throw new UnreadableDirectoryError(`datapackage.json ${path.join('.')}: ${message}. Mend it.`);
  }
  const other = read.data.resources.find(({ encoding = 'utf-8' }) => !/^utf-?8$/i.test(encoding));
  if (other !== undefined)
    throw new UnreadableDirectoryError(
      `datapackage.json: "${other.path}" is in ${other.encoding}. Save it as UTF-8, say so, and try again.`,
    );
  return sortTables(read.data.resources, folder);
}

type Resource = Omit<z.infer<typeof DataPackage>['resources'][number], 'encoding'>;

function sortTables(resources: readonly Resource[], folder: string): FoundTables {
  const tables: TableFile[] = [];
  const unused: string[] = [];
  for (const { name, path, dialect = {}, schema } of resources) {
    const table = (name === undefined ? undefined : tableNamed(name)) ?? tableNamed(path);
    if (table === undefined) {
      unused.push(path);
      continue;
    }
    const { delimiter = ',', nullSequence, skipInitialSpace } = dialect;
    const { missingValues = [] } = typeof schema === 'object' && schema !== null ? schema : {};
    const missing = [...missingValues, nullSequence ?? ''].filter((text) => text !== '');
    tables.push({
      path: inside(folder, path),
      table,
      delimiter,
      skipInitialSpace: skipInitialSpace ?? false,
      ...(missing.length > 0 && { missing: new Set(missing) }),
    });
  }
  return { tables, unused };
}

/** The real place of a file, which must be in the folder: no way up, no link out, no address on the web. */
function inside(folder: string, path: string): string {
  let real: string;
  try {
    real = realpathSync(join(folder, path));
  } catch {
    throw new UnreadableDirectoryError(`datapackage.json names "${path}", and there is no such file.`);
  }
  if (!real.startsWith(realpathSync(folder) + sep) || /^([a-z]+:)?[\\/]/i.test(path))
    throw new UnreadableDirectoryError(`datapackage.json names "${path}", which is not in its own folder.`);
  if (!statSync(real).isFile())
    throw new UnreadableDirectoryError(`datapackage.json names "${path}", which is no file.`);
  return real;
}
