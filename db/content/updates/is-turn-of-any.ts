import type { ReadDb } from '../../open.ts';
import { packsToTakeBack } from './pack-turns.ts';
import { stagedPacks } from './staged-packs.ts';

/** Does something lie ready to be shown, or is something to be taken back? It may still have to wait. */
export function isTurnOfAny(db: ReadDb): boolean {
  return stagedPacks(db).length > 0 || packsToTakeBack(db).length > 0;
}
