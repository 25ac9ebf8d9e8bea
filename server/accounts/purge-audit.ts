import { DAY_MS } from '../../core/domain/calendar-date.ts';
import type { ServerStore } from '../store/open-server-store.ts';

/** Two years, which the databases hold on to, and a leap day with the night of the clocks: no line is asked for too early. */
export const AUDIT_KEPT_DAYS = 733;

/** Deletes the lines of the audit trail that are older than two years; how many they were. Throws the error of the database. */
export async function purgeAudit({ db }: ServerStore, now: Date): Promise<number> {
  const before = new Date(now.getTime() - AUDIT_KEPT_DAYS * DAY_MS).toISOString();
  const gone = await db.deleteFrom('audit').where('at', '<', before).executeTakeFirst();
  return Number(gone.numDeletedRows);
}
