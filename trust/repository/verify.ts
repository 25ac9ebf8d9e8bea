import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Updater } from 'tuf-js';
import { metadataPlace } from '../../core/contract/repository/places.ts';
import { isHalfway } from '../metadata/lifetimes.ts';
import type { MetadataRole } from '../metadata/read-metadata.ts';
import { TrustError } from '../trust-error.ts';
import { checkLibrary, type SeenContents } from './check-library.ts';
import { FilesFetcher, NO_ADDRESS } from './files-fetcher.ts';
import { type Repository, readLibrary, readRepository, readVersion } from './read-repository.ts';
import type { RepositoryFiles } from './repository-files.ts';

/** What was found in a repository: how much is good, what is wrong, what will soon be. */
export type Verdict = {
  readonly packs: readonly { readonly path: string; readonly version: number; readonly files: number }[];
  readonly contents: number;
  readonly problems: readonly string[];
  readonly warnings: readonly string[];
};

/**
 * Looks at all that a kiosk would, the way it would, and at every content. First with the client of TUF's own project
 * (`tuf-js`), from the first root (or a given one) up to the metadata of every library; then with our own rules.
 * Throws TrustError when there is no repository at all.
 */
export async function verify(files: RepositoryFiles, now: Date, trustedRoot?: Buffer): Promise<Verdict> {
  const repository = await readRepository(files, trustedRoot);
  const problems: string[] = [];
  const warnings: string[] = [];
  const packs: { path: string; version: number; files: number }[] = [];
  const seen: SeenContents = new Set();
  if (repository.timestamp === undefined || repository.snapshot === undefined)
    problems.push('Nothing is announced that the server signed with its present keys. Run a refresh.');
  for (const [role, { signed }] of Object.entries(announcedBy(repository)))
    tellAge(role as MetadataRole, role, signed.expires, now, problems, warnings);
  for (const { name } of repository.targets.signed.delegations.roles) {
    const announced = repository.announced(name);
    const newest = await readLibrary(repository, name);
    if (announced === 0 && newest === undefined) {
      // A library that just joined, or has a new key: kiosks pass over it, and it is no fault of the others.
      warnings.push(`${name} has published nothing yet with its present key.`);
      continue;
    }
    if (announced < (newest?.signed.version ?? 0))
      warnings.push(`${name} ${newest?.signed.version} is there and not announced. Run a refresh.`);
    const delegator = { ...repository.targets, role: 'targets' as const };
    const found = await readVersion(files, 'library', name, announced, delegator);
    if (found === undefined) {
      problems.push(
        `${name}: what is announced (version ${announced}) is not there or not signed by its key.`,
      );
      continue;
    }
    tellAge('library', name, found.signed.expires, now, problems, warnings);
    try {
      for (const [path, manifest] of await checkLibrary(files, name, found.signed, seen))
        packs.push({ path, version: manifest.version, files: manifest.files.length });
    } catch (error) {
      if (!(error instanceof TrustError)) throw error;
      problems.push(`${name}: ${error.message}`);
    }
  }
  const paths = packs.map(({ path }) => path);
  if (problems.length === 0) problems.push(...(await askTuf(repository, paths, trustedRoot)));
  return { packs, contents: seen.size, problems, warnings };
}

function announcedBy({ root, targets, snapshot, timestamp }: Repository) {
  return { root, targets, ...(snapshot && { snapshot }), ...(timestamp && { timestamp }) };
}

function tellAge(
  role: MetadataRole,
  name: string,
  expires: string,
  now: Date,
  problems: string[],
  warnings: string[],
): void {
  const day = expires.slice(0, 10);
  if (Date.parse(expires) <= now.getTime())
    problems.push(`${name} expired on ${day}: kiosks take in nothing new. ${RENEW[role]}`);
  else if (isHalfway(role, expires, now)) warnings.push(`${name} expires on ${day}. ${RENEW[role]}`);
}

const RENEW: Record<MetadataRole, string> = {
  root: 'Two holders of root keys renew it with "balie keys rotate".',
  targets: 'Two holders of root keys renew it with "balie keys rotate".',
  library: 'The library publishes again, or renews it with "balie repository renew".',
  snapshot: 'The server renews it with "balie repository refresh".',
  timestamp: 'The server renews it with "balie repository refresh".',
};

/** What the client of TUF's own project says of it; it takes the time of this computer. */
async function askTuf(
  { files }: Repository,
  paths: readonly string[],
  trustedRoot: Buffer | undefined,
): Promise<string[]> {
  const folder = await mkdtemp(join(tmpdir(), 'balie-verify-'));
  const first = trustedRoot ?? (await files.read(metadataPlace('root', 1), 512_000)) ?? Buffer.alloc(0);
  try {
    await writeFile(join(folder, 'root.json'), first);
    const updater = new Updater({
      metadataDir: folder,
      metadataBaseUrl: `${NO_ADDRESS}metadata`,
      fetcher: new FilesFetcher(files),
    });
    await updater.refresh();
    const missing: string[] = [];
    for (const path of paths)
      if ((await updater.getTargetInfo(path)) === undefined)
        missing.push(`TUF's client does not find ${path}.`);
    return missing;
  } catch (error) {
    return [`TUF's client refuses it: ${(error as Error).message}`];
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}
