import { sql, type Transaction } from 'kysely';
import type { DatabaseKind, Tables } from './tables.ts';

/**
 * Lets a transaction wait for as long as it takes until others let go of what it wants: for what comes seldom, and may not fail because
 * somebody is busy. A request gives up sooner (`openServerStore`), and is sent again.
 */
export async function waitForLocks(trx: Transaction<Tables>, kind: DatabaseKind): Promise<void> {
  if (kind === 'postgres') await sql`SET LOCAL lock_timeout = 0`.execute(trx);
}
