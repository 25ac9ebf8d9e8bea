import { rmSync } from 'node:fs';
import { join } from 'node:path';
import type { Trouble } from '../../core/contract/about.ts';
import type { ReadDb, WriteDb } from '../../db/open.ts';
import { type OpenedStore, openStore } from '../../db/open-store.ts';
import { recordAct, recordLost } from '../../db/ops/audit.ts';
import { hasWholeCopy, restoreCopy, timeOfCopy, writeCopy } from '../../db/ops/copies.ts';
import { keepNumbersRising, passOnQuestions } from '../../db/ops/desk/pass-on.ts';
import { rottenQuestion } from '../../db/ops/desk/question-proof.ts';
import { skipRevisions } from '../../db/ops/desk/revision-floor.ts';
import { skipSayings } from '../../db/ops/handovers/handovers.ts';
import { isOfValues } from '../../db/ops/index-mending.ts';
import { removeWhoLeft } from '../../db/ops/left-files.ts';
import { OPS_OPTIONS } from '../../db/ops/ops-options.ts';
import { recountQuestions } from '../../db/ops/recount-questions.ts';
import { rottenRow } from '../../db/ops/row-proof.ts';
import { sealOnce, wasSealed } from '../../db/ops/seal-once.ts';
import { takeBackTold } from '../../db/ops/told-files.ts';
import { sizeOf } from '../../db/read-image.ts';
import { setAside } from '../../db/set-aside.ts';
import { faultOf, type StoreFault } from '../../db/store-fault.ts';
import { makePepper, readPepper } from '../../trust/pin/pepper.ts';
import type { Log } from '../log.ts';
import { mendLog } from './keep-audit-whole.ts';
import { keepRowsWhole } from './keep-rows-whole.ts';
import { attempt, copiesFolder, opsFile, type StorePlaces, type Tell } from './store-places.ts';

/** What was set aside may hold what no copy has, so more than one is kept. */
const KEPT_ASIDE = 5;

/** What staff hear of an ops store that is left as it is, and not opened. */
const TROUBLES: Readonly<Record<Exclude<StoreFault, 'unreadable'>, Trouble>> = {
  newer: 'ops-newer',
  drift: 'ops-drift',
  'broken-app': 'ops-drift',
  'disk-full': 'disk-full',
  'not-writable': 'not-writable',
};

/**
 * Opens the store of what staff wrote, which cannot be built again. A damaged one is set aside and brought back from
 * its newest whole copy; one of a newer version, or that drifts as its copies do, is left exactly as it is. Undefined when there is none
 * to use. `stamp`: for the name of what is set aside.
 */
export function openOps(
  places: StorePlaces,
  { tell, log }: { readonly tell: Tell; readonly log: Log },
  { stamp, now }: { readonly stamp: string; readonly now: Date },
): WriteDb | undefined {
  const file = opsFile(places);
  const open = () => openProven(file, { places, log, now });
  const leave = (fault: Exclude<StoreFault, 'unreadable'>, detail: string) => {
    tell(TROUBLES[fault], `${detail}; left untouched and not opened`);
    return undefined;
  };
  const isNew = sizeOf(file) === 0;
  const found = isGone(places) ? GONE : open();
  const first =
    found.fault === 'drift' && copyIsGood({ places, log, now })
      ? { ...found, fault: 'unreadable' as const }
      : found;
  if (first.fault === undefined) {
    sealLog(first.db, { places, log, now });
    const said = attempt(() => isNew && sayLost(first.db, { places, now }));
    if ('error' in said) tell('not-writable', String(said.error));
    return first.db;
  }
  if (first.fault !== 'unreadable') return leave(first.fault, first.detail);
  const mended = attempt(() => {
    const aside = setAside(file, 'unreadable', stamp, KEPT_ASIDE);
    return { aside, restored: restoreCopy(copiesFolder(places), file) };
  });
  // Never an empty store while a copy waits: tomorrow it would be copied over the good one.
  if ('error' in mended) return leave(cannotWrite(mended.error), `${first.detail}; ${String(mended.error)}`);
  const { aside, restored } = mended.done;
  const how = restored ? 'brought back from a copy' : 'no whole copy, begun anew';
  tell(restored ? 'ops-restored' : 'ops-lost', `${first.detail}; set aside as ${aside}; ${how}`);
  const newest = open();
  // What rotted before a copy was made is in that copy, and may not be in the one before it.
  const older = restored && newest.fault === 'unreadable' ? openOlder({ places, log, now }) : undefined;
  const again = older ?? newest;
  if (again.fault === undefined) {
    // Before anything writes a copy, which would be of now.
    const from = restored ? timeOfCopy(copiesFolder(places), older !== undefined) : undefined;
    sealLog(again.db, { places, log, now }); // Before a line is added, which would say that the log was broken.
    const told = attempt(() => takeBackTold(again.db, places.dataDir));
    // Before it is told again, it is tried again (`closeOwnMonths`).
    if ('error' in told) tell('not-writable', String(told.error));
    const caughtUp = attempt(() => {
      if (!restored) sayLost(again.db, { places, now });
      else if (from !== undefined) sayRestored(again.db, { places, now, from });
    });
    if ('error' in caughtUp) tell('not-writable', String(caughtUp.error));
    const skipped = attempt(() => {
      skipSayings(again.db);
      skipRevisions(again.db);
      // A store that rots again must not come back from before the numbers were skipped.
      if (restored) writeCopy(again.db, copiesFolder(places));
    });
    if ('error' in skipped) tell('not-writable', String(skipped.error));
    return again.db;
  }
  return leave(again.fault === 'unreadable' ? 'not-writable' : again.fault, again.detail);
}

/** The log of an older version is sealed once, when what rotted in it is mended; what fails is tried again at the next start. */
function sealLog(db: WriteDb, { places, log, now }: Opening): void {
  const { dataDir } = places;
  const sealed = attempt(() => {
    if (wasSealed(dataDir)) return;
    mendLog(db, { places, now, log });
    sealOnce(db, dataDir, makePepper);
  });
  if ('error' in sealed) log.trouble('audit-not-sealed', String(sealed.error));
}

/** The log says from when the store is, and whoever left since leaves once more. Throws SqliteError, and the error of the disk. */
function sayRestored(
  db: WriteDb,
  { places, now, from }: { readonly places: StorePlaces; readonly now: Date; readonly from: Date },
): void {
  const [at, key] = [now.toISOString(), makePepper(places.dataDir)];
  recordAct(db, { at, act: 'restored', person: null, detail: from.toISOString() }, key);
  removeWhoLeft(db, places.dataDir, { at, key });
}

/** Of a device that had a store before, whatever became of it. Throws SqliteError, and the error of the disk. */
function sayLost(db: WriteDb, { places, now }: Pick<Opening, 'places' | 'now'>): void {
  recordLost(db, now.toISOString(), readPepper(places.dataDir));
}

/** Undefined when there is no older copy, or it cannot be put there. */
function openOlder(by: Opening): OpenedStore | undefined {
  const put = attempt(() => restoreCopy(copiesFolder(by.places), opsFile(by.places), true));
  return 'done' in put && put.done ? openProven(opsFile(by.places), by) : undefined;
}

/** Where it lies, and when it is opened. */
type Opening = { readonly places: StorePlaces; readonly log: Log; readonly now: Date };

function openProven(file: string, by: Opening): OpenedStore {
  const { nativeBinding, migrationsDir } = by.places;
  let isSound = true;
  const mendable = (db: ReadDb, says: readonly string[]) => {
    isSound = false;
    return isOfValues(db, says);
  };
  const options = { nativeBinding, ...OPS_OPTIONS, proveSound: true, mendable };
  const opened = openStore(file, join(migrationsDir, 'ops'), options);
  return proven(opened, by, isSound);
}

/**
 * Whoever wrote a store wrote its copies too: where these steps do not drift and those of the store do, the list of steps has rotted. Tried
 * on another copy of the copy, which is gone afterwards.
 */
function copyIsGood(by: Opening): boolean {
  const { places } = by;
  const tried = `${opsFile(places)}.tried`;
  const outcome = attempt(() => {
    if (!restoreCopy(copiesFolder(places), tried)) return false;
    const { db } = openProven(tried, by);
    db?.close();
    return db !== undefined;
  });
  for (const suffix of ['', '-wal', '-shm']) attempt(() => rmSync(tried + suffix, { force: true }));
  return 'done' in outcome && outcome.done;
}

/**
 * A store that SQLite takes for sound (`isSound`), and whose questions, people or PINs are not what was written, is damaged all the same. Where only their counts are
 * not, they are counted once more: nothing is lost. Where the questions are what was written, the rest is mended in its place (`keepRowsWhole`). What was logged last, and not passed on before the program or the power went, is passed
 * on now.
 */
function proven(opened: OpenedStore, { places, log, now }: Opening, isSound: boolean): OpenedStore {
  const { db } = opened;
  if (db === undefined) return opened;
  const recount = recountQuestions();
  const rotten = attempt(() => {
    const found = rottenQuestion(db, recount.add);
    if (found !== undefined || (isSound && rottenRow(db) === undefined)) return found;
    return keepRowsWhole(db, { places, now, log });
  });
  const detail = 'done' in rotten ? rotten.done : String(rotten.error);
  if (detail !== undefined) return unreadable(db, detail);
  const mended = attempt(() => {
    keepNumbersRising(db);
    passOnQuestions(db);
    return recount.mend(db);
  });
  if ('done' in mended) {
    if (mended.done) log.trouble('questions-recounted', 'the counts were not those of the questions');
    return opened;
  }
  const fault = faultOf(mended.error);
  if (fault !== 'disk-full' && fault !== 'not-writable') return unreadable(db, String(mended.error));
  // A disk that is full is no damage: the questions are all there, and it is tried again at the next start.
  log.trouble('questions-not-recounted', String(mended.error));
  return opened;
}

function unreadable(db: WriteDb, detail: string): OpenedStore {
  db.close();
  return { fault: 'unreadable', detail };
}

const GONE: OpenedStore = { fault: 'unreadable', detail: 'the store is gone, and a copy of it is here' };

/** At a first start there is no store, and no copy either. */
function isGone(places: StorePlaces): boolean {
  return sizeOf(opsFile(places)) === 0 && hasWholeCopy(copiesFolder(places));
}

function cannotWrite(error: unknown): 'disk-full' | 'not-writable' {
  return faultOf(error) === 'disk-full' ? 'disk-full' : 'not-writable';
}
