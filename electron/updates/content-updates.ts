import { join } from 'node:path';
import type { CalendarDate } from '../../core/domain/calendar-date.ts';
import type { WriteDb } from '../../db/open.ts';
import type { RepositorySettings } from '../../updates/settings.ts';
import type { Log } from '../log.ts';
import type { StorePlaces } from '../stores/store-places.ts';
import type { UpdaterReply, UpdaterRequest } from './updater.ts';

/** What updates need of the rest of the app. */
export type UpdatesPlan = StorePlaces & {
  readonly log: Log;
  readonly now: () => Date;
  readonly today: () => CalendarDate;
  /** Milliseconds until the next look, after so many failures in a row; undefined before the first look. */
  readonly untilNext: (failures: number | undefined) => number;
  /** Does something once, so many milliseconds from now. */
  readonly later: (act: () => void, ms: number) => void;
  readonly runUpdater: (request: UpdaterRequest) => Promise<UpdaterReply>;
  /** Shows what lies ready in the content store. Undefined when there is no store, or when it does not go in. */
  readonly change: <T>(act: (content: WriteDb) => T) => T | undefined;
  /** Is nobody using the kiosk? */
  readonly isQuiet: () => boolean;
  /** Draws the first screen anew. */
  readonly redraw: () => void;
};

/** Updates of the content, in the background. */
export type ContentUpdates = {
  /** A visit is over and the next screen is not yet drawn: the moment to show what lies ready. */
  readonly visitOver: () => void;
};

/**
 * Looks at the repository now and then, when repository.json in the data folder names one. What is new is made ready by a process
 * of its own, and shown in one step when nobody is using the kiosk: never in the middle of a visit.
 */
export function startContentUpdates(plan: UpdatesPlan): ContentUpdates {
  const { log, dataDir, migrationsDir, nativeBinding } = plan;
  let failures: number | undefined;
  // Something may lie ready from before the start.
  let mayBeReady = true;

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
  const showReady = async (): Promise<boolean> => {
    if (!mayBeReady) return false;
    const { stagedPacks } = await import('../../db/content/updates/staged-packs.ts');
    // What shows a pack brings what indexes it, which is large: mostly nothing lies ready.
    if (plan.change((db) => stagedPacks(db).length === 0)) {
      mayBeReady = false;
      return false;
    }
    const { showStagedPack } = await import('../../db/content/updates/show-pack.ts');
    // From here on nothing is waited for: whoever touches the screen now does so before or after, not in between.
    if (!plan.isQuiet()) return false;
    mayBeReady = false;
    const shown =
      plan.change((db) => stagedPacks(db).filter((id) => showStagedPack(db, id) === 'shown')) ?? [];
    if (shown.length > 0) log.note('pack-shown', shown.join(', '));
    return shown.length > 0;
  };
  const sync = async (settings: RepositorySettings) => {
    const reply = await plan.runUpdater({
      ...{ dataDir, migrationsDir, nativeBinding, settings },
      rootFile: join(dataDir, 'root.json'),
      now: plan.now().getTime(),
      today: plan.today(),
    });
    const failed = !reply.ok || reply.failed;
    mayBeReady = true;
    failures = failed ? (failures ?? 0) + 1 : 0;
    const said = reply.ok ? reply.lines.join(' | ') : `${reply.fault}: ${reply.message}`;
    if (failed) log.trouble('update-failed', said);
    else log.note('update-looked', said);
    if (await showReady()) plan.redraw();
  };
  const schedule = () =>
    plan.later(async () => {
      const settings = await settingsOf();
      if (settings !== undefined)
        await sync(settings).catch((error) =>
          log.trouble('update-failed', String((error as Error).stack ?? error)),
        );
      schedule();
    }, plan.untilNext(failures));
  schedule();
  return {
    visitOver: () =>
      void showReady()
        .then((shown) => shown && plan.redraw())
        .catch((error) => log.trouble('update-failed', String(error))),
  };
}
