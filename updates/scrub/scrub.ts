import { type Content, DamagedBlobError } from '../../db/blobs/blob-store.ts';
import { blobsOf } from '../../db/blobs/blobs-of.ts';
import { collectBlobs } from '../../db/blobs/collect-blobs.ts';
import { activeVersion } from '../../db/content/install-pack.ts';
import { judgeVersion, layProof } from '../../db/content/proof.ts';
import { forgetVersion } from '../../db/content/updates/fall-back.ts';
import { finishScrub, markScrub, noteLost, readScrubStatus } from '../../db/content/updates/scrub-status.ts';
import { wasGoneBackFrom } from '../../db/content/updates/version-before.ts';
import { findContent } from './heal-source.ts';
import { healVersion } from './heal-version.ts';
import { nameOf, type Rot, type ScrubPlan } from './scrub-plan.ts';

/**
 * Looks at all that is shown or could be, one slice after another, and heals what has rotted: the rows of every version, and every
 * picture. It can be broken off at any moment, and goes on from there the next time. What no version needs is removed at last, but not
 * what an update fetched that broke off in the last week. Returns what had rotted in the part that was looked at. Throws SqliteError when the
 * store itself cannot be read or written, and the error of the disk (`EACCES`, `EROFS`, `EIO`) when what lies beside it cannot.
 */
export async function scrub(plan: ScrubPlan): Promise<Rot[]> {
  const { db, now, pause } = plan;
  const rotten: Rot[] = [];
  const { reached } = readScrubStatus(db);
  for (const { key, look } of slicesOf(plan).filter((slice) => reached === null || slice.key > reached)) {
    const began = performance.now();
    const rot = await look();
    if (rot !== undefined) {
      if (rot.from === undefined) noteLost(db, nameOf(rot));
      rotten.push(rot);
      plan.tell?.(rot);
    }
    markScrub(db, key);
    await pause(performance.now() - began);
  }
  collectBlobs(db, now());
  finishScrub(db, now());
  return rotten;
}

/** A small part of a look. Keys are in the order of the looks, and tell what comes after what in the next run too. */
type Slice = { readonly key: string; readonly look: () => Promise<Rot | undefined> };

function slicesOf(plan: ScrubPlan): Slice[] {
  const { db } = plan;
  const versions = db
    .prepare<[], { pack: string; version: number }>('SELECT pack_id AS pack, version FROM pack_versions')
    .all()
    .map(({ pack, version }) => ({
      key: `1 ${pack} ${String(version).padStart(10, '0')}`,
      look: () => lookAtVersion(plan, pack, version),
    }));
  const pictures = db
    .prepare<[], Content>('SELECT DISTINCT sha256, size AS length FROM media')
    .all()
    .map((content) => ({ key: `2 ${content.sha256}`, look: () => lookAtPicture(plan, content) }));
  return [...versions, ...pictures].sort((one, other) => (one.key < other.key ? -1 : 1));
}

async function lookAtVersion(plan: ScrubPlan, pack: string, version: number): Promise<Rot | undefined> {
  const verdict = judgeVersion(plan.db, pack, version);
  if (verdict === 'unproven') layProof(plan.db, pack, version);
  if (verdict !== 'rotten') return undefined;
  const from = await healVersion(plan, pack, version);
  const isShown = activeVersion(plan.db, pack)?.version === version;
  // Nothing shows it by itself. What lay ready the next update fetches again, and what is older is published no more; only what somebody
  // went back from stays, and is looked for again as what is shown is.
  if (from === undefined && !isShown && !wasGoneBackFrom(plan.db, pack, version))
    forgetVersion(plan.db, pack, version);
  return { kind: 'version', pack, version, isShown, from };
}

async function lookAtPicture({ db, sources }: ScrubPlan, content: Content): Promise<Rot | undefined> {
  const blobs = blobsOf(db);
  try {
    blobs.read(content);
    return undefined;
  } catch (error) {
    if (!(error instanceof DamagedBlobError)) throw error;
  }
  const found = await findContent(sources, content);
  if (found !== undefined) blobs.sync([blobs.put(found.bytes)]);
  return { kind: 'picture', sha256: content.sha256, from: found?.from };
}
