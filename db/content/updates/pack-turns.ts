import type { Schedule } from '../../../core/domain/directory/schedule.ts';
import type { ReadDb, WriteDb } from '../../open.ts';
import { besideOf } from '../beside.ts';

/** What a plan says of a version in the store; see migration 0006. */
export type PackTurn = {
  readonly pack_id: string;
  readonly version: number;
  readonly turn: 'idle' | 'closed' | 'never' | 'back';
  readonly latest: string | null;
  readonly schedules: readonly Schedule[];
};

/** Keeps what a plan says of one version. Throws SqliteError. */
export function writePackTurn(db: WriteDb, turn: PackTurn): void {
  db.prepare(
    `INSERT INTO pack_turns (pack_id, version, turn, latest, schedules)
     VALUES (@pack_id, @version, @turn, @latest, @schedules)
     ON CONFLICT (pack_id, version) DO UPDATE SET
       turn = excluded.turn, latest = excluded.latest, schedules = excluded.schedules`,
  ).run({ ...turn, schedules: JSON.stringify(turn.schedules) });
}

/** Keeps what a plan says, in place of all that one said before. Throws SqliteError. */
export function writePackTurns(db: WriteDb, turns: readonly PackTurn[]): void {
  db.transaction(() => {
    db.prepare('DELETE FROM pack_turns').run();
    for (const turn of turns) writePackTurn(db, turn);
  }).immediate();
}

/** What the plan says of a version; undefined when it says nothing. */
export function readPackTurn(db: ReadDb, pack: string, version: number): PackTurn | undefined {
  const row = db
    .prepare<[string, number], Omit<PackTurn, 'schedules'> & { schedules: string }>(
      'SELECT * FROM pack_turns WHERE pack_id = ? AND version = ?',
    )
    .get(pack, version);
  return row === undefined ? undefined : { ...row, schedules: JSON.parse(row.schedules) as Schedule[] };
}

/** The packs whose version on the screen was rolled back, that nobody holds, and of which the version before is still there. */
export function packsToTakeBack(db: ReadDb): string[] {
  return db
    .prepare<{ beside: number }, string>(
      `SELECT pack_id FROM pack_turns JOIN active_packs USING (pack_id, version)
         JOIN previous_packs AS before USING (pack_id)
       WHERE turn = 'back' AND (before.version < pack_turns.version OR before.version >= @beside)
         AND EXISTS (SELECT 1 FROM pack_versions AS kept WHERE kept.pack_id = before.pack_id AND kept.version = before.version)
         AND NOT EXISTS (SELECT 1 FROM pack_holds WHERE pack_holds.pack_id = pack_turns.pack_id)
       ORDER BY pack_id`,
    )
    .pluck()
    .all({ beside: besideOf(0) }) as string[];
}
