import type { Transaction } from 'kysely';
import type { RolloutChange } from '../../core/contract/administration/rollout.ts';
import type { RolloutState } from '../../core/domain/rollouts/rollout-step.ts';
import { type Doer, writeAudit } from '../accounts/audit.ts';
import type { ServerStore } from '../store/open-server-store.ts';
import { printable } from '../store/printable.ts';
import type { Tables } from '../store/tables.ts';
import { changePlan } from './change-plan.ts';
import { RolloutError } from './rollout-error.ts';
import { widenedRings } from './rollout-rings.ts';
import type { RolloutRow } from './rollout-tables.ts';
import { needBranches, needHours } from './start-rollout.ts';

/** In which states something can be done to a roll-out. */
const FROM: Record<RolloutChange['act'], readonly RolloutState[]> = {
  hold: ['going'],
  resume: ['held'],
  widen: ['going'],
  'roll-back': ['going', 'held'],
};

const DONE: Record<RolloutChange['act'], string> = {
  hold: 'rollout-held',
  resume: 'rollout-resumed',
  widen: 'rollout-widened',
  'roll-back': 'rollout-rolled-back',
};

/** How a roll-out is called in the trail of what was done. */
export function nameOf({ id, publisher, pack, version }: RolloutRow): string {
  return `${publisher}/${pack} ${version} (${id})`;
}

/** Changes a roll-out of a library; what it is then. `who`: without, a command at the server. Throws RolloutError, and then nothing was changed. */
export async function changeRollout(
  store: ServerStore,
  of: { readonly library: string; readonly id: string },
  change: RolloutChange,
  now: Date,
  who: Doer = { library: of.library },
): Promise<RolloutRow> {
  return changePlan(store, of.library, async (trx) => {
    const before = await trx
      .selectFrom('rollouts')
      .selectAll()
      .where('library', '=', of.library)
      .where('id', '=', of.id)
      .executeTakeFirst();
    if (before === undefined) throw new RolloutError('not-found', `The library has no roll-out "${of.id}".`);
    if (!FROM[change.act].includes(before.state))
      throw new RolloutError(
        'not-now',
        `This roll-out is ${before.state}: ${change.act} needs one that is ${FROM[change.act].join(' or ')}.`,
      );
    await writeAudit(trx, who, DONE[change.act], nameOf(before));
    return trx
      .updateTable('rollouts')
      .set({ ...(await changed(trx, before, change, now)), changed_at: now.toISOString(), ended_at: null })
      .where('id', '=', before.id)
      .returningAll()
      .executeTakeFirstOrThrow();
  });
}

async function changed(
  trx: Transaction<Tables>,
  before: RolloutRow,
  change: RolloutChange,
  now: Date,
): Promise<Partial<RolloutRow>> {
  switch (change.act) {
    case 'hold':
      return { state: 'held', ...reason(change) };
    case 'roll-back':
      return { state: 'rolled-back', ...reason(change) };
    case 'resume':
      // What made it hold is not held against it twice: who has the version is looked at anew.
      await trx.deleteFrom('rollout_devices').where('rollout', '=', before.id).execute();
      return {
        ...{ state: 'going', ...reason({}) },
        ...{ watched_from: watchedFrom(before, now), earlier_rings: null },
      };
    case 'widen': {
      await needBranches(trx, before.library, change.branches ?? undefined);
      const { share, branches } = wider(before, change);
      if (before.show_rule === 'closed') await needHours(trx, before.library, branches ?? undefined);
      return {
        ...{ share, branches: branches && JSON.stringify(branches) },
        // Who took part before is watched since then: a device that died of the version is not forgotten.
        ...{ watched_from: watchedFrom(before, now), earlier_rings: widenedRings(before) },
      };
    }
  }
}

/** In the words of who did it; none when nobody said. It takes the place of what made the roll-out hold itself. */
function reason({ why }: { readonly why?: string | undefined }): Pick<RolloutRow, 'why' | 'held_itself'> {
  return { why: why === undefined ? null : printable(why), held_itself: null };
}

function watchedFrom({ starts_at }: RolloutRow, now: Date): string {
  return [starts_at, now.toISOString()].sort()[1] ?? starts_at;
}

/** Who has a version keeps it, so a share that shrinks would say what is not so. */
function wider(
  before: RolloutRow,
  { share, branches }: Extract<RolloutChange, { act: 'widen' }>,
): { readonly share: number; readonly branches: readonly string[] | null } {
  const taking = before.branches === null ? null : (JSON.parse(before.branches) as string[]);
  const widened = branches === undefined ? taking : branches === null ? null : [...new Set(branches)].sort();
  const lost = taking?.find((branch) => widened !== null && !widened.includes(branch));
  if (lost !== undefined || (taking === null && widened !== null) || (share ?? 100) < before.share)
    throw new RolloutError(
      'not-this',
      'A roll-out only grows: who has the version keeps it. Hold it instead, or roll it back.',
    );
  return { share: share ?? before.share, branches: widened };
}
