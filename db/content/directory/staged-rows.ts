import type { Place } from '../../../core/domain/directory/directory-record.ts';
import type { TableName } from '../../../core/domain/directory/tables.ts';
import type { WriteDb } from '../../open.ts';

/** A row of a table, checked, with what it belongs to and what it points at. */
export type StagedRow = {
  readonly table: TableName;
  readonly id: string;
  readonly body: object;
  readonly owners: readonly { readonly owner: TableName; readonly id: string; readonly list: string }[];
  readonly points: Readonly<Record<string, string>>;
  readonly place: Place;
};

/** A row as it comes back out. */
export type FoundRow = {
  readonly number: number;
  readonly table: TableName;
  readonly id: string;
  readonly body: string;
  readonly points: string;
  readonly list: string;
};

/** A row that is in vain. */
export type VainRow = { readonly number: number; readonly table: TableName; readonly id: string };

/** A row that belongs to what is not there, as `to` says; `left`: how many others it belongs to. */
export type LostRow = VainRow & { readonly to: string; readonly left: number };

/** Rows of tables, on disk until they are put together. */
export type StagedRows = {
  /** False when a record of that id, which others point at, is there already. */
  readonly put: (row: StagedRow) => boolean;
  readonly find: (table: TableName, id: string) => FoundRow | undefined;
  readonly belongingTo: (owner: TableName, id: string) => FoundRow[];
  readonly after: (table: TableName, number: number, most: number) => FoundRow[];
  /** Rows that belong to a record that is not there. */
  readonly lost: (from: number, most: number) => LostRow[];
  /** Organizations, places and terms that no service needs; what is needed is said with `use`. */
  readonly unneeded: (from: number, most: number) => VainRow[];
  readonly use: (number: number) => void;
  readonly placeOf: (number: number) => Place;
  readonly clear: () => void;
};

/** What others point at: of each id there can be one. */
const SINGLE: ReadonlySet<TableName> = new Set([
  'service',
  'organization',
  'location',
  'service_at_location',
  'taxonomy_term',
]);

const DROP = 'DROP TABLE IF EXISTS temp.staged_links; DROP TABLE IF EXISTS temp.staged_rows;';

/** Room for rows in temporary tables: on disk, and gone with the connection whatever happens. */
export function stageRows(db: WriteDb): StagedRows {
  db.pragma('temp_store = FILE');
  db.exec(`${DROP}
    CREATE TEMP TABLE staged_rows (
      number INTEGER PRIMARY KEY, "table" TEXT NOT NULL, id TEXT NOT NULL, body TEXT NOT NULL, points TEXT NOT NULL,
      file TEXT NOT NULL, line INTEGER, path TEXT,
      owners INTEGER NOT NULL, used INTEGER NOT NULL DEFAULT 0
    ) STRICT;
    CREATE INDEX temp.staged_rows_by_id ON staged_rows ("table", id);
    CREATE INDEX temp.staged_rows_by_number ON staged_rows ("table", number);
    CREATE TEMP TABLE staged_links (
      owner TEXT NOT NULL, owner_id TEXT NOT NULL, number INTEGER NOT NULL, list TEXT NOT NULL,
      PRIMARY KEY (owner, owner_id, number)
    ) STRICT, WITHOUT ROWID;`);
  const columns = 'number, "table", id, body, points';
  const vainColumns = 'number, "table", id';
  const insertRow = db.prepare(
    'INSERT INTO staged_rows ("table", id, body, points, file, line, path, owners) VALUES (?, ?, ?, ?, ?, ?, ?, ?)',
  );
  const insertLink = db.prepare(
    'INSERT OR IGNORE INTO staged_links (owner, owner_id, number, list) VALUES (?, ?, ?, ?)',
  );
  const find = db.prepare<[string, string], FoundRow>(
    `SELECT ${columns}, '' AS list FROM staged_rows WHERE "table" = ? AND id = ? LIMIT 1`,
  );
  const belongingTo = db.prepare<[string, string], FoundRow>(
    `SELECT ${columns}, list FROM staged_links JOIN staged_rows USING (number)
     WHERE owner = ? AND owner_id = ? ORDER BY number`,
  );
  const after = db.prepare<[string, number, number], FoundRow>(
    `SELECT ${columns}, '' AS list FROM staged_rows WHERE "table" = ? AND number > ? ORDER BY number LIMIT ?`,
  );
  const lost = db.prepare<[number, number], LostRow>(
    `SELECT ${vainColumns}, group_concat(owner || ' ' || owner_id, ' and ' ORDER BY owner, owner_id) AS "to",
       owners - count(*) AS "left"
     FROM staged_rows JOIN staged_links AS link USING (number)
     WHERE number > ? AND NOT EXISTS (
       SELECT 1 FROM staged_rows AS other WHERE other."table" = link.owner AND other.id = link.owner_id)
     GROUP BY number ORDER BY number LIMIT ?`,
  );
  const unneeded = db.prepare<[number, number], VainRow>(
    `SELECT ${vainColumns} FROM staged_rows
     WHERE number > ? AND used = 0 AND "table" IN ('organization', 'location', 'taxonomy_term')
     ORDER BY number LIMIT ?`,
  );
  const where = db.prepare<[number]>('SELECT file, line, path FROM staged_rows WHERE number = ?');
  const use = db.prepare('UPDATE staged_rows SET used = 1 WHERE number = ?');
  return {
    put: (row) => {
      if (SINGLE.has(row.table) && find.get(row.table, row.id) !== undefined) return false;
      const { file, line = null, path = null } = row.place;
      const texts = [row.body, row.points].map((part) => JSON.stringify(part));
      const { lastInsertRowid } = insertRow.run(
        row.table,
        row.id,
        ...texts,
        file,
        line,
        path,
        row.owners.length,
      );
      for (const { owner, id, list } of row.owners) insertLink.run(owner, id, lastInsertRowid, list);
      return true;
    },
    find: (table, id) => find.get(table, id),
    belongingTo: (owner, id) => belongingTo.all(owner, id),
    after: (table, number, most) => after.all(table, number, most),
    lost: (from, most) => lost.all(from, most),
    unneeded: (from, most) => unneeded.all(from, most),
    use: (number) => void use.run(number),
    placeOf: (number) => {
      const { file, line, path } = where.get(number) as {
        file: string;
        line: number | null;
        path: string | null;
      };
      return { file, ...(line !== null && { line }), ...(path !== null && { path }) };
    },
    clear: () => void db.exec(DROP),
  };
}
