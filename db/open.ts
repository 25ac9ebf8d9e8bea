import Database from 'better-sqlite3';

declare const access: unique symbol;

/** A connection that may only read. */
export type ReadDb = Database.Database & { readonly [access]: 'read' | 'write' };
/** A connection that may write. */
export type WriteDb = Database.Database & { readonly [access]: 'write' };

/**
 * How to open a store. `nativeBinding` is the file of the compiled module, where the default one does not fit; `pageBytes` the size of the
 * pages of a store that is made now, a power of two from 512.
 */
export type OpenOptions = {
  readonly nativeBinding?: string | undefined;
  readonly secureDelete?: boolean;
  readonly pageBytes?: number;
};

/**
 * Opens a store for writing, and makes it when it is not there.
 * A power cut keeps every acknowledged write: WAL with synchronous=FULL (this build's default in WAL is NORMAL).
 * Throws SqliteError when the file is no database, or cannot be opened or written.
 */
export function openForWriting(file: string, options: OpenOptions = {}): WriteDb {
  return prepare(connect(file, options) as WriteDb, (db) => {
    // Before the journal mode, which writes the first page.
    if (options.pageBytes !== undefined) db.pragma(`page_size = ${options.pageBytes}`);
    db.pragma('journal_mode = WAL');
    db.pragma('synchronous = FULL');
    db.pragma('foreign_keys = ON');
    db.pragma('busy_timeout = 5000');
    if (options.secureDelete === true) db.pragma('secure_delete = ON');
    // SQLite opens what it may not write for reading only, and says nothing until the first write: so here is one.
    db.exec('BEGIN IMMEDIATE; CREATE TABLE probe (x INTEGER) STRICT; ROLLBACK');
  });
}

/** Opens a store that is there, to look at it; the store and its WAL keep every byte. Throws SqliteError. */
export function openForReading(file: string, options: OpenOptions = {}): ReadDb {
  return prepare(connect(file, options, { readonly: true, fileMustExist: true }) as ReadDb);
}

/** The same, with the module that another store was opened with. Throws SqliteError. */
export function openForReadingBeside(file: string, beside: ReadDb): ReadDb {
  const { nativeBinding } = OPTIONS.get(beside) ?? {};
  return openForReading(file, { nativeBinding });
}

/** A store in memory, with the content of `image` (the bytes of a store) or empty. What is written goes with the process. */
export function openInMemory(image: Buffer | undefined, options: OpenOptions = {}): WriteDb {
  return prepare(connect(image ?? ':memory:', options) as WriteDb, (db) => db.pragma('foreign_keys = ON'));
}

/**
 * Opens a file of its own to hold a lock in, with the module that a store was opened with. `patienceMs`: how long a statement waits for
 * others. Throws SqliteError when it cannot be made.
 */
export function openForLocking(file: string, beside: ReadDb, patienceMs: number): Database.Database {
  return connect(file, OPTIONS.get(beside) ?? {}, { timeout: patienceMs });
}

/** How each store was opened. */
const OPTIONS = new WeakMap<Database.Database, OpenOptions>();

function connect(source: string | Buffer, options: OpenOptions, more: Database.Options = {}) {
  const { nativeBinding } = options;
  const db = new Database(source, nativeBinding === undefined ? more : { ...more, nativeBinding });
  OPTIONS.set(db, options);
  return db;
}

function prepare<Db extends ReadDb>(db: Db, more: (db: Db) => void = () => undefined): Db {
  try {
    // A schema that somebody planted must not run functions, and a damaged page must be noticed when it is read.
    db.pragma('trusted_schema = OFF');
    db.pragma('cell_size_check = ON');
    more(db);
    return db;
  } catch (error) {
    db.close();
    throw error;
  }
}
