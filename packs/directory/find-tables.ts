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
        // How a file is written matters only where that file is read.
        dialect: z.unknown().optional(),
        schema: z.unknown().optional(),
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
  if (!read.success) throw unreadable(read.error);
  return sortTables(read.data.resources, folder);
}

type Resource = z.infer<typeof DataPackage>['resources'][number];

function sortTables(resources: readonly Resource[], folder: string): FoundTables {
  const tables: TableFile[] = [];
  const unused: string[] = [];
  for (const [index, resource] of resources.entries()) {
    const { name, path } = resource;
    const table = (name === undefined ? undefined : tableNamed(name)) ?? tableNamed(path);
    if (table === undefined) unused.push(path);
    else tables.push({ path: inside(folder, path), table, ...waysOf(resource, index) });
  }
  return { tables, unused };
}

const Ways = z.object({
  dialect: CsvDialect.optional(),
  // A schema may stand elsewhere; that one is not looked at.
  schema: z.union([TableSchema, z.string()]).nullish(),
});

/** How the file of a table is written. Throws UnreadableDirectoryError when Balie does not read files like that. */
function waysOf(
  { path: file, encoding = 'utf-8', ...said }: Resource,
  index: number,
): Omit<TableFile, 'path' | 'table'> {
  if (!/^utf-?8$/i.test(encoding))
    throw new UnreadableDirectoryError(
      `datapackage.json: "${file}" is in ${encoding}. Save it as UTF-8, say so, and try again.`,
    );
  const read = Ways.safeParse(said);
  if (!read.success) throw unreadable(read.error, ['resources', index]);
  const { dialect = {}, schema } = read.data;
  const { delimiter = ',', nullSequence, skipInitialSpace } = dialect;
  const { missingValues = [] } = typeof schema === 'object' && schema !== null ? schema : {};
  const missing = [...missingValues, nullSequence ?? ''].filter((text) => text !== '');
  return {
    delimiter,
    skipInitialSpace: skipInitialSpace ?? false,
    ...(missing.length > 0 && { missing: new Set(missing) }),
  };
}

function unreadable({ issues: [issue] }: z.ZodError, at: readonly PropertyKey[] = []): Error {
  const path = [...at, ...(issue?.path ?? [])].join('.');
  return new UnreadableDirectoryError(`datapackage.json ${path}: ${issue?.message ?? ''}. Mend it.`);
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
