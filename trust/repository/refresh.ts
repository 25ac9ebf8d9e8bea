import { createHash } from 'node:crypto';
import type { Manifest } from '../../core/contract/repository/manifest.ts';
import { Channel } from '../../core/contract/repository/names.ts';
import { metadataPlace, TIMESTAMP_PLACE } from '../../core/contract/repository/places.ts';
import { mostVersionAt } from '../../core/contract/repository/version-limit.ts';
import type { SigningKey } from '../keys/open-key.ts';
import { expiryOf, isHalfway } from '../metadata/lifetimes.ts';
import { type MetadataOf, type MetaFile, MOST_METADATA_BYTES } from '../metadata/read-metadata.ts';
import { signMetadata } from '../metadata/sign-metadata.ts';
import { TrustError } from '../trust-error.ts';
import { checkLibrary, type SeenContents } from './check-library.ts';
import { manifestsOfNumber } from './find-number.ts';
import { LostManifestError, readManifest } from './read-manifest.ts';
import { type Repository, readLibrary, readRepository, readVersion } from './read-repository.ts';
import type { RepositoryFiles } from './repository-files.ts';

/** The two keys that lie on the server. */
export type ServerKeys = { readonly snapshot: SigningKey; readonly timestamp: SigningKey };

/** What a refresh announced, what it left out, and who has published nothing yet, in sentences. */
export type Refreshed = {
  readonly news: readonly string[];
  readonly waiting: readonly string[];
  readonly problems: readonly string[];
  readonly expires: string;
};

/**
 * Announces what is new and good: looks at the newest list of each library, signs a snapshot when something changed or it grows
 * old, and always a timestamp. What is not whole or not signed is left as it was announced before, and named.
 * Throws TrustError when the server's keys are not those of the root.
 */
export async function refresh(files: RepositoryFiles, keys: ServerKeys, now: Date): Promise<Refreshed> {
  const repository = await readRepository(files);
  refuseOtherKeys(repository, keys);
  const before = repository.snapshot?.signed;
  const meta: Record<string, MetaFile> = { ...before?.meta };
  const news: string[] = [];
  const problems: string[] = [];
  const waiting: string[] = [];
  announce('targets', repository.targets, meta, news);
  const seen: SeenContents = new Set();
  for (const { name } of repository.targets.signed.delegations.roles) {
    const found = await readLibrary(repository, name);
    if (found === undefined) {
      // A library that just joined is no fault of the others.
      if (repository.announced(name) === 0)
        waiting.push(`${name} has published nothing yet with its present key.`);
      else problems.push(`${name}: nothing that its key signed. Its key may be new: publish once with it.`);
      continue;
    }
    if (found.signed.version === repository.announced(name) && meta[`${name}.json`] !== undefined) continue;
    try {
      await refuseFaults(repository, name, found.signed, now, seen);
      announce(name, found, meta, news);
    } catch (error) {
      if (!(error instanceof TrustError)) throw error;
      problems.push(`${name}: ${error.message}`);
    }
  }
  const snapshot = await signSnapshot(repository, meta, keys, now, news.length > 0);
  const expires = expiryOf('timestamp', now);
  const timestamp = {
    version: (repository.timestamp?.signed.version ?? 0) + 1,
    expires,
    meta: { 'snapshot.json': snapshot },
  };
  await files.write(TIMESTAMP_PLACE, signMetadata('timestamp', timestamp, [keys.timestamp]), 'over');
  return { news, waiting, problems, expires };
}

function refuseOtherKeys({ root }: Repository, keys: ServerKeys): void {
  for (const role of ['snapshot', 'timestamp'] as const)
    if (!root.signed.roles[role].keyids.includes(keys[role].id))
      throw new TrustError(
        `The ${role} key is not the one that the root names. Take the right one, or have it named with "balie keys rotate".`,
      );
}

/**
 * A number that the server announced never gets other content, and what is older than what it announced stays out. Of what was announced
 * nothing but the manifests is asked, as far as they are there: else what was lost of an old version would hold up every new one.
 */
async function refuseFaults(
  repository: Repository,
  name: string,
  next: MetadataOf<'library'>,
  now: Date,
  seen: SeenContents,
): Promise<void> {
  const { files, snapshot, targets } = repository;
  if (Date.parse(next.expires) <= now.getTime())
    throw new TrustError(`version ${next.version} of its list has expired. Publish again.`);
  const manifests = await checkLibrary(files, name, next, seen);
  for (const [path, { version }] of manifests)
    if (version > mostVersionAt(now.getTime()))
      throw new TrustError(
        `${path} has version ${version}, and kiosks take in nothing above ${mostVersionAt(now.getTime())} now. Publish a lower one. Was the key stolen?`,
      );
  const announced = snapshot?.signed.meta[`${name}.json`]?.version;
  const last =
    announced === undefined
      ? undefined
      : await readVersion(files, 'library', name, announced, { ...targets, role: 'targets' });
  for (const [path, { version, files: contents }] of manifests) {
    const target = last?.signed.targets[path];
    const old = target === undefined ? undefined : await readOrLost(files, path, target);
    if (old === undefined || version > old.version) continue;
    if (version < old.version || JSON.stringify(contents) !== JSON.stringify(old.files))
      throw new TrustError(
        `${path} went from version ${old.version} to ${version}; a version only rises. Publish a higher one.`,
      );
  }
  for (const [path, manifest] of manifests)
    if (last?.signed.targets[path]?.hashes.sha256 !== next.targets[path]?.hashes.sha256)
      await refuseSecondContent(repository, path, manifest);
}

/** A version has one content, on whichever channel it is or was: else what is tested is not what becomes stable. */
async function refuseSecondContent(repository: Repository, path: string, manifest: Manifest): Promise<void> {
  const { library, pack, version, files } = manifest;
  for (const channel of Channel.options)
    for await (const same of manifestsOfNumber(repository, { library, pack, channel }, version))
      if (JSON.stringify(same.files) !== JSON.stringify(files))
        throw new TrustError(
          `${path} has version ${version}, which was another content on ${channel}. Publish a higher one.`,
        );
}

async function readOrLost(...of: Parameters<typeof readManifest>): Promise<Manifest | undefined> {
  try {
    return await readManifest(...of);
  } catch (error) {
    if (error instanceof LostManifestError) return undefined;
    throw error;
  }
}

function announce(
  role: string,
  { signed, bytes }: { readonly signed: { readonly version: number }; readonly bytes: Buffer },
  meta: Record<string, MetaFile>,
  news: string[],
): void {
  const name = `${role}.json`;
  if (meta[name]?.version === signed.version) return;
  meta[name] = metaOf(signed.version, bytes);
  news.push(`${role} ${signed.version}`);
}

function metaOf(version: number, bytes: Buffer): MetaFile {
  return {
    version,
    length: bytes.length,
    hashes: { sha256: createHash('sha256').update(bytes).digest('hex') },
  };
}

async function signSnapshot(
  { files, snapshot }: Repository,
  meta: Record<string, MetaFile>,
  keys: ServerKeys,
  now: Date,
  isNew: boolean,
): Promise<MetaFile> {
  if (!isNew && snapshot !== undefined && !isHalfway('snapshot', snapshot.signed.expires, now))
    return metaOf(snapshot.signed.version, snapshot.bytes);
  // A number may be there that was never announced: the power went before the timestamp was signed.
  let version = (snapshot?.signed.version ?? 0) + 1;
  while ((await files.read(metadataPlace('snapshot', version), MOST_METADATA_BYTES)) !== undefined) version++;
  const bytes = signMetadata('snapshot', { version, expires: expiryOf('snapshot', now), meta }, [
    keys.snapshot,
  ]);
  await files.write(metadataPlace('snapshot', version), bytes);
  return metaOf(version, bytes);
}
