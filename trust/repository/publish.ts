import type { Manifest } from '../../core/contract/repository/manifest.ts';
import { changeBetween, type ManifestChange } from '../../core/contract/repository/manifest-change.ts';
import {
  type Channel,
  Channel as Channels,
  type PackOnChannel,
  targetPath,
} from '../../core/contract/repository/names.ts';
import { blobPlace, manifestPlace } from '../../core/contract/repository/places.ts';
import { mostVersionAt } from '../../core/contract/repository/version-limit.ts';
import type { SigningKey } from '../keys/open-key.ts';
import { TrustError } from '../trust-error.ts';
import { manifestsOfNumber } from './find-number.ts';
import { lastVersionOf } from './find-version.ts';
import { LostManifestError, readManifest, type StoredManifest, storeManifest } from './read-manifest.ts';
import type { Repository } from './read-repository.ts';
import { type Published, readPublished, signLibrary, type Targets } from './sign-library.ts';

/**
 * What publishing will do. `again`: this very content is on the channel already, so nothing is signed. `lost`: why the manifest of what was
 * published before cannot be read, so that nobody can tell what changes.
 */
export type Plan = {
  readonly change: ManifestChange;
  readonly before: number | undefined;
  readonly again: boolean;
  readonly lost: string | undefined;
  readonly path: string;
  readonly stored: StoredManifest;
  readonly manifest: Manifest;
  readonly published: Published;
};

/**
 * Where nothing of the pack is on the other channel, it may have been retired there, or never have been there: so many lists are looked at,
 * the newest first, and at a web server so many numbers in a row that are not there any more. The server's refresh looks at all.
 */
export const LISTS_OF_RETIRED = 20;

/**
 * What a new version of a pack changes on a channel. A version has one content: what is, or was, on the other channel under the same number
 * is the same manifest, byte for byte. A manifest that was damaged in the repository is made anew: kiosks compare the version and the
 * content themselves. Throws TrustError when the version does not rise, is higher than can be by now, or was another content before.
 */
export async function planPublishing(
  repository: Repository,
  key: SigningKey,
  wanted: Manifest,
  channel: Channel,
): Promise<Plan> {
  const most = mostVersionAt(Date.parse(wanted.created_at));
  if (wanted.version > most)
    throw new TrustError(
      `Version ${wanted.version} of ${wanted.pack} is too high: kiosks take in nothing above ${most} now. Choose a lower version in pack.yaml; one more than the last is enough.`,
    );
  const published = await readPublished(repository, key);
  const pathOn = (on: Channel) => targetPath({ library: wanted.library, pack: wanted.pack, channel: on });
  let lost: string | undefined;
  const present = async (on: Channel) => {
    const target = published.targets[pathOn(on)];
    if (target === undefined) return undefined;
    try {
      return await readManifest(repository.files, pathOn(on), target);
    } catch (error) {
      if (!(error instanceof LostManifestError)) throw error;
      if (on === channel) lost = error.message;
      return undefined;
    }
  };
  const before = await present(channel);
  let manifest = wanted;
  for (const on of Channels.options) {
    const there = on === channel ? before : await present(on);
    const isOn = there?.version === wanted.version;
    // Only where the number may have been: at a web server it takes a question a list.
    const mayHaveBeen = on !== channel && (there === undefined || there.version > wanted.version);
    const isGone = published.targets[pathOn(on)] === undefined;
    const of = { library: wanted.library, pack: wanted.pack, channel: on };
    const known = mayHaveBeen
      ? manifestsOfNumber(repository, of, wanted.version, isGone ? LISTS_OF_RETIRED : undefined)
      : isOn
        ? [there]
        : [];
    for await (const same of known) {
      if (JSON.stringify(same.files) !== JSON.stringify(wanted.files))
        throw new TrustError(
          `Version ${wanted.version} of ${wanted.pack} ${isOn ? `is on ${on} already` : `was on ${on} before`}, with another content. Raise the version in pack.yaml.`,
        );
      manifest = same;
    }
  }
  if (before !== undefined && wanted.version < before.version)
    throw new TrustError(
      `Version ${before.version} of ${wanted.pack} is on ${channel}, and kiosks refuse a lower one. Raise the version in pack.yaml above ${before.version}.`,
    );
  if (published.targets[pathOn(channel)] === undefined) {
    const last = await lastBeforeRetired(repository, { library: wanted.library, pack: wanted.pack, channel });
    const isAgain = JSON.stringify(last?.files) === JSON.stringify(wanted.files);
    if (last !== undefined && wanted.version < last.version + (isAgain ? 0 : 1))
      throw new TrustError(
        `Version ${last.version} of ${wanted.pack} was on ${channel} before it was retired, and kiosks that have it refuse what is not above it. Raise the version in pack.yaml above ${last.version}.`,
      );
  }
  return {
    change: changeBetween(before, manifest),
    before: before?.version,
    again: before?.version === wanted.version,
    lost,
    path: pathOn(channel),
    stored: storeManifest(manifest),
    manifest,
    published,
  };
}

/** Only asked when nothing of the pack is on the channel: at a web server it takes a question a list. Undefined when nobody can tell any more. */
async function lastBeforeRetired(repository: Repository, of: PackOnChannel): Promise<Manifest | undefined> {
  try {
    return await lastVersionOf(repository, of);
  } catch (error) {
    if (error instanceof LostManifestError) return undefined;
    throw error;
  }
}

/** How many contents travel at the same time. */
const AT_ONCE = 4;

/**
 * Brings the contents that are not there, or not whole; `readContent` gives the bytes of one. Also of those that the version before had:
 * nobody else would notice what was lost since. Returns how many, and their bytes.
 */
export async function bringContents(
  { files }: Repository,
  { manifest }: Pick<Plan, 'manifest'>,
  readContent: (path: string, digest: string) => Promise<Buffer>,
): Promise<{ contents: number; bytes: number }> {
  const waiting = [...new Map(manifest.files.map((file) => [file.sha256, file])).values()];
  const brought = { contents: 0, bytes: 0 };
  const lane = async () => {
    for (let next = waiting.shift(); next !== undefined; next = waiting.shift()) {
      const { path, sha256, length } = next;
      if (await files.hasBlob(sha256, length)) continue;
      await files.write(blobPlace(sha256), await readContent(path, sha256));
      brought.contents += 1;
      brought.bytes += length;
    }
  };
  const ends = await Promise.allSettled(
    Array.from({ length: AT_ONCE }, () =>
      lane().catch((error) => {
        waiting.length = 0; // Or the others would go on in the background.
        throw error;
      }),
    ),
  );
  for (const end of ends) if (end.status === 'rejected') throw end.reason;
  return brought;
}

/**
 * Writes the manifest, then the library's new list with it: in this order, so that no list names what is not there. What the library
 * published or retired of other packs while contents went up stays as it is. Returns the number of the list. Throws TrustError when that
 * happened to this pack: what the plan looked at holds no more.
 */
export async function publishManifest(
  repository: Repository,
  key: SigningKey,
  plan: Plan,
  channel: Channel,
  now: Date,
): Promise<number> {
  const { path, stored, manifest } = plan;
  const of = { library: manifest.library, pack: manifest.pack, channel };
  await repository.files.write(manifestPlace(of, stored.target.hashes.sha256), stored.bytes);
  const withThis = (present: Targets) => {
    refuseOtherThanPlanned(plan, present);
    return { ...present, [path]: stored.target };
  };
  return await signLibrary(repository, key, withThis, now);
}

/** On either channel, because a version has one content on both. What stands there as planned was brought by this command, before a cut. */
function refuseOtherThanPlanned({ path, stored, manifest, published }: Plan, present: Targets): void {
  const { library, pack } = manifest;
  for (const each of Channels.options.map((channel) => targetPath({ library, pack, channel }))) {
    const digest = present[each]?.hashes.sha256;
    const isOurs = each === path && digest === stored.target.hashes.sha256;
    if (!isOurs && digest !== published.targets[each]?.hashes.sha256)
      throw new TrustError(
        `Somebody else published or retired ${pack} meanwhile. Run the command again: it looks at what is there now.`,
      );
  }
}
