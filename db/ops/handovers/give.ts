import type { Sealed } from '../../../core/domain/desk/sealed.ts';
import type { WriteDb } from '../../open.ts';
import type { HandoverBy } from './handover-acts.ts';
import { type StoredHandover, writeHandover } from './handovers.ts';
import { deleteSealed, writeSealed } from './sealed-files.ts';

/**
 * Gives a handover, with what was locked of it (null: nothing): the file first, so that one that says it has something sealed has it. Nothing
 * else writes meanwhile: whoever looks for files of no handover (`forgetOldHandovers`), in another process too, sees both or none. Throws
 * SqliteError, also when the code was given before, and the error of the disk; then neither is here.
 */
export function giveHandover(
  db: WriteDb,
  dataDir: string,
  {
    sealed,
    ...handover
  }: Pick<StoredHandover, 'id' | 'code' | 'partner' | 'partner_name'> & { readonly sealed: Sealed | null },
  by: HandoverBy,
): void {
  try {
    db.transaction(() => {
      if (sealed !== null) writeSealed(dataDir, handover.id, sealed);
      writeHandover(db, { ...handover, sealed: sealed !== null }, by);
    }).immediate();
  } catch (error) {
    deleteSealed(dataDir, handover.id);
    throw error;
  }
}
