import { sql } from 'kysely';
import type { ServerStore } from '../store/open-server-store.ts';

const KEPT_MS = 30 * 86_400_000;

const TOLD = sql<boolean>`month <= (SELECT max(publications.month) FROM publications WHERE publications.library = questions.library)`;
/** By the store of which this one is a copy. */
const TOLD_BEFORE = sql<boolean>`month <= (SELECT told_before.month FROM told_before WHERE told_before.library = questions.library)`;

/**
 * Deletes the single questions that came in more than 30 days ago and whose month was told of; the counts stay. Only those below the
 * floor of their device (decision 30), so that a later state of one is known for what it is. Gives how many.
 */
export async function purgeQuestions({ db }: ServerStore, now: Date): Promise<number> {
  const before = new Date(now.getTime() - KEPT_MS).toISOString();
  const deleted = await db
    .deleteFrom('questions')
    .where('received_at', '<', before)
    .where(({ or }) => or([TOLD, TOLD_BEFORE]))
    .where(
      sql<boolean>`logged <= (SELECT devices.purged_hour FROM devices WHERE devices.id = questions.device)`,
    )
    .executeTakeFirst();
  return Number(deleted.numDeletedRows);
}
