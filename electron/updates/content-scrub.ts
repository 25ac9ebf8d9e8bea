import type { Trouble } from '../../core/contract/about.ts';
import type { CalendarDate } from '../../core/domain/calendar-date.ts';
import { numberOf } from '../../db/content/beside.ts';
import { readScrubStatus } from '../../db/content/updates/scrub-status.ts';
import type { WriteDb } from '../../db/open.ts';
import { nameOf, type Rot } from '../../updates/scrub/scrub-plan.ts';
import type { Log } from '../log.ts';
import type { KeepContentIncident } from '../stores/content-incidents.ts';
import type { StorePlaces } from '../stores/store-places.ts';
import type { ScrubReply, ScrubRequest } from './scrub-job.ts';

/** What the scrub needs of the rest of the app. */
export type ContentScrubPlan = StorePlaces & {
  readonly packsDir: string;
  readonly log: Log;
  readonly now: () => Date;
  readonly today: () => CalendarDate;
  /** Does something once, so many milliseconds from now. */
  readonly later: (act: () => void, ms: number) => void;
  /** Milliseconds between two looks at whether it is time. */
  readonly everyMs: number;
  readonly runScrub: (
    request: ScrubRequest,
    options: { readonly signal: AbortSignal; readonly hear: (rot: Rot) => void },
  ) => Promise<ScrubReply>;
  readonly change: <T>(act: (content: WriteDb) => T) => T | undefined;
  /** Looks at every page of the store, and builds it again when it is damaged. */
  readonly mend: (damage: unknown) => Promise<void>;
  readonly isQuiet: () => boolean;
  readonly redraw: () => void;
  /** Where sticks are mounted. */
  readonly sticks: () => readonly string[];
  /** Writes down, for the server too, what was lost. */
  readonly incident: KeepContentIncident;
  /** Tells staff that something is wrong; that is written down already. */
  readonly remind: (trouble: Trouble, detail: string) => void;
  /** Tells staff that it is right again. */
  readonly report: (trouble: Trouble, detail: undefined) => void;
};

/** The look at all that is stored, in the background. */
export type ContentScrub = {
  /** Somebody is there: the look is broken off, and goes on later. */
  readonly visited: () => void;
  /** Something was found damaged: the next rest is the time to look at all of it. */
  readonly soon: () => void;
};

const DAY_MS = 86_400_000;
/** While something is lost: staff may have plugged in a stick, or a network may be back, and nobody says so to the scrub. */
const LOST_MS = 600_000;
type RottenVersion = Extract<Rot, { kind: 'version' }>;

/**
 * Looks at all that is stored once a day, and every ten minutes while something of it is lost, by a process of its own behind everything else, and only while nobody is there. What has
 * rotted is healed where it can be; of a text that cannot, the version before is shown, or the one that came with the app. A store that cannot
 * be read is built again.
 */
export function startContentScrub(plan: ContentScrubPlan): ContentScrub {
  const { log, dataDir, migrationsDir, nativeBinding, packsDir } = plan;
  let running: AbortController | undefined;
  let again = false;
  const lostNow = () => plan.change((db) => readScrubStatus(db).lost) ?? [];
  const isDue = () =>
    plan.change((db) => {
      // What lies in memory does not rot on a disk, and the disk is not used then.
      if (db.memory) return false;
      const { finished_at: finished, lost } = readScrubStatus(db);
      const age = plan.now().getTime() - (finished ?? 0);
      // What was lost is looked for again soon.
      return finished === null || age > (lost.length > 0 ? LOST_MS : DAY_MS) || age < 0;
    }) === true;
  const toldBefore = () => {
    const status = plan.change(readScrubStatus);
    return new Set([...(status?.lost ?? []), ...(status?.losing ?? [])]);
  };
  // Whoever switched it on since knows nothing of it, and a look is told of what it finds only. The server was told when it was lost.
  const [first] = toldBefore();
  if (first !== undefined) plan.remind('content-lost', lostText(first));

  const look = async () => {
    if (running !== undefined || !plan.isQuiet() || !(again || isDue())) return;
    running = new AbortController();
    const { signal } = running;
    const before = toldBefore();
    const fresh: Rot[] = [];
    const hear = (rot: Rot) => {
      const name = nameOf(rot);
      if (rot.from !== undefined) {
        log.trouble('content-healed', `${name} had rotted on this disk, and is whole again from ${rot.from}`);
        return;
      }
      const text = lostText(name);
      // It is told of once.
      if (!before.has(name)) {
        log.trouble('content-lost', text);
        plan.incident('content-lost', text);
      }
      fresh.push(rot);
      plan.remind('content-lost', text);
    };
    const reply = await plan.runScrub(
      {
        ...{ job: 'scrub', dataDir, migrationsDir, nativeBinding, packsDir, again, sticks: plan.sticks() },
        ...{ now: plan.now().getTime(), today: plan.today() },
      },
      { signal, hear },
    );
    running = undefined;
    if (reply.ok) {
      again = false;
      // Of the whole look, also when a visitor or a power cut broke it off meanwhile.
      const lost = lostNow();
      const isNews = lost.length === 0 || lost.some((name) => !before.has(name));
      if (isNews) log.note('content-looked-at', lost.length === 0 ? 'all is whole' : `${lost.length} lost`);
      if (lost.length === 0) plan.report('content-lost', undefined);
    } else if (!signal.aborted) {
      log.trouble('scrub-failed', `${reply.fault}: ${reply.message}`);
      if (reply.fault === 'unreadable') await buildAgain(reply.message);
    }
    const versions = fresh.filter((rot): rot is RottenVersion => rot.kind === 'version' && rot.isShown);
    for (const each of versions) await giveWay(each);
  };

  // Nothing can be healed in a store that cannot be read. With somebody there it waits: the next look finds the same.
  const buildAgain = async (damage: string) => {
    // In memory it was built already, because the disk does not take it: looking again and again brings nothing.
    again = false;
    if (!plan.isQuiet() || plan.change((db) => db.memory) === true) return;
    await plan.mend(damage);
    if (plan.isQuiet()) plan.redraw();
  };

  const giveWay = async ({ pack, version }: RottenVersion) => {
    const { fallBack } = await import('../../db/content/updates/fall-back.ts');
    const { showFactoryPack } = await import('./show-factory-pack.ts');
    // From here on nothing is waited for: whoever touches the screen now does so before or after.
    if (!plan.isQuiet()) {
      again = true;
      return;
    }
    const shown = plan.change(
      (db) =>
        fallBack(db, pack, version, plan.now().getTime()) ??
        showFactoryPack(db, {
          ...{ packsDir, pack, rotten: version },
          ...{ today: plan.today(), now: plan.now().getTime() },
        }),
    );
    if (shown === undefined) return;
    log.note('pack-shown', `${pack} ${numberOf(shown)}, in place of ${numberOf(version)}`);
    plan.redraw();
  };

  const schedule = () =>
    plan.later(async () => {
      await look().catch((error) => log.trouble('scrub-failed', String((error as Error).stack ?? error)));
      schedule();
    }, plan.everyMs);
  schedule();
  return {
    visited: () => running?.abort(),
    soon: () => {
      again = true;
    },
  };
}

function lostText(name: string): string {
  return `${name} has rotted on this disk, and nothing near has it again`;
}
