import { DeviceState } from '../../core/contract/sync/device.ts';
import { FREE_TRIES } from '../../core/domain/lock-out.ts';
import type { WriteDb } from '../open.ts';
import { believedHandover } from './doubted-handover.ts';
import { findHandover, skipSayings } from './handovers/handovers.ts';
import { sayAgain } from './handovers/report.ts';
import { type Mirrored, mirroredIn, unlikeRows, type Values } from './row-mirror.ts';

/**
 * Does without what rotted in the rows that say all twice, where no copy has it: the questions are worth more than one of these. A free note
 * goes, as it would after 90 days. The tries of a PIN are all but one used up, which the right PIN heals. A partner goes until the server
 * tells of all of them again. A handover stays where nobody can doubt which it is, and how far it is, is said again. The enrolment stays
 * where nobody can doubt it; else it stays as it is: without it, what waits would be for nobody. Call it in a transaction. Throws SqliteError.
 */
export function loseRows(db: WriteDb): void {
  for (const { question } of unlikeRows(db, 'desk_notes'))
    db.prepare('DELETE FROM desk_notes WHERE question = ?').run(question);
  for (const { who } of unlikeRows(db, 'pins')) {
    believe(db, 'pins', 'who', who);
    db.prepare('UPDATE pins SET failures = ?, locked_ms = 0 WHERE who = ?').run(FREE_TRIES - 1, who);
  }
  for (const { id } of unlikeRows(db, 'partners')) db.prepare('DELETE FROM partners WHERE id = ?').run(id);
  for (const row of unlikeRows(db, 'enrolment')) keepEnrolment(db, row);
  const handovers = unlikeRows(db, 'handovers');
  for (const row of handovers) keepHandover(db, row);
  if (handovers.length > 0) skipSayings(db);
  for (const row of unlikeRows(db, 'handover_said')) {
    db.prepare('DELETE FROM handover_said WHERE handover = @handover AND number = @number').run(row);
    // Of which it was said may be what rotted.
    for (const id of new Set([row['handover'], mirroredIn('handover_said', row)?.['handover']])) {
      const found = findHandover(db, String(id));
      if (found !== undefined) sayAgain(db, found);
    }
  }
}

/** What a row says now is what it said: from then on it has a second saying again. */
function believe(db: WriteDb, table: Mirrored, key: string, value: Values[string] | undefined): void {
  db.prepare(`UPDATE ${table} SET mirror = NULL WHERE ${key} = ?`).run(value);
}

/** Where only the second saying cannot be read the row counts; where no more than the state differs, the one that is a state. */
function keepEnrolment(db: WriteDb, row: Values): void {
  const mirror = mirroredIn('enrolment', row) ?? row;
  const isSame = Object.entries(mirror).every(([name, value]) => name === 'state' || value === row[name]);
  const [state, other] = DeviceState.options.filter(
    (each) => each === row['state'] || each === mirror['state'],
  );
  if (!isSame || state === undefined || other !== undefined) return;
  believe(db, 'enrolment', 'device', row['device']);
  db.prepare('UPDATE enrolment SET state = ?').run(state);
}

/** One of which nobody can tell which it is goes; any other goes on as far as it can be believed. */
function keepHandover(db: WriteDb, row: Values): void {
  const believed = believedHandover(row, mirroredIn('handovers', row));
  if (believed === undefined) {
    db.prepare('DELETE FROM handovers WHERE id = ?').run(row['id']);
    return;
  }
  believe(db, 'handovers', 'id', row['id']);
  db.prepare(
    `UPDATE handovers SET given_at = @given_at, state = @state, sealed = @sealed, told = @told, noticed_at = NULL,
       last_said = @last_said, heard_said = @heard_said WHERE id = @id`,
  ).run({ ...believed, id: row['id'] });
}
