import { type Fetcher, Updater } from 'tuf-js';
import { DownloadHTTPError, ExpiredMetadataError } from 'tuf-js/dist/error.js';
import { ManifestTarget } from '../core/contract/repository/manifest.ts';
import { PackOnChannel, targetPath } from '../core/contract/repository/names.ts';
import {
  lastTrustedTime,
  type MetadataFiles,
  raiseTrustedTime,
} from '../db/content/updates/trusted-metadata.ts';
import type { WriteDb } from '../db/open.ts';
import { checkMetadata } from './check-metadata.ts';
import { isFromBefore } from './from-before.ts';
import { readWhole, type Source, SourceError } from './source/source.ts';
import { keepTrust, restoreTrust, trustFolder } from './trust-folder.ts';
import { asUpdateError, UnsignedError, UpdateError } from './update-error.ts';

/** What a kiosk trusts, and where it keeps that. */
export type TrustPlan = {
  readonly db: WriteDb;
  readonly dataDir: string;
  /** root.json as it came with the app, or from whoever set up this kiosk. */
  readonly bundledRoot: Buffer;
  /** Milliseconds since 1970, by the clock of this machine. */
  readonly now: number;
  /** Somebody said that what has expired may be installed all the same. What is older than what is known is still refused. */
  readonly acceptExpired?: boolean;
};

/** Signed metadata that is trusted: says which manifest a pack on a channel has, or that there is none. Throws UpdateError. */
export type Refreshed = { readonly find: (of: PackOnChannel) => Promise<ManifestTarget | undefined> };

/** tuf-js asks by address; this one is never called. */
const NOWHERE = 'http://repository.invalid/metadata/';
const LIMITS = {
  maxRootRotations: 256,
  maxDelegations: 2,
  rootMaxLength: 100_000,
  timestampMaxLength: 16_384,
  snapshotMaxLength: 500_000,
  targetsMaxLength: 1_000_000,
  fetchRetry: false,
};

/**
 * Fetches the metadata of a repository and trusts what is rightly signed, not older than what was trusted before, and not
 * expired. The clock may be wrong: time never goes back behind the last moment at which metadata was trusted.
 * Throws UpdateError; what was trusted before still is.
 */
export async function refresh(source: Source, plan: TrustPlan): Promise<Refreshed> {
  const { db, dataDir, bundledRoot } = plan;
  const folder = trustFolder(dataDir);
  const time = Math.max(plan.now, lastTrustedTime(db));
  const fetcher = fetcherOf(source);
  let isAnew = false;
  const trusting = async <T>(act: () => Promise<T>): Promise<T> => {
    try {
      const made = await act();
      isAnew = false;
      return made;
    } catch (error) {
      const why = judged(fetcher.failure() ?? error, time);
      const isOld =
        why instanceof UpdateError &&
        why.fault === 'untrusted' &&
        (await isFromBefore(source, db, fetcher.timestamp()));
      throw isOld ? rolledBack(error as Error) : why;
    } finally {
      // Each step that was trusted counts, also when a later one was not. A root that belongs to nothing here takes nothing's place.
      if (!isAnew) keepTrust(db, folder, fetcher.roots);
    }
  };
  try {
    isAnew = restoreTrust(db, folder, bundledRoot);
    // Never with a root from before the newest, whatever goes wrong: keys that were revoked since would count again.
    const updater = openUpdater(folder, fetcher);
    setTime(updater, plan.acceptExpired === true ? 0 : time);
    await trusting(() => updater.refresh());
    const find = (of: PackOnChannel) => trusting(() => findTarget(updater, of));
    if (plan.acceptExpired !== true) raiseTrustedTime(db, time);
    return { find };
  } catch (error) {
    throw asUpdateError(error);
  }
}

/** Only names that can be names of ours are looked up: tuf-js finds "constructor" in every list. */
async function findTarget(updater: Updater, of: PackOnChannel): Promise<ManifestTarget | undefined> {
  if (!PackOnChannel.safeParse(of).success) return undefined;
  // Who joined and has published nothing yet is on the list of libraries, and in no snapshot: tuf-js trips over that.
  if (!isAnnounced(updater, of.library)) return undefined;
  const found = await updater.getTargetInfo(targetPath(of));
  if (found === undefined) return undefined;
  const { length, hashes, custom } = found;
  return ManifestTarget.parse({ length, hashes, custom });
}

function openUpdater(folder: string, fetcher: Fetcher): Updater {
  try {
    return new Updater({ metadataDir: folder, metadataBaseUrl: NOWHERE, fetcher, config: LIMITS });
  } catch (error) {
    const known = asUpdateError(error);
    if (known instanceof UpdateError) throw known;
    throw new UpdateError(
      'no-root',
      `The root of trust in ${folder} cannot be read (${(error as Error).message.slice(0, 200)}). What is shown stays; try again, and tell whoever made this version when it stays so.`,
      error,
    );
  }
}

/** Does the snapshot that is trusted name metadata of this library? A library that it ever named stays in it: tuf-js looks after that. */
function isAnnounced(updater: Updater, library: string): boolean {
  const { snapshot } = trustedSetOf(updater);
  return snapshot !== undefined && Object.hasOwn(snapshot.signed.meta, `${library}.json`);
}

/** tuf-js asks the clock itself, and has no door for another one. */
function setTime(updater: Updater, time: number): void {
  trustedSetOf(updater).referenceTime = new Date(time);
}

/** What tuf-js trusts at this moment; it has no door for that either. */
type TrustedSet = {
  referenceTime: Date;
  readonly snapshot?: { readonly signed: { readonly meta: Readonly<Record<string, unknown>> } };
};

function trustedSetOf(updater: Updater): TrustedSet {
  const trusted: unknown = Reflect.get(updater, 'trustedSet');
  if (
    typeof trusted !== 'object' ||
    trusted === null ||
    !(Reflect.get(trusted, 'referenceTime') instanceof Date)
  )
    throw new Error('This version of tuf-js keeps its reference time elsewhere.');
  return trusted as TrustedSet;
}

/**
 * Gives tuf-js the files of a source, each looked at first. tuf-js wraps what goes wrong, so that is remembered here, and so are the
 * roots that came: it keeps the last one only.
 */
function fetcherOf(source: Source): Fetcher & {
  failure: () => unknown;
  roots: MetadataFiles;
  timestamp: () => Buffer | undefined;
} {
  let failure: unknown;
  let timestamp: Buffer | undefined;
  const roots = new Map<string, Buffer>();
  return {
    failure: () => failure,
    roots,
    timestamp: () => timestamp,
    downloadBytes: async (url, most) => {
      const name = url.slice(NOWHERE.length);
      failure = undefined;
      try {
        const bytes = await readWhole(source, `metadata/${name}`, most);
        checkMetadata(name, bytes);
        if (name.endsWith('.root.json')) roots.set(name, bytes);
        if (name === 'timestamp.json') timestamp = bytes;
        return bytes;
      } catch (error) {
        // After the newest root comes none: that is how tuf-js knows.
        if (error instanceof SourceError && error.fault === 'missing' && name.endsWith('.root.json'))
          throw new DownloadHTTPError(error.message, 404);
        failure = error;
        throw error;
      }
    },
    downloadFile: () => Promise.reject(new Error('Only metadata is fetched this way.')),
  };
}

/** What went wrong, in the words of an operator. tuf-js keeps the kind of some errors in their message only. */
function judged(error: unknown, time: number): unknown {
  const known = asUpdateError(error);
  if (known instanceof UpdateError) return known;
  const { message } = error as Error;
  const day = new Date(time).toISOString().slice(0, 10);
  if (error instanceof ExpiredMetadataError || /expired/i.test(message))
    return new UpdateError(
      'expired',
      `The signatures of the repository have expired by ${day}. What is shown stays in use. Is the clock right? Else whoever publishes must sign anew.`,
      error,
    );
  if (/less than current|does(n't| not) match|Missing file .* in new snapshot|Expected version/.test(message))
    return rolledBack(error as Error);
  const Untrusted = /was signed by \d+\/\d+ keys/.test(message) ? UnsignedError : UpdateError;
  return new Untrusted(
    'untrusted',
    `The repository is not rightly signed (${message.slice(0, 200)}). Nothing was installed; tell whoever publishes.`,
    error,
  );
}

function rolledBack(cause: Error): UpdateError {
  return new UpdateError(
    'rolled-back',
    `The repository is older than what this kiosk has seen, or mixes old and new (${cause.message.slice(0, 200)}). Nothing was installed; copy it anew, or tell whoever publishes.`,
    cause,
  );
}
