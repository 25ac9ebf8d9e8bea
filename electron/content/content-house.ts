import type { Trouble } from '../../core/contract/about.ts';
import type { CalendarDate } from '../../core/domain/calendar-date.ts';
import type { ContentIncident } from '../../core/domain/rollouts/content-incident.ts';
import { hasContent } from '../../db/content/read-content.ts';
import { packsToIndex } from '../../db/content/search/packs-to-index.ts';
import type { ReadDb, WriteDb } from '../../db/open.ts';
import { readSentUntil } from '../../db/ops/sent-until.ts';
import { faultOf } from '../../db/store-fault.ts';
import type { Log } from '../log.ts';
import { type KeepContentIncident, keepContentIncidents } from '../stores/content-incidents.ts';
import { copyWhenDue } from '../stores/daily-copy.ts';
import { openContent, openContentInMemory } from '../stores/open-content.ts';
import { openOps } from '../stores/open-ops.ts';
import { recallInto } from '../stores/recall-into.ts';
import { recordTroubles } from '../stores/record-troubles.ts';
import { attempt, makeDataFolder, type StorePlaces, type Tell } from '../stores/store-places.ts';
import { watchWrites } from '../stores/watch-writes.ts';
import { fillDirectory } from './factory-directory.ts';
import { type FillBeside, fillPacks } from './fill-packs.ts';

/** A store that is damaged again and again lies on a disk that cannot be trusted: the content goes on in memory. */
const MOST_MENDS = 3;
/** How often a reader asks, when it finds damage. */
const MOST_TRIES = 2;

/** The stores of this kiosk and the content in them. */
export type ContentHouse = {
  /** Up to when all was at the server, before anything of this start went there: an ISO 8601 time; undefined when nobody knows. */
  readonly sentUntil?: string | undefined;
  readonly troubles: () => readonly Trouble[];
  /** Tells staff of something that is wrong; without a detail, that it is right again. */
  readonly report: (trouble: Trouble, detail: string | undefined) => void;
  /** Tells staff of something that is wrong and is written down already: the server does not hear of it again. */
  readonly remind: (trouble: Trouble, detail: string) => void;
  /** Writes down what content may have brought about, for the server too; not more than a few an hour, and only when it goes in. */
  readonly incident: KeepContentIncident;
  readonly today: () => CalendarDate;
  /**
   * Reads from the content, once there is some or it is certain that there is none; `otherwise` when there is no store.
   * A store that is found damaged while it is read is built again first.
   */
  readonly read: <T>(ask: (db: ReadDb) => T, otherwise: () => T) => Promise<T>;
  /** Comes when all that came with the app is in the store, or cannot be: readers wait only for the first of it. */
  readonly filled: () => Promise<void>;
  /** Brings what came with the app in where it can come now: somebody let go of a version. Comes when that is done; what fails is told. */
  readonly fillAgain: () => Promise<void>;
  /**
   * Writes into the ops store. Undefined when there is none, or when it does not go in: that is logged, staff hear of a disk that is full
   * or a store that broke, and it stops nobody.
   */
  readonly write: <T>(act: (ops: WriteDb, now: Date) => T) => T | undefined;
  /** Copies the ops store, when its newest copy is a day old. */
  readonly copy: () => void;
  /**
   * Changes the content store. Undefined when there is none, or when the change does not go in: that is logged, and what is shown
   * stays. A store that is found damaged is built again, and the change is gone.
   */
  readonly change: <T>(act: (content: WriteDb) => T) => T | undefined;
  /**
   * Somebody found the content store damaged: every page is looked at, and it is set aside and built again when that is so. Comes when
   * what came with the app is in it again.
   */
  readonly mend: (damage: unknown) => Promise<void>;
};

/** What the house is built on. */
export type HousePlan = StorePlaces & {
  readonly packsDir: string;
  /** Where the directory of services lies that came with the app. */
  readonly directoryDir?: string | undefined;
  /** Has a process of its own bring the packs in; without it they are brought in here. */
  readonly fillBeside?: FillBeside | undefined;
  readonly now: () => Date;
  readonly log: Log;
};

/** Opens the stores and sees to it that the content that came with the app is in them. */
export function openContentHouse(plan: HousePlan): ContentHouse {
  const { log, now } = plan;
  const stamp = () => now().toISOString().replaceAll(/\D/g, '');
  const today = () => localDay(now());
  const troubles = new Map<Trouble, string>();
  const tell: Tell = (trouble, detail) => {
    troubles.set(trouble, detail);
    log.trouble(trouble, detail);
  };

  makeDataFolder(plan, tell);
  const sentUntil = readSentUntil(plan.dataDir, now());
  const ops = openOps(plan, { tell, log }, { stamp: stamp(), now: now() });
  const knowing = (db: WriteDb | undefined) =>
    recallInto(db, plan.dataDir, {
      log,
      wasRebuilt: troubles.has('content-rebuilt') || troubles.has('content-newer'),
    });
  let content = knowing(openContent(plan, tell, { stamp: stamp(), wasDamaged: false }));
  let mends = 0;
  let ready: Promise<void> = Promise.resolve();
  const recorded = new Set<Trouble>();
  const record = (trouble: Trouble | ContentIncident, detail: string, at = now()) => {
    if (ops !== undefined) recordTroubles(ops, new Map([[trouble, detail]]), { now: at, log });
  };
  const incident = keepContentIncidents(record, now);
  const watched = { tell: log.trouble, past: record };
  const opsWrites = watchWrites(watched, now, 'ops-damaged');
  const contentWrites = watchWrites(watched, now);

  const remind: ContentHouse['remind'] = (trouble, detail) => {
    troubles.set(trouble, detail);
    recorded.add(trouble);
  };
  const report: ContentHouse['report'] = (trouble, detail) => {
    if (detail === undefined) troubles.delete(trouble);
    else if (!troubles.has(trouble)) {
      remind(trouble, detail);
      record(trouble, detail);
    }
  };
  const copy = ({ isStarting = false } = {}) => {
    if (ops !== undefined) copyWhenDue(ops, { places: plan, now: now(), log, report }, { isStarting });
  };
  const isEmpty = () => content === undefined || !hasContent(content);
  // What indexes and reads packs is large and mostly not needed, so it is loaded when it is.
  const index = async () => {
    if (content === undefined || packsToIndex(content).length === 0) return;
    const { indexShownPacks } = await import('../../db/content/search/index-packs.ts');
    if (content !== undefined) indexShownPacks(content);
  };
  const fill = async () => {
    await index();
    await fillPacks(() => content, plan, { today: today(), told: { tell, log } });
    if (content !== undefined && plan.directoryDir !== undefined)
      await fillDirectory(content, plan.directoryDir, { tell, log });
  };
  const settle = async (): Promise<void> => {
    try {
      await fill().catch((error: unknown) => {
        if (isDamage(error)) throw error;
        log.trouble('content-not-filled', String(error));
      });
      if (isEmpty()) tell('no-content', 'there is no pack in the store, and none could be installed');
    } catch (error) {
      return mend(error);
    }
    const fresh = new Map([...troubles].filter(([code]) => !recorded.has(code)));
    for (const code of fresh.keys()) recorded.add(code);
    if (ops !== undefined) recordTroubles(ops, fresh, { now: now(), log });
    copy({ isStarting: true });
  };
  const mend = (damage: unknown): Promise<void> => {
    log.trouble('content-damaged', String(damage));
    incident('content-damaged', String(damage));
    attempt(() => content?.close());
    const options = { stamp: stamp(), wasDamaged: true };
    content = knowing(++mends > MOST_MENDS ? openContentInMemory(plan) : openContent(plan, tell, options));
    ready = settle();
    return ready;
  };

  const settled = settle();
  const look = attempt(isEmpty);
  // With content in the store nobody waits for the look at the packs that came with the app.
  if (!('done' in look) || look.done) ready = settled;

  const answer = <T>(ask: (db: ReadDb) => T, otherwise: () => T) =>
    content === undefined ? otherwise() : ask(content);

  return {
    sentUntil,
    troubles: () => [...new Set([...troubles.keys(), ...opsWrites.troubles(), ...contentWrites.troubles()])],
    report,
    remind,
    incident,
    today,
    copy,
    filled: () => settled,
    fillAgain: settle,
    change: (act) => {
      if (content === undefined) return undefined;
      const done = contentWrites.attempt(content, act);
      if ('done' in done) return done.done;
      log.trouble('content-not-changed', String(done.error));
      const fault = faultOf(done.error);
      if (fault === 'unreadable') void mend(done.error);
      // A disk that takes nothing says nothing of a version, and would not take this either.
      else if (fault !== 'disk-full' && fault !== 'not-writable')
        incident('content-not-changed', String(done.error));
      return undefined;
    },
    mend,
    write: (act) => {
      if (ops === undefined) return undefined;
      const done = opsWrites.attempt(ops, (db) => act(db, now()));
      if ('done' in done) return done.done;
      log.trouble('ops-not-written', String(done.error));
      return undefined;
    },
    read: async (ask, otherwise) => {
      for (let tries = 1; ; ) {
        const seen = ready;
        await seen;
        // Another reader may have found damage meanwhile.
        if (seen !== ready) continue;
        try {
          return answer(ask, otherwise);
        } catch (error) {
          if (!isDamage(error) || ++tries > MOST_TRIES) throw error;
          void mend(error);
        }
      }
    },
  };
}

function isDamage(error: unknown): boolean {
  return faultOf(error) === 'unreadable';
}

/** The day on the clock of this machine. Not with Intl: its first use loads tables, for tens of milliseconds. */
function localDay(time: Date): CalendarDate {
  const two = (part: number) => String(part).padStart(2, '0');
  return `${time.getFullYear()}-${two(time.getMonth() + 1)}-${two(time.getDate())}`;
}
