import { existsSync } from 'node:fs';
import { dirname } from 'node:path';
import { lendBlobs } from './blobs/blobs-of.ts';
import { checkApplied, type Migration, migrate, readMigrations } from './migrate.ts';
import {
  type OpenOptions,
  openForReading,
  openForWriting,
  openInMemory,
  type ReadDb,
  type WriteDb,
} from './open.ts';
import { readImage, sizeOf } from './read-image.ts';
import { DamagedStoreError, faultOf, NoFolderError, type StoreFault } from './store-fault.ts';
import { unsound } from './unsound.ts';

/**
 * How to open a store; with `proveSound`, every page is checked first. `mendable`: of what SQLite says is wrong then, at most a hundred
 * sentences, whether the store is opened all the same, for whoever opens it to mend.
 */
export type StoreOptions = OpenOptions & {
  readonly proveSound: boolean;
  readonly mendable?: (db: ReadDb, says: readonly string[]) => boolean;
};

/** An open store, or what is wrong with it. `detail` is for the log. */
export type OpenedStore =
  | { readonly db: WriteDb; readonly fault?: undefined }
  | { readonly db?: undefined; readonly fault: StoreFault; readonly detail: string };

/**
 * Opens a store and brings its schema up to date. What fails is told, not thrown.
 * It is looked at before it is touched: a store that cannot be used keeps every byte.
 */
export function openStore(file: string, migrationsFolder: string, options: StoreOptions): OpenedStore {
  let db: WriteDb | undefined;
  try {
    const migrations = readMigrations(migrationsFolder);
    if (!existsSync(dirname(file))) throw new NoFolderError(`There is no folder "${dirname(file)}".`);
    lookAt(file, migrations, options);
    db = openForWriting(file, options);
    // A connection for reading does not know the CHECK constraints, so they are asked for here.
    if (options.proveSound) proveSound(db, options.mendable);
    migrate(db, migrations);
    return { db };
  } catch (error) {
    db?.close();
    return { fault: faultOf(error), detail: String(error) };
  }
}

/**
 * The store in memory, for a disk that takes no writes: with what the file holds when that can be read and is
 * sound, else empty. Undefined when even that cannot be.
 */
export function openStoreInMemory(
  file: string,
  migrationsFolder: string,
  options: OpenOptions,
): WriteDb | undefined {
  const image = () => (sizeOf(file) === 0 ? undefined : readImage(file, options));
  for (const source of [image, () => undefined]) {
    let db: WriteDb | undefined;
    try {
      db = openInMemory(source(), options);
      lendBlobs(db, dirname(file));
      proveSound(db);
      migrate(db, readMigrations(migrationsFolder));
      return db;
    } catch {
      db?.close(); // Why the file cannot be used was told when it was opened.
    }
  }
  return undefined;
}

/** Throws when the store cannot be used. One that is not there, or that SQLite must first clear up after a crash, passes. */
function lookAt(file: string, migrations: readonly Migration[], options: StoreOptions): void {
  if (sizeOf(file) === 0) {
    if (sizeOf(`${file}-wal`) > 0)
      throw new DamagedStoreError('the store is gone, and its WAL is still there');
    return;
  }
  let db: ReadDb | undefined;
  try {
    db = openForReading(file, options);
    if (options.proveSound) proveSound(db, options.mendable);
    checkApplied(db, migrations);
  } catch (error) {
    if (!String((error as { code?: unknown }).code).startsWith('SQLITE_READONLY')) throw error;
  } finally {
    db?.close();
  }
}

function proveSound(db: ReadDb, mendable: StoreOptions['mendable'] = () => false): void {
  const says = unsound(db);
  if (says.length > 0 && !mendable(db, says)) throw new DamagedStoreError(`integrity_check says: ${says[0]}`);
}
