import { mayShow } from '../../../core/domain/rollouts/may-show.ts';
import type { WriteDb } from '../../open.ts';
import { keepFloors } from '../kept-floors.ts';
import { packsToTakeBack, readPackTurn } from './pack-turns.ts';
import { letGoOfPack, rollBackPack, showStagedPack } from './show-pack.ts';
import { stagedPacks, stagedVersion } from './staged-packs.ts';

/** What came of it: the packs that changed on the screen, and whether others wait for closing time. */
export type TurnsTaken = { readonly shown: readonly string[]; readonly waits: boolean };

/**
 * Shows what lies ready and has its turn, and takes back what was rolled back: the version before comes again. What somebody at this
 * device holds stays. `now` in milliseconds since 1970. Throws SqliteError.
 */
export function takeTurns(db: WriteDb, now: number): TurnsTaken {
  const staged = stagedPacks(db).map((id) => ({ id, turn: turnAt(db, id, now) }));
  const shown = staged.filter(({ id, turn }) => turn === 'now' && showStagedPack(db, id) === 'shown');
  const back = packsToTakeBack(db).filter((id) => goBack(db, id, now));
  return {
    shown: [...shown.map(({ id }) => id), ...back],
    waits: staged.some(({ turn }) => turn === 'later'),
  };
}

function turnAt(db: WriteDb, pack: string, now: number): 'now' | 'later' | 'never' {
  const found = readPackTurn(db, pack, stagedVersion(db, pack) ?? 0);
  if (found === undefined) return 'now';
  const { turn, latest, schedules } = found;
  if (turn === 'never') return 'never';
  return mayShow({ show: turn === 'closed' ? 'closed' : 'idle', latest, schedules }, now) ? 'now' : 'later';
}

/** The floor stays where it was: the next version that is shown is higher than the one that is taken back. */
function goBack(db: WriteDb, pack: string, now: number): boolean {
  const isBack = db
    .transaction(() => {
      const shown = rollBackPack(db, pack, now);
      letGoOfPack(db, pack);
      return shown !== undefined;
    })
    .immediate();
  keepFloors(db); // Within the transaction nothing was kept.
  return isBack;
}
