import type { ReadDb, WriteDb } from '../open.ts';
import { MIRRORED_TABLES } from './row-mirror.ts';
import { PROVEN, type ProvenTable } from './row-proof.ts';

/** Of the rows of these it is known whether they are what was written, so that an index may be made anew from them. */
const KNOWN = new Set<string>([...Object.keys(PROVEN), ...MIRRORED_TABLES]);

/** What SQLite says of a value that became another one where the row lies, or in an index; it ends with the table, or with the index. */
const OF_VALUES =
  /^(?:row \d+ missing from index|row not in PRIMARY KEY order for|CHECK constraint failed in) (\w+)$/;

/**
 * Is what SQLite says no more than that values became other ones in rows that say themselves whether they did? Not when a page is damaged,
 * or when an index knows of more rows than there are: what is gone must not be covered up. Throws SqliteError.
 */
export function isOfValues(db: ReadDb, says: readonly string[]): boolean {
  return says.every((each) => {
    const table = tableIn(db, each) ?? '';
    return KNOWN.has(table) && !(isProvenOnly(table) && hasUnproven(db, table));
  });
}

/** Only by a digest, and not by a mirror too, is it known of the rows of these whether they are what was written. */
function isProvenOnly(table: string): table is ProvenTable {
  return table in PROVEN && !(MIRRORED_TABLES as readonly string[]).includes(table);
}

/** Rows from before there were digests (migration 0017) have none: nobody knows which of row and index rotted. */
function hasUnproven(db: ReadDb, table: ProvenTable): boolean {
  return db.prepare(`SELECT 1 FROM ${table} WHERE proof IS NULL LIMIT 1`).get() !== undefined;
}

/** Makes the indexes anew of which `unsound` speaks, from the rows as they are. Throws SqliteError. */
export function reindex(db: WriteDb, says: readonly string[]): void {
  const tables = new Set(says.map((each) => tableIn(db, each)));
  for (const table of tables) if (table !== undefined) db.exec(`REINDEX ${table}`);
}

function tableIn(db: ReadDb, says: string): string | undefined {
  return db
    .prepare<[string | undefined], string>('SELECT tbl_name FROM sqlite_schema WHERE name = ?')
    .pluck()
    .get(OF_VALUES.exec(says)?.[1]);
}
