import type { AdminStatus, PackStatus } from '../../core/contract/admin.ts';
import { readUpdateStatus, type UpdateStatus } from '../../db/content/updates/update-status.ts';
import type { ReadDb } from '../../db/open.ts';
import { listActs } from '../../db/ops/audit.ts';
import { listPeople } from '../../db/ops/people.ts';
import { shownSince } from '../../db/ops/versions-shown.ts';
import { contentStatus } from '../../updates/content-status.ts';
import { freeBytes } from '../../updates/free-bytes.ts';
import { readRepositorySettings, WrongSettingsError } from '../../updates/settings.ts';
import type { ContentHouse } from '../content/content-house.ts';
import { factoryFolders } from './factory-folders.ts';
import { noteShown } from './note-shown.ts';

/** What the admin's home is told from. */
export type StatusPlan = {
  readonly house: Pick<ContentHouse, 'change' | 'write' | 'troubles' | 'today'>;
  readonly dataDir: string;
  readonly packsDir: string;
  readonly now: () => Date;
  readonly sticks: () => readonly { readonly folder: string }[];
  readonly isLooking: () => boolean;
};

const ACTS_TOLD = 30;

/** All that the admin's home tells. What cannot be read is told as not there: the troubles say why. */
export async function adminStatus(plan: StatusPlan): Promise<AdminStatus> {
  const { house, dataDir, packsDir, sticks, isLooking, now } = plan;
  const factory = new Set(factoryFolders(packsDir).keys());
  noteShown(house, now());
  const since = (packId: string, version: number) => house.write((ops) => shownSince(ops, packId, version));
  const content = house.change((db) => ({
    packs: contentStatus(db, { now: now().getTime(), today: house.today(), shownSince: since, factory }),
    updates: readUpdateStatus(db),
  }));
  return {
    ...repositoryIn(dataDir),
    ...updatesTold(content?.updates),
    packs: content?.packs ?? ([] as PackStatus[]),
    looking: isLooking(),
    freeBytes: freeBytes(dataDir) ?? 0,
    sticks: sticks().map(({ folder }) => folder),
    troubles: [...house.troubles()],
    acts: house.write(actsTold) ?? [],
  };
}

function actsTold(ops: ReadDb) {
  const names = new Map(listPeople(ops).map(({ id, name }) => [id, name]));
  return listActs(ops, ACTS_TOLD).map(({ at, act, person, detail }) => ({
    ...{ at, act, detail: names.get(detail) ?? detail },
    who: names.get(person ?? '') ?? null,
  }));
}

function updatesTold(updates: UpdateStatus | undefined) {
  const time = (at: number | null | undefined) => (at == null ? null : new Date(at).toISOString());
  return {
    contactedAt: time(updates?.contacted_at),
    failedAt: time(updates?.failed_at),
    failure: updates?.failure ?? null,
  };
}

function repositoryIn(dataDir: string): Pick<AdminStatus, 'follows' | 'address' | 'settingsFault'> {
  const settingsFault = null;
  try {
    const settings = readRepositorySettings(dataDir);
    if (settings === undefined) return { follows: 'none', address: null, settingsFault };
    const { address } = settings;
    return address === undefined
      ? { follows: 'sticks', address: null, settingsFault }
      : { follows: 'address', address, settingsFault };
  } catch (error) {
    const twice = error instanceof WrongSettingsError ? [...error.twice] : [];
    return {
      follows: twice.length > 0 ? 'twice' : 'wrong',
      address: null,
      settingsFault: { message: (error as Error).message, twice },
    };
  }
}
