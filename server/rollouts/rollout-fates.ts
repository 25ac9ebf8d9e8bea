import type { Kysely } from 'kysely';
import type { DeviceHealth } from '../../core/contract/sync/batch.ts';
import { type Ailment, ailmentOf, isWatched } from '../../core/domain/rollouts/device-fate.ts';
import type { Tables } from '../store/tables.ts';
import { listeningSince } from './listening.ts';
import { offeredSince, watchedSince } from './rollout-rings.ts';
import type { RolloutRow } from './rollout-tables.ts';
import { readTroubles } from './rollout-troubles.ts';

/** How the devices of a library fare with a roll-out. */
export type RolloutFates = {
  /** Approved devices that show some version of the pack, or got this one and name none. */
  readonly devices: number;
  readonly inShare: number;
  /** Of those in the share: a higher version may have gone to more. */
  readonly installed: number;
  /** Everybody who was heard since it began has the version, or a higher one, for as long as a device is watched. */
  readonly isThrough: boolean;
  /** Devices that show the version and are not written down yet. */
  readonly fresh: readonly { readonly device: string; readonly installed_at: string }[];
  /** What is wrong with each that got the version, or fell silent when it should; undefined with those that are well. */
  readonly fates: readonly (Ailment | undefined)[];
};

/** Gathers how the devices of a library fare with a roll-out. */
export async function readFates(db: Kysely<Tables>, rollout: RolloutRow, now: Date): Promise<RolloutFates> {
  const devices = await db
    .selectFrom('devices')
    .leftJoin('rollout_devices', (join) =>
      join.onRef('rollout_devices.device', '=', 'devices.id').on('rollout_devices.rollout', '=', rollout.id),
    )
    .select(['devices.id', 'branch', 'packs', 'last_contact', 'installed_at'])
    .where('devices.library', '=', rollout.library)
    .where('state', '=', 'approved')
    // What is written of them follows in this order, as everything else that locks several devices does.
    .orderBy('devices.id')
    .execute();
  const troubles = await readTroubles(db, rollout, now);
  const listening = await listeningSince(db);
  const seen = { devices: 0, inShare: 0, installed: 0 };
  const began = Date.parse(watchedSince(rollout));
  let isShown = false;
  let isThrough = !isWatched(began, now.getTime());
  const fresh: { device: string; installed_at: string }[] = [];
  const fates: (Ailment | undefined)[] = [];
  for (const { id, branch, packs, last_contact, installed_at } of devices) {
    // Of one that got the version and names no pack any more nobody knows that it shows another: it may be the version that broke its store.
    const isUnknown = packs === '[]' && installed_at !== null;
    const shown = isUnknown ? rollout.version : shownOf(packs, rollout);
    if (shown === undefined) continue;
    const offered = offeredSince(rollout, { id, branch });
    const has = shown >= rollout.version;
    seen.devices += 1;
    if (offered !== undefined) seen.inShare += 1;
    if (has) isShown = true;
    if (has && offered !== undefined) seen.installed += 1;
    // A higher version is another roll-out's business.
    const isNew = installed_at === null && shown === rollout.version;
    const since = installed_at ?? (isNew ? (last_contact ?? now.toISOString()) : undefined);
    if (isNew) fresh.push({ device: id, installed_at: String(since) });
    const isHeard = last_contact !== null && Date.parse(last_contact) >= began;
    const isSettled = has && (since === undefined || !isWatched(Date.parse(since), now.getTime()));
    if (isHeard && !isSettled) isThrough = false;
    if (shown > rollout.version) continue;
    const trouble = since === undefined ? undefined : troubles.get(id)?.filter((each) => each.at >= since);
    const ailment = ailmentOf(
      {
        installedAt: since === undefined ? undefined : Date.parse(since),
        since: Date.parse((since === undefined ? offered : undefined) ?? watchedSince(rollout)),
        lastContact: last_contact === null ? undefined : Date.parse(last_contact),
        listeningSince: listening,
        starts: trouble?.reduce((sum, { starts }) => sum + starts, 0) ?? 0,
        incidents: trouble?.flatMap(({ incidents }) => incidents) ?? [],
        wentBack: since !== undefined && !has,
      },
      now.getTime(),
    );
    if (since !== undefined || (offered !== undefined && ailment !== undefined)) fates.push(ailment);
  }
  return { ...seen, fresh, fates, isThrough: isThrough && isShown };
}

/** The version of the pack of a roll-out that a device shows, by what it said last. */
function shownOf(packs: string, { publisher, pack, channel }: RolloutRow): number | undefined {
  return (JSON.parse(packs) as DeviceHealth['packs']).find(
    (each) => each.library === publisher && each.pack === pack && each.channel === channel,
  )?.version;
}
