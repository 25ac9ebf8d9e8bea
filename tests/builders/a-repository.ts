import { createHash, generateKeyPairSync } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { onTestFinished } from 'vitest';
import type { Manifest } from '../../core/contract/repository/manifest.ts';
import type { Channel } from '../../core/contract/repository/names.ts';
import { type SigningKey, signingKey } from '../../trust/keys/open-key.ts';
import { letIn, signTargets } from '../../trust/repository/change-libraries.ts';
import { foundRepository } from '../../trust/repository/found-repository.ts';
import { openFolder } from '../../trust/repository/open-folder.ts';
import { bringContents, planPublishing, publishManifest } from '../../trust/repository/publish.ts';
import { readRepository } from '../../trust/repository/read-repository.ts';
import { refresh, type ServerKeys } from '../../trust/repository/refresh.ts';

/** Guessing is cheap in tests: it is not what they are about. */
export const CHEAP = 2 ** 14;
export const PASSPHRASE = 'a passphrase for tests';

/** A new key that is open. It never was in a file: encrypting takes a moment. */
export function aKey(purpose: SigningKey['for'] = 'publisher', library = 'bieb'): SigningKey {
  const { privateKey } = generateKeyPairSync('ed25519');
  return signingKey(privateKey, { for: purpose, ...(purpose === 'publisher' ? { library } : {}) });
}

/** A repository in a folder, with all its keys, and what can be done with them. */
export type ARepository = {
  readonly folder: string;
  readonly holders: readonly SigningKey[];
  readonly publisher: SigningKey;
  readonly server: ServerKeys;
  /** The first root: what a kiosk is built with. */
  readonly root: Buffer;
  /** Publishes these files by path as a version, with `pack.yaml` if there is none; not announced yet. */
  readonly publish: (
    version: number,
    files: Readonly<Record<string, string | Uint8Array>>,
    options?: Options,
  ) => Promise<void>;
  readonly refresh: (now?: Date) => ReturnType<typeof refresh>;
  /** Lets another library in, and returns its key. */
  readonly letIn: (library: string) => Promise<SigningKey>;
};

type Options = {
  readonly key?: SigningKey;
  readonly pack?: string;
  readonly channel?: Channel;
  readonly now?: Date;
};

/** A new repository of the library `bieb`; it is gone when the test is over. */
export async function aRepository(now = new Date()): Promise<ARepository> {
  const root = mkdtempSync(join(tmpdir(), 'balie-repository-'));
  onTestFinished(() => rmSync(root, { recursive: true, force: true }));
  return aRepositoryIn(join(root, 'repository'), 'bieb', now);
}

/** A new repository of a library in a folder, which stays. */
export async function aRepositoryIn(folder: string, library: string, now = new Date()): Promise<ARepository> {
  const files = openFolder(folder);
  const holders = [aKey('root'), aKey('root'), aKey('root')];
  const publisher = aKey('publisher', library);
  const server = { snapshot: aKey('snapshot'), timestamp: aKey('timestamp') };
  const first = await foundRepository(files, { holders, publisher: { ...publisher, library }, server }, now);
  return {
    folder,
    holders,
    publisher,
    server,
    root: first,
    refresh: (at = new Date()) => refresh(files, server, at),
    publish: async (version, contents, options = {}) => {
      const { key = publisher, pack = 'pakket', channel = 'stable', now: at = new Date() } = options;
      const all = { 'pack.yaml': `version: ${version}\n`, ...contents };
      const manifest = manifestOf(all, { library: key.library ?? '', pack, version }, at);
      const repository = await readRepository(files);
      const plan = await planPublishing(repository, key, manifest, channel);
      await bringContents(repository, plan, async (path) =>
        Buffer.from(all[path as keyof typeof all] as string),
      );
      await publishManifest(repository, key, plan, channel, at);
    },
    letIn: async (library) => {
      const key = aKey('publisher', library);
      const repository = await readRepository(files);
      const delegations = letIn(repository.targets.signed.delegations, library, key.key);
      await signTargets(repository, delegations, holders.slice(0, 2), new Date());
      return key;
    },
  };
}

/** The manifest of these files. */
export function manifestOf(
  files: Readonly<Record<string, string | Uint8Array>>,
  of: Pick<Manifest, 'library' | 'pack' | 'version'>,
  now = new Date(),
): Manifest {
  return {
    format: 1,
    ...of,
    created_at: now.toISOString(),
    files: Object.entries(files)
      .sort(([one], [other]) => (one < other ? -1 : 1))
      .map(([path, text]) => ({
        path,
        length: Buffer.byteLength(text),
        sha256: createHash('sha256').update(text).digest('hex'),
      })),
  };
}
