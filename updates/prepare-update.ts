import type { Manifest, ManifestFile } from '../core/contract/repository/manifest.ts';
import { changeBetween, type ManifestChange } from '../core/contract/repository/manifest-change.ts';
import type { PackOnChannel } from '../core/contract/repository/names.ts';
import { readStoredManifest } from '../core/contract/repository/stored-manifest.ts';
import { mostVersionAt } from '../core/contract/repository/version-limit.ts';
import type { CalendarDate } from '../core/domain/calendar-date.ts';
import { findingText } from '../core/domain/check/finding.ts';
import type { Verdict } from '../core/domain/rollouts/may-install.ts';
import { type BlobStore, type Content, DamagedBlobError, openBlobStore } from '../db/blobs/blob-store.ts';
import { collectLockedBlobs, neededBlobs } from '../db/blobs/collect-blobs.ts';
import { lockBlobs } from '../db/blobs/lock-blobs.ts';
import { isBeside } from '../db/content/beside.ts';
import { floorOf, thresholdOf } from '../db/content/floors.ts';
import { activeVersion } from '../db/content/install-pack.ts';
import { adoptVersion } from '../db/content/updates/adopt-version.ts';
import { stagePack } from '../db/content/updates/stage-pack.ts';
import { newestManifest, storedManifests } from '../db/content/updates/staged-packs.ts';
import { lastTrustedTime } from '../db/content/updates/trusted-metadata.ts';
import { recordUpdate } from '../db/content/updates/update-status.ts';
import type { WriteDb } from '../db/open.ts';
import { digestPack } from '../packs/digest-pack-folder.ts';
import { isMediaPath } from '../packs/pack-files.ts';
import { checkFreeSpace } from './disk.ts';
import { fetchAndCheck } from './fetch/fetch-and-check.ts';
import { type Forgetting, findNamed } from './find-named.ts';
import { readManifest } from './read-manifest.ts';
import { recordFailure } from './record-failure.ts';
import { type Refreshed, refresh, type TrustPlan } from './refresh.ts';
import type { Source } from './source/source.ts';
import { toldOfPacks } from './told-of-packs.ts';
import { asUpdateError, UpdateError, type UpdateFault } from './update-error.ts';

/** What to update, and by what day content is judged. */
export type UpdatePlan = TrustPlan & {
  readonly follow: readonly PackOnChannel[];
  readonly today: CalendarDate;
  /** By the roll-outs of the server; without it, whatever is published is installed. */
  readonly mayInstall?: (of: PackOnChannel, version: number) => Verdict;
  /** Another place on the same stick was trusted: that this one is not is no failure of the kiosk, and is not written down. */
  readonly isBeside?: boolean;
  /** Is told of what lay ready and was forgotten: it is published no more. */
  readonly forgotten?: Forgetting['forgotten'];
  /** From so many bytes on, what is on a web server is fetched by threads of its own: to start them takes a moment too. */
  readonly threadsFrom?: number | undefined;
};

/**
 * What became of one pack. `ready`: a new version lies in the store and waits to be shown. `current`: there is nothing new.
 * `older`: the repository has a version below one that was shown here. `not-published`: the repository does not have it, and
 * what is shown stays. `waits`: by the roll-outs, it is not its turn. `failed`: see the error.
 */
export type Prepared = {
  readonly pack: string;
  readonly outcome:
    | {
        readonly kind: 'ready';
        readonly version: number;
        readonly change: ManifestChange;
        /** Bytes of contents that came, and how many of them threads of their own fetched. */
        readonly moved: number;
        readonly byThreads: number;
      }
    | { readonly kind: 'current' | 'not-published' }
    | { readonly kind: 'older'; readonly version: number; readonly shown: number }
    | { readonly kind: 'waits'; readonly version: number; readonly why: string }
    | { readonly kind: 'failed'; readonly error: UpdateError };
};

/** How much room a text takes in the store, for each of its bytes: once in the store, and once on the way there. */
const ROOM = 2;
/** Faults after which the same is asked for again. */
const BROKE_OFF: ReadonlySet<UpdateFault> = new Set([
  ...(['unreachable', 'sign-in-page', 'certificate-date', 'certificate'] as const),
  ...(['slow', 'cut', 'gone'] as const),
]);
/** So many bytes take longer than threads to start. */
const THREADS_FROM = 8_000_000;
/** As long as removing what nobody needs may take. */
const PATIENCE_MS = 2_000;

/**
 * Looks at a repository and makes ready what is new: fetched, verified, checked, and put into the store unseen. Nothing that
 * visitors see changes; showing is another step. Throws UpdateError when the repository as a whole cannot be read or trusted.
 */
export async function prepareUpdate(source: Source, plan: UpdatePlan): Promise<Prepared[]> {
  const { db, dataDir, follow, now } = plan;
  return await recordFailure(db, plan.isBeside === true ? undefined : now, async () => {
    const unlock = lockBlobs(db, PATIENCE_MS);
    if (unlock === undefined)
      throw new UpdateError(
        'busy',
        'Another update of this kiosk is going on. Try again when that has ended.',
      );
    try {
      const refreshed = await refresh(source, plan);
      const blobs = openBlobStore(dataDir);
      const all: Prepared[] = [];
      for (const of of follow)
        all.push({ pack: of.pack, outcome: await prepareOne(source, of, { plan, refreshed, blobs }) });
      const failed = all.flatMap(({ outcome }) => (outcome.kind === 'failed' ? outcome.error : []));
      // What came before a line or a stick broke off is what the next look goes on from. A look at another place does not take it away
      // either, whatever came of that; only where the disk is full all goes that is not needed.
      const isFull = failed.some(({ fault }) => fault === 'disk-full');
      if (!failed.some(({ fault }) => BROKE_OFF.has(fault))) collectLockedBlobs(db, isFull ? undefined : now);
      recordUpdate(db, now, toldOfPacks(all));
      return all;
    } finally {
      unlock();
    }
  });
}

type Tools = { readonly plan: UpdatePlan; readonly refreshed: Refreshed; readonly blobs: BlobStore };

async function prepareOne(source: Source, of: PackOnChannel, tools: Tools): Promise<Prepared['outcome']> {
  try {
    const target = await findNamed(tools.refreshed, tools.plan, of);
    if (target === undefined) return { kind: 'not-published' };
    const { sha256 } = target.hashes;
    if (newestManifest(tools.plan.db, of.pack) === sha256) return { kind: 'current' };
    const manifest = await readManifest(source, of, target);
    refuseJump(manifest, Math.max(tools.plan.now, lastTrustedTime(tools.plan.db)));
    const verdict = tools.plan.mayInstall?.(of, manifest.version);
    if (verdict?.may === false && manifest.version > thresholdOf(tools.plan.db, of.pack))
      return { kind: 'waits', version: manifest.version, why: verdict.why };
    return await fetchVersion(source, sha256, manifest, tools);
  } catch (error) {
    const known = asUpdateError(error);
    if (known instanceof UpdateError) return { kind: 'failed', error: known };
    throw known;
  }
}

/** What rotted here of what another version shares is no fault of who publishes: then all is proven, and fetched where it is wrong. */
async function fetchVersion(
  source: Source,
  sha256: string,
  manifest: Manifest,
  tools: Tools,
): Promise<Prepared['outcome']> {
  try {
    return await fetchMissing(source, sha256, manifest, { ...tools, whole: neededBlobs(tools.plan.db) });
  } catch (error) {
    if (!(error instanceof DamagedBlobError)) throw error;
    return await fetchMissing(source, sha256, manifest, { ...tools, whole: new Set() });
  }
}

/** `whole`: the contents that count as right without being read. */
async function fetchMissing(
  source: Source,
  sha256: string,
  manifest: Manifest,
  {
    plan: { db, dataDir, today, threadsFrom = THREADS_FROM },
    blobs,
    whole,
  }: Tools & { readonly whole: ReadonlySet<string> },
): Promise<Prepared['outcome']> {
  const { pack: id, version, files } = manifest;
  const digest = digestPack(files);
  const signed = { sha256, body: JSON.stringify(manifest) };
  const active = activeVersion(db, id);
  // What stands beside the versions of the library gives its place to the same content under the number of the library.
  const givesWay = active !== undefined && isBeside(active.version) && version > thresholdOf(db, id);
  if (active?.digest === digest && !givesWay) {
    adoptVersion(db, id, digest, signed);
    return { kind: 'current' };
  }
  const shown = floorOf(db, id) ?? 0;
  if (version <= thresholdOf(db, id)) return { kind: 'older', version, shown };
  const change = changeBetween(manifestOf(db, id), manifest);
  const missing = missingOf(files, blobs, whole);
  const bytes = (all: readonly { length: number }[]) => all.reduce((sum, { length }) => sum + length, 0);
  const texts = files.filter(({ path }) => !isMediaPath(path));
  await checkFreeSpace(dataDir, bytes(missing) + ROOM * bytes(texts));
  const { pack, errors, moved, byThreads, onDisk } = await fetchAndCheck(
    source,
    bytes(missing) >= threadsFrom ? source.web : undefined,
    { manifest, missing, blobs, today },
  );
  if (pack === undefined)
    throw broken(id, version, errors.slice(0, 3).map(findingText).join(' | ') || 'it has errors');
  const { about } = pack;
  if (about.id !== id || about.version !== version)
    throw broken(id, version, `its pack.yaml says ${about.id} ${about.version}`);
  const media = new Map(files.map((file) => [file.path, file]));
  const staged = stagePack(db, { pack, digest, media, onDisk }, signed);
  return staged === 'older'
    ? { kind: 'older', version, shown }
    : { kind: 'ready', version, change, moved, byThreads };
}

/** Whoever could jump to the last number there is would end the pack: nothing higher could follow. */
function refuseJump({ pack, version }: Manifest, time: number): void {
  const most = mostVersionAt(time);
  if (version <= most) return;
  const day = new Date(time).toISOString().slice(0, 10);
  throw new UpdateError(
    'version-too-high',
    `${pack} ${version} has a higher number than any pack can have by ${day} (${most}). Nothing was installed. Is the clock right? Then somebody else may have published it: tell whoever publishes.`,
  );
}

/**
 * The contents that must be fetched. What a version in the store needs is there and on the disk. What else lies there was
 * fetched by an update that broke off, perhaps in a power cut: it counts only when it is right.
 */
function missingOf(
  files: readonly ManifestFile[],
  blobs: BlobStore,
  needed: ReadonlySet<string>,
): ManifestFile[] {
  const contents = [...new Map(files.map((file) => [file.sha256, file])).values()];
  return contents.filter((file) => !blobs.has(file) || (!needed.has(file.sha256) && !isRight(file, blobs)));
}

function isRight(content: Content, blobs: BlobStore): boolean {
  try {
    blobs.read(content);
    return true;
  } catch (error) {
    if (error instanceof DamagedBlobError) return false;
    throw error;
  }
}

function manifestOf(db: WriteDb, pack: string): Manifest | undefined {
  const shown = activeVersion(db, pack)?.version;
  const isShown = (manifest: Manifest | undefined) => manifest?.pack === pack && manifest.version === shown;
  return storedManifests(db).map(readStoredManifest).find(isShown);
}

function broken(pack: string, version: number, why: string): UpdateError {
  return new UpdateError(
    'pack-broken',
    `${pack} ${version} does not pass the check: ${why}. What is shown stays; tell whoever publishes.`,
  );
}
