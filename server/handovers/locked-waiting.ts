import type { ServerStore } from '../store/open-server-store.ts';

/**
 * The ids of the partners of a library for which anything that is locked waits here. How much is not told: two looks at a number, and one more
 * is one visitor (decision 36).
 */
export async function lockedWaiting(
  { db }: Pick<ServerStore, 'db'>,
  library: string,
): Promise<ReadonlySet<string>> {
  const rows = await db
    .selectFrom('handovers')
    .select('partner')
    .distinct()
    .where('library', '=', library)
    .where('sealed_state', '=', 'waiting')
    .execute();
  return new Set(rows.map(({ partner }) => partner));
}
