// Somebody has the server and its two keys, and announces what they like. What TUF's own client then takes in.
import { createHash } from 'node:crypto';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { Updater } from 'tuf-js';
import { describe, expect, it } from 'vitest';
import type { SigningKey } from '../../../trust/keys/open-key.ts';
import { expiryOf } from '../../../trust/metadata/lifetimes.ts';
import { signMetadata } from '../../../trust/metadata/sign-metadata.ts';
import { FilesFetcher, NO_ADDRESS } from '../../../trust/repository/files-fetcher.ts';
import { openFolder } from '../../../trust/repository/open-folder.ts';
import { readRepository } from '../../../trust/repository/read-repository.ts';
import { libraryOf, readPublished } from '../../../trust/repository/sign-library.ts';
import { verify } from '../../../trust/repository/verify.ts';
import { type ARepository, aRepository } from '../../builders/a-repository.ts';
import { aFolder } from '../../builders/pack-folder.ts';

const STABLE = 'bieb/pakket.stable.json.gz';
const now = new Date();

/** What a kiosk that has nothing but the first root takes in for a target path: the digest of the manifest. */
async function takenIn({ folder, root }: ARepository, path: string): Promise<string | undefined> {
  const updater = new Updater({
    metadataDir: aFolder({ 'root.json': new Uint8Array(root) }),
    metadataBaseUrl: `${NO_ADDRESS}metadata`,
    fetcher: new FilesFetcher(openFolder(folder)),
  });
  return (await updater.getTargetInfo(path))?.hashes['sha256'];
}

/** Signs a list of a library with any key, and announces it with the server's own. */
function announceForged(
  { folder, server }: ARepository,
  library: string,
  key: SigningKey,
  targets: Parameters<typeof signMetadata<'library'>>[1]['targets'],
): void {
  const list = signMetadata('library', { version: 50, expires: expiryOf('library', now), targets }, [key]);
  writeFileSync(join(folder, `metadata/50.${library}.json`), list);
  const metaOf = (version: number, bytes: Buffer) => ({
    version,
    length: bytes.length,
    hashes: { sha256: createHash('sha256').update(bytes).digest('hex') },
  });
  const read = (name: string) => JSON.parse(readFileSync(join(folder, 'metadata', name), 'utf8')).signed;
  const before = read(`${read('timestamp.json').meta['snapshot.json'].version}.snapshot.json`);
  const snapshot = signMetadata(
    'snapshot',
    {
      version: 50,
      expires: before.expires,
      meta: { ...before.meta, [`${library}.json`]: metaOf(50, list) },
    },
    [server.snapshot],
  );
  writeFileSync(join(folder, 'metadata/50.snapshot.json'), snapshot);
  const timestamp = signMetadata(
    'timestamp',
    { version: 50, expires: expiryOf('timestamp', now), meta: { 'snapshot.json': metaOf(50, snapshot) } },
    [server.timestamp],
  );
  writeFileSync(join(folder, 'metadata/timestamp.json'), timestamp);
}

async function published() {
  const repository = await aRepository();
  const huis = await repository.letIn('huis');
  await repository.publish(1, { a: 'of bieb' });
  await repository.publish(1, { a: 'of huis' }, { key: huis });
  await repository.refresh();
  const state = await readRepository(openFolder(repository.folder));
  const { targets } = await readPublished(state, huis);
  const forged = targets['huis/pakket.stable.json.gz'];
  if (forged === undefined) throw new Error('huis published nothing');
  return { repository, huis, forged };
}

describe('a stolen server', () => {
  it('cannot forge content: a list that its keys signed is refused', async () => {
    const { repository, forged } = await published();
    for (const key of [repository.server.snapshot, repository.server.timestamp]) {
      announceForged(repository, 'bieb', key, { [STABLE]: forged });
      await expect(takenIn(repository, STABLE)).rejects.toThrow('was signed by 0/1 keys');
      expect((await verify(openFolder(repository.folder), now)).problems).toEqual([
        'bieb: what is announced (version 50) is not there or not signed by its key.',
      ]);
    }
  });

  it('cannot have a library sign what a thief put into its list, by a root of its own', async () => {
    const real = await aRepository();
    const stolen = await real.letIn('huis');
    // Another repository, whose roots are the thief's: it lets the real key in, and one of the thief beside it.
    const theirs = await aRepository();
    const thief = await theirs.letIn('huis');
    const state = await readRepository(openFolder(theirs.folder));
    const both = {
      ...state,
      targets: {
        ...state.targets,
        signed: {
          ...state.targets.signed,
          delegations: {
            ...state.targets.signed.delegations,
            roles: state.targets.signed.delegations.roles.map((role) =>
              role.name === 'huis' ? { ...role, keyids: [thief.id, stolen.id] } : role,
            ),
          },
        },
      },
    };
    expect(() => libraryOf(both, stolen)).toThrow('lets other keys sign for huis beside this one');
    await expect(readPublished(both, stolen)).rejects.toThrow('beside this one');
  });

  it('and a library with it cannot replace the packs of another', async () => {
    const { repository, huis, forged } = await published();
    const own = await takenIn(repository, STABLE);
    expect(own).toMatch(/^[0-9a-f]{64}$/);
    expect(own).not.toBe(forged.hashes.sha256);
    announceForged(repository, 'huis', huis, { [STABLE]: forged, 'bieb/new.stable.json.gz': forged });
    expect(await takenIn(repository, STABLE)).toBe(own);
    expect(await takenIn(repository, 'bieb/new.stable.json.gz')).toBeUndefined();
    expect((await verify(openFolder(repository.folder), now)).problems).toEqual([
      `huis: huis signed "${STABLE}", which is not its own.`,
    ]);
  });
});
