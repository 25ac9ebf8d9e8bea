import type { ReadDb, WriteDb } from '../open.ts';
import { skipSayings } from './handovers/handovers.ts';

/**
 * What each row says a second time, in its column `mirror` (migration 0020), and by what the row is known, also in a copy. An enrolment of
 * another device is another one. Not all of it: what is only shown, and the batch that is on its way, change too often and are large.
 */
const MIRRORED = {
  enrolment: {
    key: ['only', 'device'],
    says: ['server', 'device', 'library', 'branch', 'state', 'server_key'],
  },
  handovers: {
    key: ['id'],
    says: [
      ...['id', 'code', 'partner', 'partner_name', 'given_at', 'state', 'sealed', 'told', 'told_by'],
      ...['last_said', 'heard_said', 'noticed_at'],
    ],
  },
  handover_said: { key: ['handover', 'number'], says: ['handover', 'number', 'state'] },
  partners: { key: ['id'], says: ['id', 'body'] },
  pins: { key: ['who'], says: ['who', 'failures', 'locked_ms'] },
  desk_notes: { key: ['question'], says: ['question', 'at', 'note'] },
} as const;

/** A table of which each row says a second time what it says. */
export type Mirrored = keyof typeof MIRRORED;
/** A row, by its columns. */
export type Values = Record<string, string | number | null>;

/** All of these tables. */
export const MIRRORED_TABLES = Object.keys(MIRRORED) as Mirrored[];
const mirrorOf = (table: Mirrored) => `json_array(${MIRRORED[table].says.join(', ')})`;
const isKnown = (table: Mirrored) => MIRRORED[table].key.map((name) => `${name} IS @${name}`).join(' AND ');

/**
 * The table of a row that does not say the same twice, as a sentence for the log; undefined when there is none. Throws SqliteError, also when
 * what keeps the two the same has rotted.
 */
export function unlikeMirror(db: ReadDb): string | undefined {
  for (const table of MIRRORED_TABLES) {
    // Nothing is changed: that it can be prepared proves the triggers.
    db.prepare(`UPDATE ${table} SET ${MIRRORED[table].says.map((name) => `${name} = ${name}`).join(', ')}`);
    if (db.prepare(`SELECT 1 FROM ${table} WHERE mirror IS NOT ${mirrorOf(table)} LIMIT 1`).get())
      return `a row of ${table} is not what was written`;
  }
  return undefined;
}

/** The rows of a table that do not say the same twice. Throws SqliteError. */
export function unlikeRows(db: ReadDb, table: Mirrored): Values[] {
  return db.prepare<[], Values>(`SELECT * FROM ${table} WHERE mirror IS NOT ${mirrorOf(table)}`).all();
}

/** The ids of the handovers that do not say the same twice, as either says them. Throws SqliteError. */
export function doubtfulHandovers(db: ReadDb): Set<unknown> {
  const rows = unlikeRows(db, 'handovers');
  return new Set(rows.flatMap((row) => [row['id'], mirroredIn('handovers', row)?.['id']]));
}

/** What a row says the second time, by its columns; undefined when that cannot be read. */
export function mirroredIn(table: Mirrored, row: Values): Values | undefined {
  const { says } = MIRRORED[table];
  try {
    const values: unknown = JSON.parse(String(row['mirror']));
    if (!Array.isArray(values) || values.length !== says.length) return undefined;
    return Object.fromEntries(says.map((name, index) => [name, values[index]]));
  } catch {
    return undefined;
  }
}

/**
 * Puts the rows that do not say the same twice back as an earlier state of the same store has them. By what a row is known may be what rotted:
 * then it is the one that says the same the second time, letter by letter. What the desk said of a handover since then has numbers that come
 * after, as after a copy was brought back whole. Call it in a transaction. Throws SqliteError.
 */
export function mendFromMirror(db: WriteDb, copy: ReadDb): void {
  for (const table of MIRRORED_TABLES) {
    const find = (known: string) =>
      copy.prepare<[Values], Values>(
        `SELECT * FROM ${table} WHERE ${known} AND mirror IS ${mirrorOf(table)}`,
      );
    for (const row of unlikeRows(db, table)) {
      const kept = find(isKnown(table)).get(row) ?? find('mirror IS @mirror').get(row);
      if (kept === undefined) continue;
      // Without one a row gets a new one with the next change.
      db.prepare(`UPDATE ${table} SET mirror = NULL WHERE ${isKnown(table)}`).run(row);
      const { key, says } = MIRRORED[table];
      const put = says.map((name) => `${name} = @now_${name}`).join(', ');
      db.prepare(`UPDATE ${table} SET ${put} WHERE ${isKnown(table)}`).run({
        ...Object.fromEntries(key.map((name) => [name, row[name]])),
        ...Object.fromEntries(says.map((name) => [`now_${name}`, kept[name]])),
      });
      if (table === 'handovers') skipSayings(db);
    }
  }
}
