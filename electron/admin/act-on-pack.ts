import type { ActResult, PackAct } from '../../core/contract/admin.ts';
import type { CalendarDate } from '../../core/domain/calendar-date.ts';
import { activeVersion } from '../../db/content/install-pack.ts';
import { keepFloors } from '../../db/content/kept-floors.ts';
import {
  holdPack,
  letGoOfPack,
  rollBackPack,
  rollBackTo,
  showStagedPack,
} from '../../db/content/updates/show-pack.ts';
import { stagedVersion } from '../../db/content/updates/staged-packs.ts';
import type { WriteDb } from '../../db/open.ts';
import { type LoadedPack, loadPackFolder } from '../../packs/load-pack-folder.ts';
import { factoryFolders } from './factory-folders.ts';

/** What acting on a pack needs of the rest of the app. */
export type ActPlan = {
  /** Changes the content store. Undefined when there is none, or when the change does not go in. */
  readonly change: <T>(act: (content: WriteDb) => T) => T | undefined;
  readonly packsDir: string;
  readonly today: () => CalendarDate;
  readonly now: () => Date;
};

/**
 * Does with a pack what an admin asks, in one transaction: the functions of the store that `balie content` uses too. What visitors see
 * changes at once; there is none while an admin is signed in.
 */
export function actOnPack(plan: ActPlan, act: PackAct, packId: string): ActResult {
  const doIt = preparedAct(plan, act, packId);
  const done = plan.change((db) => {
    const worked = doIt(db, plan.now().getTime());
    return { worked, version: activeVersion(db, packId)?.version };
  });
  if (done === undefined) return { kind: 'refused' };
  return done.worked && done.version !== undefined
    ? { kind: 'done', version: done.version }
    : { kind: 'nothing' };
}

/** Loads what an act needs; what it returns waits for nothing. It says whether there was something to do it with. */
function preparedAct(
  { packsDir, today }: ActPlan,
  act: PackAct,
  packId: string,
): (db: WriteDb, now: number) => boolean {
  switch (act) {
    case 'install':
      return (db) => {
        if (stagedVersion(db, packId) === undefined) return false;
        // Who installs now means it, also when a version was held.
        const isShown = db
          .transaction(() => {
            letGoOfPack(db, packId);
            return showStagedPack(db, packId) === 'shown';
          })
          .immediate();
        keepFloors(db);
        return isShown;
      };
    case 'hold':
      return (db, now) => {
        holdPack(db, packId, now);
        return activeVersion(db, packId) !== undefined;
      };
    case 'release':
      return (db) => {
        letGoOfPack(db, packId);
        return true;
      };
    case 'roll-back':
      return (db, now) => rollBackPack(db, packId, now) !== undefined;
    case 'factory': {
      const loaded = loadFactoryPack(packsDir, packId, today());
      return (db, now) => {
        if (loaded?.ok !== true) return false;
        rollBackTo(db, loaded, now);
        return true;
      };
    }
  }
}

function loadFactoryPack(packsDir: string, packId: string, today: CalendarDate): LoadedPack | undefined {
  const folder = factoryFolders(packsDir).get(packId);
  return folder === undefined ? undefined : loadPackFolder(folder, today);
}
