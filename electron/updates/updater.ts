import { join } from 'node:path';
import type { CalendarDate } from '../../core/domain/calendar-date.ts';
import { openStore } from '../../db/open-store.ts';
import { openSource } from '../../updates/open-source.ts';
import { prepareUpdate } from '../../updates/prepare-update.ts';
import { type RepositorySettings, readBundledRoot } from '../../updates/settings.ts';
import { asUpdateError, UpdateError } from '../../updates/update-error.ts';
import { contentFile, type StorePlaces } from '../stores/store-places.ts';
import { type ScrubRequest, scrubStore } from './scrub-job.ts';

/** What main asks of this process. Times in milliseconds since 1970. */
export type UpdaterRequest = StorePlaces & {
  readonly settings: RepositorySettings;
  readonly rootFile: string;
  readonly now: number;
  readonly today: CalendarDate;
};

/** What it answers: what became of each pack, in a line for the log; or why it came to nothing. */
export type UpdaterReply =
  | { readonly ok: true; readonly lines: readonly string[]; readonly failed: boolean }
  | { readonly ok: false; readonly fault: string; readonly message: string };

// A process of its own: what comes from outside is read here, and the screens do not feel it.
process.parentPort.once('message', async ({ data }) => {
  const request = data as UpdaterRequest | ScrubRequest;
  const reply =
    'job' in request
      ? await scrubStore(request, (told) => process.parentPort.postMessage({ told }))
      : await run(request);
  process.parentPort.postMessage(reply);
  process.exit(0);
});

async function run({ settings, rootFile, now, today, ...places }: UpdaterRequest): Promise<UpdaterReply> {
  const { nativeBinding, migrationsDir, dataDir } = places;
  const store = openStore(contentFile(places), join(migrationsDir, 'content'), {
    nativeBinding,
    proveSound: false,
  });
  if (store.db === undefined) return { ok: false, fault: store.fault, message: store.detail };
  try {
    const prepared = await prepareUpdate(await openSource(settings.address), {
      ...{ db: store.db, dataDir, now, today, follow: settings.follow },
      bundledRoot: readBundledRoot(rootFile),
    });
    const lines = prepared.map(({ pack, outcome }) => {
      const version = 'version' in outcome ? ` ${outcome.version}` : '';
      return `${pack}${version}: ${outcome.kind}${outcome.kind === 'failed' ? `: ${outcome.error.message}` : ''}`;
    });
    return { ok: true, lines, failed: prepared.some(({ outcome }) => outcome.kind === 'failed') };
  } catch (error) {
    const known = asUpdateError(error);
    const fault = known instanceof UpdateError ? known.fault : 'bug';
    const message = known instanceof UpdateError ? known.message : String((known as Error).stack);
    return { ok: false, fault, message };
  } finally {
    store.db.close();
  }
}
