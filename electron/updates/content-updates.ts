import { join } from 'node:path';
import type { CalendarDate } from '../../core/domain/calendar-date.ts';
import { isTurnOfAny } from '../../db/content/updates/is-turn-of-any.ts';
import type { TurnsTaken } from '../../db/content/updates/take-turns.ts';
import { recordNoUpdate, type UpdateFailure } from '../../db/content/updates/update-status.ts';
import type { WriteDb } from '../../db/open.ts';
import type { Belonging } from '../../updates/plan/fetch-plan.ts';
import type { RepositorySettings } from '../../updates/settings.ts';
import type { MountedPlace } from '../../updates/stick/mounted-places.ts';
import { newPlaces } from '../../updates/stick/new-places.ts';
import type { Log } from '../log.ts';
import type { StorePlaces } from '../stores/store-places.ts';
import type { UpdaterReply, UpdaterRequest } from './look-job.ts';

/** Between two looks whether the library is closed, while something waits for that. */
const WAITING_MS = 60_000;
/** A look at the repository that was broken off for a stick, or did not begin. */
const GAVE_WAY = 'gave-way';
const NOTHING: TurnsTaken = { shown: [], waits: false };

/** What updates need of the rest of the app. */
export type UpdatesPlan = StorePlaces & {
  readonly log: Log;
  readonly now: () => Date;
  readonly today: () => CalendarDate;
  /** Milliseconds until the next look, after so many failures in a row; undefined before the first look. */
  readonly untilNext: (failures: number | undefined) => number;
  /** Does something once, so many milliseconds from now. */
  readonly later: (act: () => void, ms: number) => void;
  /** Where sticks are mounted now. */
  readonly sticks: () => readonly MountedPlace[];
  /** Does something again and again, every few seconds. */
  readonly often: (act: () => void) => void;
  /** The signal breaks it off. */
  readonly runUpdater: (request: UpdaterRequest, signal: AbortSignal | undefined) => Promise<UpdaterReply>;
  /** Shows what lies ready in the content store. Undefined when there is no store, or when it does not go in. */
  readonly change: <T>(act: (content: WriteDb) => T) => T | undefined;
  /** To which server this device belongs, if to any. */
  readonly belonging?: () => Belonging | undefined;
  /** Is nobody using the kiosk? */
  readonly isQuiet: () => boolean;
  /** Draws the first screen anew. */
  readonly redraw: () => void;
};

/** Updates of the content, in the background. */
export type ContentUpdates = {
  /**
   * A visit is over and the next screen is not yet drawn: the moment to show what lies ready. Whoever draws waits for the promise,
   * which never fails; undefined when there is nothing to wait for.
   */
  readonly visitOver: () => Promise<void> | undefined;
  /**
   * Looks now, at the repository or at a stick, and tells what came of it: at a stick after whatever other stick is looked at, at the
   * repository after whatever look is going on. Undefined when no repository is followed, or it has no address. What is new is shown
   * when nobody is there, as ever.
   */
  readonly look: (wanted: LookWanted) => Promise<UpdaterReply | undefined>;
  /** Is a look going on? */
  readonly isLooking: () => boolean;
  /** Somebody let go of a version: what lies ready is shown when nobody is there. */
  readonly reconsider: () => void;
};

/** What an admin wants to be looked at: the repository, or where a stick is mounted. */
export type LookWanted = { readonly stick?: string | undefined; readonly acceptExpired: boolean };

/**
 * Looks at the repository now and then, when repository.json in the data folder names one, and at each stick that is plugged in.
 * What is new is made ready by a process of its own, one at a time, and shown in one step when nobody is using the kiosk: never in
 * the middle of a visit. A stick goes first: a look at the repository, which a bad network draws out for hours, is broken off for it and
 * begins again afterwards, with what had come.
 */
export function startContentUpdates(plan: UpdatesPlan): ContentUpdates {
  const { log, dataDir, migrationsDir, nativeBinding } = plan;
  let failures: number | undefined;
  // Something may lie ready from before the start.
  let mayBeReady = true;
  /** What lies ready could not be shown: the next look tries again, and not every visit. */
  let isStuck = false;
  let isWaiting = false;

  // What reads and shows is loaded when it is needed: most kiosks look at no repository, and a start has no time for it.
  const settingsOf = async (): Promise<RepositorySettings | undefined> => {
    try {
      const { readRepositorySettings } = await import('../../updates/settings.ts');
      return readRepositorySettings(dataDir);
    } catch (error) {
      log.trouble('repository-wrong', (error as Error).message);
      return undefined;
    }
  };
  // What waits for closing time is looked at again: no visit ends at that moment.
  const showLater = () => {
    if (isWaiting) return;
    isWaiting = true;
    plan.later(async () => {
      isWaiting = false;
      mayBeReady = true;
      try {
        if (await showReady()) plan.redraw();
        else if (mayBeReady) showLater(); // Somebody was there.
      } catch (error) {
        log.trouble('update-failed', String(error));
      }
    }, WAITING_MS);
  };
  /** Whoever looks after the kiosk reads why nothing new comes: what a process wrote down itself, it said in the same words. */
  const tellFailure = ({ fault, message }: UpdateFailure) =>
    plan.change((db) => recordNoUpdate(db, plan.now().getTime(), { fault, message }));
  const tellBroken = async (error: Error) => {
    const { asUpdateError, UpdateError } = await import('../../updates/update-error.ts');
    const known = asUpdateError(error);
    const fault = known instanceof UpdateError ? known.fault : 'unknown';
    tellFailure({ fault, message: `What lies ready could not be shown. ${(known as Error).message}` });
  };
  const showReady = async (): Promise<boolean> => {
    if (!mayBeReady) return false;
    // What shows a pack brings what indexes it, which is large: mostly nothing lies ready.
    if (plan.change((db) => !isTurnOfAny(db))) {
      mayBeReady = false;
      return false;
    }
    const { takeTurns } = await import('../../db/content/updates/take-turns.ts');
    // From here on nothing is waited for: whoever touches the screen now does so before or after, not in between.
    if (!plan.isQuiet()) return false;
    mayBeReady = false;
    isStuck = false;
    let broke: Error | undefined;
    const turns = plan.change((db) => {
      try {
        return takeTurns(db, plan.now().getTime());
      } catch (error) {
        broke = error as Error;
        isStuck = true;
        throw error;
      }
    });
    if (broke !== undefined) await tellBroken(broke);
    const { shown, waits } = turns ?? NOTHING;
    if (waits) showLater();
    if (shown.length > 0) log.note('pack-shown', shown.join(', '));
    return shown.length > 0;
  };
  let looking = 0;
  const run = async (
    settings: RepositorySettings,
    wanted: LookWanted,
    signal?: AbortSignal,
  ): Promise<UpdaterReply> => {
    const request = {
      ...{ dataDir, migrationsDir, nativeBinding, settings, ...wanted, belonging: plan.belonging?.() },
      rootFile: join(dataDir, 'root.json'),
      now: plan.now().getTime(),
      today: plan.today(),
    };
    const reply = await plan.runUpdater(request, signal);
    mayBeReady = true;
    if (!reply.ok && !signal?.aborted) tellFailure(reply);
    return reply;
  };
  let sticksWaiting = 0;
  let breaksOff = new AbortController();
  const sync = async (
    settings: RepositorySettings,
    acceptExpired: boolean,
  ): Promise<UpdaterReply | typeof GAVE_WAY> => {
    if (sticksWaiting > 0) return GAVE_WAY;
    const { signal } = breaksOff;
    const reply = await run(settings, { acceptExpired }, signal);
    if (signal.aborted && !reply.ok) {
      log.note('update-gave-way', 'a stick goes first');
      return GAVE_WAY;
    }
    const failed = hasFailed(reply);
    failures = failed ? (failures ?? 0) + 1 : 0;
    if (failed) log.trouble('update-failed', saidBy(reply));
    else log.note('update-looked', saidBy(reply));
    if (await showReady()) plan.redraw();
    return reply;
  };
  const syncStick = async (
    settings: RepositorySettings,
    stick: string,
    acceptExpired: boolean,
  ): Promise<UpdaterReply> => {
    const reply = await run(settings, { stick, acceptExpired });
    if (hasFailed(reply)) log.trouble('stick-failed', `${stick}: ${saidBy(reply)}`);
    else log.note('stick-looked', `${stick}: ${saidBy(reply) || 'there is no repository on it'}`);
    if (await showReady()) plan.redraw();
    return reply;
  };
  // Two processes that update would wait for each other in the store, and write the same files.
  let last: Promise<unknown> = Promise.resolve();
  const inTurn = async <T>(act: (settings: RepositorySettings) => Promise<T>): Promise<T | undefined> => {
    looking++;
    const mine = last.then(async () => {
      const settings = await settingsOf();
      return settings === undefined ? undefined : await act(settings);
    });
    last = mine.catch(() => undefined);
    try {
      return await mine;
    } catch (error) {
      log.trouble('update-failed', String((error as Error).stack ?? error));
      return undefined;
    } finally {
      looking--;
    }
  };
  const lookAtRepository = async (acceptExpired: boolean): Promise<UpdaterReply | undefined> => {
    const reply = await inTurn(async (settings) =>
      settings.address === undefined ? undefined : await sync(settings, acceptExpired),
    );
    return reply === GAVE_WAY ? await lookAtRepository(acceptExpired) : reply;
  };
  const lookAtStick = async (stick: string, acceptExpired: boolean): Promise<UpdaterReply | undefined> => {
    sticksWaiting++;
    breaksOff.abort();
    breaksOff = new AbortController();
    try {
      return await inTurn((settings) => syncStick(settings, stick, acceptExpired));
    } finally {
      sticksWaiting--;
    }
  };
  const schedule = () =>
    plan.later(async () => {
      await lookAtRepository(false);
      schedule();
    }, plan.untilNext(failures));
  schedule();
  const plugged = newPlaces(plan.sticks);
  plan.often(() => {
    for (const { folder } of plugged()) void lookAtStick(folder, false);
  });
  return {
    visitOver: () => {
      // Whoever works at the command line brings a version, or lets go of one, without a word to this process.
      mayBeReady ||= !isStuck && plan.change(isTurnOfAny) === true;
      if (!mayBeReady) return undefined;
      return showReady().then(
        () => undefined,
        (error) => log.trouble('update-failed', String(error)),
      );
    },
    look: ({ stick, acceptExpired }) =>
      stick === undefined ? lookAtRepository(acceptExpired) : lookAtStick(stick, acceptExpired),
    isLooking: () => looking > 0,
    reconsider: () => {
      mayBeReady = true;
    },
  };
}

function hasFailed(reply: UpdaterReply): boolean {
  return !reply.ok || reply.failed;
}

function saidBy(reply: UpdaterReply): string {
  return reply.ok ? reply.lines.join(' | ') : `${reply.fault}: ${reply.message}`;
}
