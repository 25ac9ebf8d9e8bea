import type { WriteDb } from '../db/open.ts';
import { SyncError } from './outbox/sync-error.ts';
import { type Belonging, fetchPlan } from './plan/fetch-plan.ts';
import { followPlan } from './plan/follow-plan.ts';
import { type Prepared, prepareUpdate, type UpdatePlan } from './prepare-update.ts';
import type { Source } from './source/source.ts';

/** What to look at, and for whom. `belonging`: to which server this device belongs, if to any; `byHand`: it is a stick. */
export type LookPlan = Omit<UpdatePlan, 'mayInstall'> & {
  readonly belonging: Belonging | undefined;
  readonly byHand: boolean;
};

/** What came of it. `silence`: why the server gave no plan; the one that is known counted then. */
export type Looked = { readonly prepared: readonly Prepared[]; readonly silence: string | undefined };

/**
 * Asks the server when what may be installed, then makes ready what a repository has and what has its turn, and writes down when it is
 * shown. Throws UpdateError as prepareUpdate does; what the plan says of what lies ready is written down all the same.
 */
export async function look(source: Source, { belonging, byHand, ...plan }: LookPlan): Promise<Looked> {
  const silence = byHand ? undefined : await askForPlan(plan.db, belonging);
  const { mayInstall, settle } = followPlan(plan.db, belonging, { now: plan.now, byHand });
  // Whoever plugs in a stick wants what is on it, and nothing else that lies ready.
  const seen = new Set<string>();
  let isSeen = false;
  try {
    const prepared = await prepareUpdate(source, { ...plan, mayInstall });
    for (const { pack, outcome } of prepared)
      if (outcome.kind === 'ready' || outcome.kind === 'current') seen.add(pack);
    isSeen = true;
    return { prepared, silence };
  } finally {
    // A repository beside it on the same stick, that is refused, changes nothing of what this look brought.
    if (isSeen || !byHand) settle(plan.follow, seen);
  }
}

async function askForPlan(db: WriteDb, belonging: Belonging | undefined): Promise<string | undefined> {
  if (belonging === undefined) return undefined;
  try {
    await fetchPlan(db, belonging);
    return undefined;
  } catch (error) {
    if (error instanceof SyncError) return error.message;
    throw error;
  }
}
