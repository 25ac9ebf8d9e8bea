import { FREE_TRIES } from '../../core/domain/lock-out.ts';
import type { WriteDb } from '../open.ts';
import { findHandover, skipSayings } from './handovers/handovers.ts';
import { sayAgain } from './handovers/report.ts';
import { type Mirrored, mirrorIn, unlikeRows, type Values } from './row-mirror.ts';

/**
 * Does without what rotted in the rows that say all twice, where no copy has it: the questions are worth more than one of these. A free note
 * goes, as it would after 90 days. The tries of a PIN are all but one used up, which the right PIN heals. A partner goes until the server
 * tells of all of them again. A handover stays where nobody can doubt which it is, and how far it is, is said again. The enrolment stays as
 * it is: without it, what waits would be for nobody. Call it in a transaction. Throws SqliteError.
 */
export function loseRows(db: WriteDb): void {
  for (const { question } of unlikeRows(db, 'desk_notes'))
    db.prepare('DELETE FROM desk_notes WHERE question = ?').run(question);
  for (const { who } of unlikeRows(db, 'pins')) {
    believe(db, 'pins', 'who', who);
    db.prepare('UPDATE pins SET failures = ?, locked_ms = 0 WHERE who = ?').run(FREE_TRIES - 1, who);
  }
  for (const { id } of unlikeRows(db, 'partners')) db.prepare('DELETE FROM partners WHERE id = ?').run(id);
  const handovers = unlikeRows(db, 'handovers');
  for (const row of handovers) keepHandover(db, row);
  if (handovers.length > 0) skipSayings(db);
  for (const { handover, number } of unlikeRows(db, 'handover_said')) {
    db.prepare('DELETE FROM handover_said WHERE handover = ? AND number = ?').run(handover, number);
    const found = findHandover(db, String(handover));
    if (found !== undefined) sayAgain(db, found);
  }
}

/** What a row says now is what it said: from then on it has a second saying again. */
function believe(db: WriteDb, table: Mirrored, key: string, value: Values[string] | undefined): void {
  db.prepare(`UPDATE ${table} SET mirror = NULL WHERE ${key} = ?`).run(value);
}

/**
 * A handover of which row and mirror have the same id, code and partner goes on; with another one a partner or a visitor would meet somebody
 * else. It was given at the later of two hours, so that nothing of it is forgotten early; of the numbers the lower counts, because a rotten one can be
 * higher than any server takes.
 */
function keepHandover(db: WriteDb, row: Values): void {
  const [id, code, partner, , givenAt, , , , , lastSaid, heardSaid] = mirrorIn(row);
  const hours = [row['given_at'], givenAt].filter(isHour).sort();
  if (id !== row['id'] || code !== row['code'] || partner !== row['partner'] || hours.length === 0) {
    db.prepare('DELETE FROM handovers WHERE id = ?').run(row['id']);
    return;
  }
  believe(db, 'handovers', 'id', row['id']);
  db.prepare(
    'UPDATE handovers SET given_at = ?, noticed_at = NULL, last_said = ?, heard_said = ? WHERE id = ?',
  ).run(hours.at(-1), lower(row['last_said'], lastSaid), lower(row['heard_said'], heardSaid), id);
}

function isHour(value: unknown): value is string {
  const isWritten = typeof value === 'string' && /^\d{4}-\d\d-\d\dT\d\d:00:00Z$/.test(value);
  return isWritten && !Number.isNaN(Date.parse(value));
}

function lower(one: Values[string] | undefined, other: unknown): number {
  const both = [one, other].filter((value) => typeof value === 'number' && value >= 0) as number[];
  return both.length === 0 ? 0 : Math.min(...both);
}
