import type { HeldItself } from '../../core/domain/rollouts/held-itself.ts';
import { judgeRollout } from '../../core/domain/rollouts/judge-rollout.ts';
import { writeAudit } from '../accounts/audit.ts';
import type { ServerStore } from '../store/open-server-store.ts';
import { changePlan } from './change-plan.ts';
import { nameOf } from './change-rollout.ts';
import { readFates } from './rollout-fates.ts';
import type { RolloutRow } from './rollout-tables.ts';

/** Rows in one statement: far below what either database takes. */
const CHUNK = 500;

/**
 * Looks at every roll-out that is going and did not end: writes down which devices have its version now, holds it when too many of them
 * are sick, and ends it when everybody has it and stayed well. The ids of those it held. Done twice, or by two instances at once, it comes to the same, and one of them holds.
 */
export async function judgeRollouts(store: ServerStore, now: Date): Promise<string[]> {
  const going = await store.db
    .selectFrom('rollouts')
    .selectAll()
    .where('state', '=', 'going')
    .where('ended_at', 'is', null)
    .where('starts_at', '<=', now.toISOString())
    .execute();
  const held: string[] = [];
  for (const rollout of going) if (await judgeOne(store, rollout, now)) held.push(rollout.id);
  return held;
}

async function judgeOne(store: ServerStore, rollout: RolloutRow, now: Date): Promise<boolean> {
  const { fresh, fates, isThrough } = await readFates(store.db, rollout, now);
  for (let at = 0; at < fresh.length; at += CHUNK)
    await store.db
      .insertInto('rollout_devices')
      .values(
        fresh
          .slice(at, at + CHUNK)
          .map((each) => ({ rollout: rollout.id, library: rollout.library, ...each })),
      )
      .onConflict((conflict) => conflict.doNothing())
      .execute();
  const why = judgeRollout(fates, rollout.sick_percent);
  if (why !== undefined) return hold(store, rollout, why, now);
  if (isThrough) await end(store, rollout, now);
  return false;
}

/** Its devices are told nothing new: whoever comes later gets the version as before. Somebody who changed it meanwhile goes before. */
async function end({ db }: ServerStore, rollout: RolloutRow, now: Date): Promise<void> {
  await db.transaction().execute(async (trx) => {
    const { numUpdatedRows } = await trx
      .updateTable('rollouts')
      .set({ ended_at: now.toISOString() })
      .where('id', '=', rollout.id)
      .where('state', '=', 'going')
      .where('ended_at', 'is', null)
      .where('watched_from', '=', rollout.watched_from)
      .executeTakeFirst();
    if (numUpdatedRows > 0n)
      await writeAudit(trx, { library: rollout.library }, 'rollout-ended', nameOf(rollout));
  });
}

/** Only when it is still going, and as it was: whoever resumed it a moment ago is not overruled by what was read before that. */
async function hold(store: ServerStore, rollout: RolloutRow, why: HeldItself, now: Date): Promise<boolean> {
  const { id, library, watched_from } = rollout;
  return changePlan(store, library, async (trx) => {
    const { numUpdatedRows } = await trx
      .updateTable('rollouts')
      .set({ state: 'held', why: null, held_itself: JSON.stringify(why), changed_at: now.toISOString() })
      .where('id', '=', id)
      .where('state', '=', 'going')
      .where('watched_from', '=', watched_from)
      .executeTakeFirst();
    if (numUpdatedRows > 0n) await writeAudit(trx, { library }, 'rollout-held-itself', nameOf(rollout));
    return numUpdatedRows > 0n;
  });
}
