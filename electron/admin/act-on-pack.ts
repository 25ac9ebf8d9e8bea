import type { ActResult, PackOrder } from '../../core/contract/admin.ts';
import type { CalendarDate } from '../../core/domain/calendar-date.ts';
import { numberOf } from '../../db/content/beside.ts';
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
import { versionBefore } from '../../db/content/updates/version-before.ts';
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

/** Whether it was done; if not, why. */
type Outcome = 'done' | 'nothing' | 'changed';

/**
 * Does with a pack what an admin asks, in one transaction: the functions of the store that `balie content` uses too. What visitors see
 * changes at once; there is none while an admin is signed in.
 */
export function actOnPack(plan: ActPlan, order: PackOrder): ActResult {
  const doIt = preparedAct(plan, order);
  const done = plan.change((db) => {
    const outcome = doIt(db, plan.now().getTime());
    return { outcome, version: numbered(activeVersion(db, order.pack)?.version) };
  });
  if (done === undefined) return { kind: 'refused' };
  const { outcome, version } = done;
  if (outcome !== 'done') return { kind: outcome };
  return version === undefined ? { kind: 'nothing' } : { kind: 'done', version };
}

/** Loads what an act needs; what it returns waits for nothing. */
function preparedAct({ packsDir, today }: ActPlan, order: PackOrder): (db: WriteDb, now: number) => Outcome {
  const { pack } = order;
  switch (order.act) {
    case 'install':
      return (db) => {
        // The updater may lay another one ready meanwhile: it is another process.
        const outcome = db
          .transaction(() => {
            const isMeant = meant(order.version, stagedVersion(db, pack));
            if (isMeant !== 'done') return isMeant;
            // Who installs now means it, also when a version was held.
            letGoOfPack(db, pack);
            return showStagedPack(db, pack) === 'shown' ? 'done' : 'nothing';
          })
          .immediate();
        keepFloors(db);
        return outcome;
      };
    case 'hold':
      return (db, now) => {
        const isMeant = meant(order.version, numbered(activeVersion(db, pack)?.version));
        if (isMeant === 'done') holdPack(db, pack, now);
        return isMeant;
      };
    case 'release':
      return (db) => {
        letGoOfPack(db, pack);
        return 'done';
      };
    case 'roll-back':
      return (db, now) => {
        const isMeant = meant(order.version, numbered(versionBefore(db, pack)));
        if (isMeant === 'done') rollBackPack(db, pack, now);
        return isMeant;
      };
    case 'factory': {
      const loaded = loadFactoryPack(packsDir, pack, today());
      return (db, now) => {
        if (loaded?.ok !== true) return 'nothing';
        rollBackTo(db, loaded, now);
        return 'done';
      };
    }
  }
}

/** As people call it, and the screen did. */
function numbered(stored: number | undefined): number | undefined {
  return stored === undefined ? undefined : numberOf(stored);
}

/** May it be done? Only with the version that was named. */
function meant(named: number, there: number | undefined): Outcome {
  if (there === undefined) return 'nothing';
  return there === named ? 'done' : 'changed';
}

function loadFactoryPack(packsDir: string, packId: string, today: CalendarDate): LoadedPack | undefined {
  const folder = factoryFolders(packsDir).get(packId);
  return folder === undefined ? undefined : loadPackFolder(folder, today);
}
