import { mkdirSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { Month } from '../../core/domain/report/month.ts';
import { Publication } from '../../core/domain/report/publication.ts';
import { flush } from '../flush.ts';
import type { WriteDb } from '../open.ts';
import { keepQuestionsHere } from './desk/keep-here.ts';
import { keepPublication, listPublications } from './publications.ts';

/** Where they lie: beside the store, because a copy of it that is brought back may be older than what was told. */
const folderIn = (dataDir: string) => join(dataDir, 'told');
const END = '.json';
const fileOf = (dataDir: string, month: Month) => join(folderIn(dataDir), `${month}${END}`);

/** Keeps what this device told of a month of itself; it is on the disk when this returns. Throws the error of the disk. */
export function writeTold(dataDir: string, told: Publication): void {
  const folder = folderIn(dataDir);
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  const file = fileOf(dataDir, told.month);
  const half = `${file}.new`;
  rmSync(half, { force: true });
  writeFileSync(half, JSON.stringify(told), { mode: 0o600 });
  flush(half);
  renameSync(half, file);
  flush(folder);
}

/** The months of which this device told, also those of which the file has rotted. Throws the error of the disk. */
export function monthsTold(dataDir: string): Month[] {
  return namesIn(folderIn(dataDir)).flatMap((name) => {
    const month = Month.safeParse(name.endsWith(END) ? name.slice(0, -END.length) : '');
    return month.success ? [month.data] : [];
  });
}

/**
 * What this device told of itself stands, whatever store was brought back: what is missing of it is kept again, and the questions of those
 * months stay here. A file that has rotted gives no report any more, and its month is told of no second time. Throws SqliteError, and the
 * error of the disk.
 */
export function takeBackTold(db: WriteDb, dataDir: string): void {
  const here = new Set(listPublications(db).flatMap(({ month, source }) => (source === 'desk' ? month : [])));
  for (const month of monthsTold(dataDir)) {
    if (here.has(month)) continue;
    const told = readTold(dataDir, month);
    if (told !== undefined) keepPublication(db, 'desk', told);
    keepQuestionsHere(db, month);
  }
}

function namesIn(folder: string): string[] {
  try {
    return readdirSync(folder);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return []; // Nothing was told yet.
    throw error; // What cannot be read may hold any month: none is told of then.
  }
}

function readTold(dataDir: string, month: Month): Publication | undefined {
  try {
    const told = Publication.parse(JSON.parse(readFileSync(fileOf(dataDir, month), 'utf8')));
    return told.month === month ? told : undefined;
  } catch {
    return undefined;
  }
}
