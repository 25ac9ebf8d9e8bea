import { readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { SigningKey } from '../../../trust/keys/open-key.ts';
import { expiryOf } from '../../../trust/metadata/lifetimes.ts';
import { signMetadata } from '../../../trust/metadata/sign-metadata.ts';
import { type Exchange, signRoot } from '../../../trust/repository/change-root.ts';
import { openFolder } from '../../../trust/repository/open-folder.ts';
import { readRepository } from '../../../trust/repository/read-repository.ts';
import { verify } from '../../../trust/repository/verify.ts';
import { type ARepository, aKey, aRepository } from '../../builders/a-repository.ts';

const read = ({ folder }: ARepository) => readRepository(openFolder(folder));
const holder = ({ holders }: ARepository, number: 1 | 2 | 3) => holders[number - 1] as SigningKey;
const swap = (out: SigningKey, come: SigningKey): Exchange => ({
  for: out.for as 'root',
  out: out.id,
  in: come.key,
});
const rotate = async (repository: ARepository, exchanges: readonly Exchange[], ...keys: SigningKey[]) =>
  signRoot(await read(repository), exchanges, keys, new Date());

/** A next root as somebody else might write it. */
async function writeRoot(
  repository: ARepository,
  version: number,
  keys: readonly SigningKey[],
): Promise<void> {
  const { signed } = (await read(repository)).root;
  const bytes = signMetadata('root', { ...signed, version, expires: expiryOf('root', new Date()) }, keys);
  writeFileSync(join(repository.folder, 'metadata/2.root.json'), bytes);
}

describe('the next root', () => {
  it('exchanges one key after another, until none is left of the first three', async () => {
    const repository = await aRepository();
    const [four, five, six] = [aKey('root'), aKey('root'), aKey('root')];
    await rotate(
      repository,
      [swap(holder(repository, 1), four)],
      holder(repository, 2),
      holder(repository, 3),
    );
    await rotate(
      repository,
      [swap(holder(repository, 2), five)],
      holder(repository, 2),
      holder(repository, 3),
      four,
    );
    await rotate(repository, [swap(holder(repository, 3), six)], five, four);
    await repository.refresh();
    expect((await verify(openFolder(repository.folder), new Date(), repository.root)).problems).toEqual([]);
    const keyids = (await read(repository)).root.signed.roles.root.keyids;
    expect(keyids).toEqual([four.id, five.id, six.id]);
  });

  it.each([
    ['one key', [1]],
    ['one key twice', [1, 1]],
  ] as const)('is not signed with %s', async (_what, numbers) => {
    const repository = await aRepository();
    const sign = rotate(repository, [], ...numbers.map((number) => holder(repository, number)));
    await expect(sign).rejects.toThrow('Two root keys of before and two of the new root');
  });

  it('is not signed by one that stays and one that comes', async () => {
    const repository = await aRepository();
    const come = aKey('root');
    const sign = rotate(repository, [swap(holder(repository, 1), come)], holder(repository, 2), come);
    await expect(sign).rejects.toThrow('Two root keys of before and two of the new root');
  });

  it('takes in no key that is there already, and lets go of none that is not', async () => {
    const repository = await aRepository();
    const two = [holder(repository, 2), holder(repository, 3)];
    const twice = rotate(repository, [swap(holder(repository, 1), holder(repository, 2))], ...two);
    await expect(twice).rejects.toThrow('is in the root already');
    const { server } = repository;
    const wrong = { ...swap(holder(repository, 1), aKey('root')), for: 'snapshot' } as const;
    const mistaken = rotate(repository, [wrong, swap(server.timestamp, aKey('timestamp'))], ...two);
    await expect(mistaken).rejects.toThrow('The root names no snapshot key');
  });

  it.each(['snapshot', 'timestamp'] as const)(
    'takes no new %s key of the server without the other: kiosks would be left behind',
    async (role) => {
      const repository = await aRepository();
      const before = readdirSync(join(repository.folder, 'metadata'));
      const two = [holder(repository, 2), holder(repository, 3)];
      const alone = rotate(repository, [swap(repository.server[role], aKey(role))], ...two);
      await expect(alone).rejects.toThrow(`in one go: with the ${role} key alone`);
      expect(readdirSync(join(repository.folder, 'metadata'))).toEqual(before);
    },
  );

  it.each([
    ['signed by one of three', 2, [1]],
    ['signed by two who hold nothing', 2, []],
    ['with a number left out', 3, [1, 2]],
    ['with the number of the one before', 1, [1, 2]],
  ] as const)('is refused %s', async (_what, version, numbers) => {
    const repository = await aRepository();
    const strangers = numbers.length === 0 ? [aKey('root'), aKey('root')] : [];
    await writeRoot(repository, version, [
      ...numbers.map((number) => holder(repository, number)),
      ...strangers,
    ]);
    await expect(read(repository)).rejects.toThrow(
      '2.root.json is not signed by two keys of the root before it',
    );
    await expect(repository.refresh()).rejects.toThrow('2.root.json');
  });
});
