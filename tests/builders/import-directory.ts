import { join } from 'node:path';
import type { Service } from '../../core/domain/directory/service.ts';
import { activeDirectory } from '../../db/content/directory/active-directory.ts';
import { importDirectory } from '../../db/content/directory/import-directory.ts';
import type { ImportCounts } from '../../db/content/directory/import-report.ts';
import { readerOf } from '../../db/content/directory/read-directory.ts';
import type { ReadDb, WriteDb } from '../../db/open.ts';
import { readDirectoryFiles } from '../../packs/directory/read-directory-files.ts';
import { aFolder } from './pack-folder.ts';

/** What came of an import: the counts and the lines. */
export type Imported = ImportCounts & { readonly lines: string[] };

/** Imports a file or folder into a store. */
export async function importFrom(db: WriteDb, path: string): Promise<Imported> {
  const lines: string[] = [];
  const tell = (line: string) => void lines.push(line);
  const counts = await importDirectory(db, readDirectoryFiles(path), { origin: 'import', digest: '', tell });
  return { ...counts, lines };
}

/** Imports files: one JSON file by itself, several as a folder. */
export function importFiles(
  db: WriteDb,
  files: Readonly<Record<string, string | Uint8Array>>,
): Promise<Imported> {
  const folder = aFolder(files);
  const names = Object.keys(files);
  const only = names.length === 1 && names[0]?.endsWith('.json') ? names[0] : undefined;
  return importFrom(db, only === undefined ? folder : join(folder, only));
}

/** All services of the directory that is shown, as JSON. */
export function servicesIn(db: ReadDb): Service[] {
  const active = activeDirectory(db);
  return active === undefined
    ? []
    : readerOf(db, active.generation)
        .after(0, 1_000_000)
        .map(({ service }) => service);
}
