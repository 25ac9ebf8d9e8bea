import { generateKeyPairSync } from 'node:crypto';
import type { Manifest } from '../../core/contract/repository/manifest.ts';
import { type SigningKey, signingKey } from '../../trust/keys/open-key.ts';
import { foundRepository } from '../../trust/repository/found-repository.ts';
import { openFolder } from '../../trust/repository/open-folder.ts';
import { bringContents, planPublishing, publishManifest } from '../../trust/repository/publish.ts';
import { readRepository } from '../../trust/repository/read-repository.ts';
import { refresh } from '../../trust/repository/refresh.ts';
import { listed, type PackContents } from './made-up-pack.ts';

/** What a kiosk follows here. */
export const FOLLOWED = { library: 'bieb', pack: 'klein', channel: 'stable' } as const;

/** A repository that is signed the way a publisher and a server do it. */
export type SignedRepository = {
  /** The first root: whom a kiosk trusts. */
  readonly root: Buffer;
  /** Publishes and announces a version. */
  readonly publish: (version: number, contents: PackContents) => Promise<void>;
};

/** A new repository in a folder. */
export async function signedRepository(folder: string): Promise<SignedRepository> {
  const aKey = (purpose: SigningKey['for']) =>
    signingKey(generateKeyPairSync('ed25519').privateKey, {
      for: purpose,
      ...(purpose === 'publisher' ? { library: FOLLOWED.library } : {}),
    });
  const files = openFolder(folder);
  const holders = [aKey('root'), aKey('root'), aKey('root')];
  const publisher = { ...aKey('publisher'), library: FOLLOWED.library };
  const server = { snapshot: aKey('snapshot'), timestamp: aKey('timestamp') };
  const root = await foundRepository(files, { holders, publisher, server }, new Date());
  return {
    root,
    publish: async (version, contents) => {
      const { library, pack, channel } = FOLLOWED;
      const manifest: Manifest = {
        ...{ format: 1, library, pack, version, created_at: new Date().toISOString() },
        files: listed(contents),
      };
      const repository = await readRepository(files);
      const plan = await planPublishing(repository, publisher, manifest, channel);
      await bringContents(repository, plan, async (path) => contents.get(path) as Buffer);
      await publishManifest(repository, publisher, plan, channel, new Date());
      const { problems } = await refresh(files, server, new Date());
      if (problems.length > 0) throw new Error(`The made-up pack was not announced: ${problems.join(' | ')}`);
    },
  };
}
