// Contents are uploaded for long over the network, and nobody else is locked out meanwhile.
import { describe, expect, it } from 'vitest';
import { openFolder } from '../../../trust/repository/open-folder.ts';
import { bringContents, planPublishing, publishManifest } from '../../../trust/repository/publish.ts';
import { readManifest } from '../../../trust/repository/read-manifest.ts';
import { type Repository, readLibrary, readRepository } from '../../../trust/repository/read-repository.ts';
import type { RepositoryFiles } from '../../../trust/repository/repository-files.ts';
import { signLibrary, type Targets } from '../../../trust/repository/sign-library.ts';
import { type ARepository, aRepository, manifestOf } from '../../builders/a-repository.ts';

const retired = (pack: string) => (targets: Targets) =>
  Object.fromEntries(Object.entries(targets).filter(([path]) => !path.startsWith(`bieb/${pack}.`)));
const read = ({ folder }: ARepository) => readRepository(openFolder(folder));

/** Plans version 2 of pack `a`, and brings its contents; what comes back signs it. */
async function uploading(repository: ARepository, state?: Repository) {
  const from = state ?? (await read(repository));
  const manifest = manifestOf({ text: 'a 2' }, { library: 'bieb', pack: 'a', version: 2 });
  const plan = await planPublishing(from, repository.publisher, manifest, 'stable');
  await bringContents(from, plan, async () => Buffer.from('a 2'));
  return () => publishManifest(from, repository.publisher, plan, 'stable', new Date());
}

/** What the library has published, by path. */
async function versions(repository: ARepository): Promise<Record<string, number>> {
  const state = await read(repository);
  const targets = (await readLibrary(state, 'bieb'))?.signed.targets ?? {};
  const found = Object.entries(targets).map(
    async ([path, target]) =>
      [path.split('.')[0] ?? '', (await readManifest(state.files, path, target)).version] as const,
  );
  return Object.fromEntries(await Promise.all(found));
}

async function withTwoPacks(): Promise<ARepository> {
  const repository = await aRepository();
  for (const pack of ['a', 'b']) await repository.publish(1, { text: `${pack} 1` }, { pack });
  await repository.refresh();
  return repository;
}

describe('what the same library does while contents go up', () => {
  it.each([true, false])('stays when it published another pack; announced: %s', async (isAnnounced) => {
    const repository = await withTwoPacks();
    const sign = await uploading(repository);
    await repository.publish(2, { text: 'b 2' }, { pack: 'b' });
    if (isAnnounced) await repository.refresh();
    await sign();
    expect((await repository.refresh()).problems).toEqual([]);
    expect(await versions(repository)).toEqual({ 'bieb/a': 2, 'bieb/b': 2 });
  });

  it('stays when it retired another pack', async () => {
    const repository = await withTwoPacks();
    const sign = await uploading(repository);
    await signLibrary(await read(repository), repository.publisher, retired('b'), new Date());
    await sign();
    expect((await repository.refresh()).problems).toEqual([]);
    expect(await versions(repository)).toEqual({ 'bieb/a': 2 });
  });

  it.each<[string, (repository: ARepository) => Promise<unknown>]>([
    ['published', (repository) => repository.publish(3, { text: 'a 3' }, { pack: 'a' })],
    [
      'published on the other channel',
      (repository) => repository.publish(2, { text: 'other' }, { pack: 'a', channel: 'test' }),
    ],
    [
      'retired',
      async (repository) =>
        signLibrary(await read(repository), repository.publisher, retired('a'), new Date()),
    ],
  ])('is told when the very pack was %s', async (_what, meanwhile) => {
    const repository = await withTwoPacks();
    const sign = await uploading(repository);
    await meanwhile(repository);
    const before = await versions(repository);
    await expect(sign()).rejects.toThrow(
      'Somebody else published or retired a meanwhile. Run the command again',
    );
    expect(await versions(repository)).toEqual(before);
  });

  it('may be the same again', async () => {
    const repository = await withTwoPacks();
    const sign = await uploading(repository);
    await sign();
    await sign();
    expect(await versions(repository)).toEqual({ 'bieb/a': 2, 'bieb/b': 1 });
  });

  it('is not stepped over in the last instant either', async () => {
    const repository = await withTwoPacks();
    const files = openFolder(repository.folder);
    const waiting: (() => Promise<void>)[] = [];
    // Between reading what is published and signing what follows it.
    const watched: RepositoryFiles = {
      ...files,
      read: async (place, most) => {
        const bytes = await files.read(place, most);
        if (place.endsWith('.bieb.json')) await waiting.pop()?.();
        return bytes;
      },
    };
    const sign = await uploading(repository, await readRepository(watched));
    waiting.push(() => repository.publish(2, { text: 'b 2' }, { pack: 'b' }));
    await expect(sign()).rejects.toThrow('Run the command again');
    expect(await versions(repository)).toEqual({ 'bieb/a': 1, 'bieb/b': 2 });
  });
});
