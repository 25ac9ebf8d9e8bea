import { join } from 'node:path';
import type { CalendarDate } from '../../core/domain/calendar-date.ts';
import { markScrub } from '../../db/content/updates/scrub-status.ts';
import { openStore } from '../../db/open-store.ts';
import { DamagedStoreError, faultOf } from '../../db/store-fault.ts';
import { openSource } from '../../updates/open-source.ts';
import { healSources } from '../../updates/scrub/heal-sources.ts';
import { scrub } from '../../updates/scrub/scrub.ts';
import type { Rot } from '../../updates/scrub/scrub-plan.ts';
import { type Source, SourceError } from '../../updates/source/source.ts';
import { findRepositories } from '../../updates/stick/find-repositories.ts';
import { contentFile, type StorePlaces } from '../stores/store-places.ts';

/** What main asks: to look at all that is stored. */
export type ScrubRequest = StorePlaces & {
  readonly job: 'scrub';
  readonly packsDir: string;
  /** Where sticks are mounted: they may hold a repository. */
  readonly sticks: readonly string[];
  /** Begin anew, wherever the last look came. */
  readonly again: boolean;
  /** Milliseconds since 1970. */
  readonly now: number;
  readonly today: CalendarDate;
};

/** What had rotted is told as it is found; at last comes one of these. The fault `unreadable`: the store itself is damaged. */
export type ScrubReply =
  | { readonly ok: true }
  | { readonly ok: false; readonly fault: string; readonly message: string };

/** For each millisecond of work so many of rest, and at least some: nobody feels it, and it takes an evening at most. */
const REST = 4;
const LEAST_REST_MS = 50;

/** Looks at all that is stored, slowly. `tell` hears what had rotted. Never throws. */
export async function scrubStore(request: ScrubRequest, tell: (rot: Rot) => void): Promise<ScrubReply> {
  const { nativeBinding, migrationsDir, dataDir, packsDir, now, today } = request;
  const store = openStore(contentFile(request), join(migrationsDir, 'content'), {
    nativeBinding,
    proveSound: false,
  });
  if (store.db === undefined) return { ok: false, fault: store.fault, message: store.detail };
  const { db } = store;
  try {
    const given = (await Promise.all(request.sticks.map(openStick))).flat();
    const sources = await healSources({ dataDir, packsDir, given });
    if (request.again) markScrub(db, null);
    const pause = (workedMs: number) =>
      new Promise<void>((rested) => void setTimeout(rested, Math.max(LEAST_REST_MS, REST * workedMs)));
    await scrub({ db, packsDir, sources, today, now: () => now, pause, tell });
    return { ok: true };
  } catch (error) {
    const fault = isOfStore(error) && faultOf(error) === 'unreadable' ? 'unreadable' : 'failed';
    return { ok: false, fault, message: String((error as Error).stack ?? error) };
  } finally {
    db.close();
  }
}

/** A disk that cannot read a picture says nothing of the store: to build that again would not help. */
function isOfStore(error: unknown): boolean {
  return (
    error instanceof DamagedStoreError || String((error as { code?: unknown }).code).startsWith('SQLITE_')
  );
}

/** The repositories on a stick. A stick that was taken out has none. */
async function openStick(place: string): Promise<Source[]> {
  try {
    return await Promise.all((await findRepositories(place)).map(openSource));
  } catch (error) {
    if (error instanceof SourceError) return [];
    throw error;
  }
}
