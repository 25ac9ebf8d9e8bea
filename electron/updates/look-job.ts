import { join } from 'node:path';
import type { LookedAt } from '../../core/contract/admin.ts';
import type { CalendarDate } from '../../core/domain/calendar-date.ts';
import { openStore } from '../../db/open-store.ts';
import { look } from '../../updates/look.ts';
import { openSource } from '../../updates/open-source.ts';
import type { Belonging } from '../../updates/plan/fetch-plan.ts';
import type { Prepared } from '../../updates/prepare-update.ts';
import { recordFailure } from '../../updates/record-failure.ts';
import { type RepositorySettings, readBundledRoot } from '../../updates/settings.ts';
import { findRepositories } from '../../updates/stick/find-repositories.ts';
import { toldOfPacks } from '../../updates/told-of-packs.ts';
import { asUpdateError, UpdateError } from '../../updates/update-error.ts';
import { contentFile, type StorePlaces } from '../stores/store-places.ts';

/** What main asks: to look at a repository. Times in milliseconds since 1970. */
export type UpdaterRequest = StorePlaces & {
  readonly settings: RepositorySettings;
  /** Where a stick is mounted, to be looked at in place of the address in the settings. */
  readonly stick?: string | undefined;
  /** To which server this device belongs: what it may install is asked there first. */
  readonly belonging?: Belonging | undefined;
  /** Somebody said that what has expired may be installed all the same. */
  readonly acceptExpired?: boolean;
  readonly rootFile: string;
  readonly now: number;
  readonly today: CalendarDate;
};

/** What it answers: what became of each pack, and the same in a line for the log; or why it came to nothing. */
export type UpdaterReply =
  | {
      readonly ok: true;
      readonly packs: readonly LookedAt[];
      readonly lines: readonly string[];
      readonly failed: boolean;
    }
  | { readonly ok: false; readonly fault: string; readonly message: string };

/** Looks at the repository that is followed, or at those on a stick. What fails is told, not thrown. */
export async function lookForUpdates({ stick, ...request }: UpdaterRequest): Promise<UpdaterReply> {
  try {
    const { address } = request.settings;
    const addresses =
      stick !== undefined ? await findRepositories(stick) : address === undefined ? [] : [address];
    const replies: UpdaterReply[] = [];
    // A stick may also hold the repository of somebody else: that one is refused, and the next is looked at.
    for (const each of addresses) {
      const isBeside = replies.some(({ ok }) => ok);
      replies.push(await lookAt(each, request, { byHand: stick !== undefined, isBeside }));
    }
    const [only] = replies;
    return only !== undefined && replies.length === 1 ? only : together(replies);
  } catch (error) {
    return failure(error);
  }
}

async function lookAt(
  address: string,
  { settings, rootFile, now, today, belonging, acceptExpired = false, ...places }: UpdaterRequest,
  { byHand, isBeside }: { readonly byHand: boolean; readonly isBeside: boolean },
): Promise<UpdaterReply> {
  const { nativeBinding, migrationsDir, dataDir } = places;
  const store = openStore(contentFile(places), join(migrationsDir, 'content'), {
    nativeBinding,
    proveSound: false,
  });
  if (store.db === undefined) return { ok: false, fault: store.fault, message: store.detail };
  try {
    // A folder that is not there, or no root: that no look can begin is told as any other failure is.
    const { source, bundledRoot } = await recordFailure(store.db, isBeside ? undefined : now, async () => ({
      source: await openSource(address),
      bundledRoot: readBundledRoot(rootFile),
    }));
    const forgotten: string[] = [];
    const { prepared, silence } = await look(source, {
      ...{ db: store.db, dataDir, now, today, acceptExpired, belonging, byHand, isBeside },
      ...{ follow: settings.follow, bundledRoot },
      forgotten: (pack, version) => forgotten.push(`${pack} ${version}: taken out, it is published no more`),
    });
    const lines = [
      ...forgotten,
      ...prepared.map(lineOf),
      ...(silence === undefined ? [] : [`plan: ${silence}`]),
    ];
    return {
      ok: true,
      packs: prepared.map(lookedAt),
      lines,
      failed: prepared.some(({ outcome }) => outcome.kind === 'failed'),
    };
  } catch (error) {
    return failure(error);
  } finally {
    store.db.close();
  }
}

function lineOf({ pack, outcome }: Prepared): string {
  const version = 'version' in outcome ? ` ${outcome.version}` : '';
  const why =
    outcome.kind === 'failed'
      ? `: ${outcome.error.message}`
      : outcome.kind === 'waits'
        ? `: ${outcome.why}`
        : outcome.kind === 'ready'
          ? `, ${outcome.moved} bytes came, ${outcome.byThreads} of them by threads`
          : '';
  return `${pack}${version}: ${outcome.kind}${why}`;
}

function lookedAt({ pack, outcome }: Prepared): LookedAt {
  return {
    pack,
    kind: outcome.kind,
    version: 'version' in outcome ? outcome.version : null,
    fault: toldOfPacks([{ pack, outcome }])?.fault ?? null,
  };
}

/** Of several places on a stick, those that are trusted count; where none is, all of them failed. */
function together(replies: readonly UpdaterReply[]): UpdaterReply {
  const isTrusted = replies.some(({ ok }) => ok);
  return {
    ok: true,
    packs: replies.flatMap((reply) => (reply.ok ? reply.packs : [])),
    lines: replies.flatMap((reply) => (reply.ok ? reply.lines : [`${reply.fault}: ${reply.message}`])),
    failed: replies.some((reply) => (reply.ok ? reply.failed : !isTrusted)),
  };
}

function failure(error: unknown): UpdaterReply {
  const known = asUpdateError(error);
  return known instanceof UpdateError
    ? { ok: false, fault: known.fault, message: known.message }
    : { ok: false, fault: 'bug', message: String((known as Error).stack) };
}
