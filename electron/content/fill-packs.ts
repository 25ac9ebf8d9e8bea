import type { WriteDb } from '../../db/open.ts';
import { DamagedStoreError } from '../../db/store-fault.ts';
import { followedIn } from '../../updates/packs-followed.ts';
import type { StorePlaces } from '../stores/store-places.ts';
import type { FactoryReply, FactoryRequest } from '../updates/factory-job.ts';
import type { Told } from './factory.ts';
import { anyNewPack } from './factory-packs.ts';

/** Has a process of its own bring them in. */
export type FillBeside = (request: FactoryRequest) => Promise<FactoryReply>;

/** Where the packs of the app lie and by what day they are judged; without `fillBeside` they are brought in here. */
export type PacksToFill = StorePlaces & {
  readonly packsDir: string;
  readonly fillBeside?: FillBeside | undefined;
};

/**
 * Brings what came with the app into the store, where it is not there yet. Reading a whole pack takes seconds on a slow machine, and
 * whoever touches the screen meanwhile must not feel it: a process of its own does it. What lies in memory no other process can reach,
 * and where that process fails the kiosk must have its content all the same: then it is done here. `content` gives the store there is
 * now. Throws when that turns out to be damaged.
 */
export async function fillPacks(
  content: () => WriteDb | undefined,
  plan: PacksToFill,
  { today, told }: { readonly today: FactoryRequest['today']; readonly told: Told },
): Promise<void> {
  const before = content();
  if (before === undefined || !anyNewPack(before, plan.packsDir)) return;
  if (plan.fillBeside !== undefined && !before.memory) {
    const { dataDir, migrationsDir, nativeBinding, packsDir } = plan;
    const reply = await plan.fillBeside({
      ...{ job: 'factory', dataDir, migrationsDir, nativeBinding, packsDir, today },
    });
    if (reply.ok) return replay(reply, told);
    if (reply.fault === 'unreadable') throw new DamagedStoreError(reply.message);
    told.log.trouble('not-filled-beside', `${reply.fault}: ${reply.message}`);
  }
  const { installFactoryPacks } = await import('./factory.ts');
  const db = content();
  if (db === undefined) return;
  installFactoryPacks(db, { folder: plan.packsDir, today, isFollowed: followedIn(plan.dataDir) }, told);
}

function replay({ said }: Extract<FactoryReply, { ok: true }>, { tell, log }: Told): void {
  for (const each of said)
    if (each.how === 'tell') tell(each.code, each.detail);
    else log[each.how](each.code, each.detail);
}
