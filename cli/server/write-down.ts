import { writeAudit } from '../../server/accounts/audit.ts';
import type { ServerStore } from '../../server/store/open-server-store.ts';

/**
 * Has a command do something at a library, or with null for all, and writes it into that audit trail: both are there, or neither. `act` tells
 * whether there was anything to do, and so does this. `what` and `onWhat` as for writeAudit. Throws the errors of the database.
 */
export function writeDown(
  store: ServerStore,
  library: string | null,
  [what, onWhat]: readonly [what: string, onWhat: string],
  act: (store: Pick<ServerStore, 'db'>) => Promise<boolean>,
): Promise<boolean> {
  return store.db.transaction().execute(async (trx) => {
    const done = await act({ db: trx });
    if (done) await writeAudit(trx, { library }, what, onWhat);
    return done;
  });
}
