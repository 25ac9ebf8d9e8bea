import Database from 'better-sqlite3';

declare const access: unique symbol;

/** A connection that may only read. */
export type ReadDb = Database.Database & { readonly [access]: 'read' | 'write' };
/** A connection that may write. */
export type WriteDb = Database.Database & { readonly [access]: 'write' };

/** How to open a store. `nativeBinding` is the file of the compiled module, where the default one does not fit. */
export type OpenOptions = { readonly nativeBinding?: string | undefined; readonly secureDelete?: boolean };

/**
 * Opens a store for writing, and makes it when it is not there.
 * A power cut keeps every acknowledged write: WAL with synchronous=FULL (this build's default in WAL is NORMAL).
 * Throws SqliteError when the file is no database or cannot be opened.
 */
export function openForWriting(file: string, options: OpenOptions = {}): WriteDb {
  const db = new Database(
    file,
    options.nativeBinding === undefined ? {} : { nativeBinding: options.nativeBinding },
  ) as WriteDb;
  try {
    db.pragma('journal_mode = WAL');
    db.pragma('synchronous = FULL');
    db.pragma('foreign_keys = ON');
    db.pragma('busy_timeout = 5000');
    // A schema that somebody planted must not run functions, and a damaged page must be noticed when it is read.
    db.pragma('trusted_schema = OFF');
    db.pragma('cell_size_check = ON');
    if (options.secureDelete === true) db.pragma('secure_delete = ON');
  } catch (error) {
    db.close();
    throw error;
  }
  return db;
}
