import { DAY_MS } from '../../core/domain/calendar-date.ts';
import { AUDIT_KEPT_DAYS } from '../accounts/purge-audit.ts';
import type { ServerStore } from '../store/open-server-store.ts';

/** Deletes the alerts that were over two years ago, as lines of the audit trail go, and who was told of them; how many they were. Throws the error of the database. */
export async function purgeAlerts({ db }: ServerStore, now: Date): Promise<number> {
  const before = new Date(now.getTime() - AUDIT_KEPT_DAYS * DAY_MS).toISOString();
  return db.transaction().execute(async (trx) => {
    const over = trx.selectFrom('alerts').select('id').where('closed_at', '<', before);
    await trx.deleteFrom('alert_messages').where('alert', 'in', over).execute();
    const gone = await trx.deleteFrom('alerts').where('closed_at', '<', before).executeTakeFirst();
    return Number(gone.numDeletedRows);
  });
}
