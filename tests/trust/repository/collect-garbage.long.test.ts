import { readdirSync, rmSync, statSync, utimesSync } from 'node:fs';
import { basename, join, relative } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { blobPlace } from '../../../core/contract/repository/places.ts';
import { leaveOut, signTargets } from '../../../trust/repository/change-libraries.ts';
import { collectGarbage } from '../../../trust/repository/collect-garbage.ts';
import { findVersion } from '../../../trust/repository/find-version.ts';
import { listVersions } from '../../../trust/repository/list-versions.ts';
import { openFolder } from '../../../trust/repository/open-folder.ts';
import { readFormer } from '../../../trust/repository/read-former.ts';
import { readRepository } from '../../../trust/repository/read-repository.ts';
import { signLibrary } from '../../../trust/repository/sign-library.ts';
import { verify } from '../../../trust/repository/verify.ts';
import { type ARepository, aRepository, manifestOf } from '../../builders/a-repository.ts';

const OF = { library: 'bieb', pack: 'pakket', version: 1 };
const contentOf = (text: string) => blobPlace(manifestOf({ a: text }, OF).files[0]?.sha256 ?? '');
const placesIn = ({ folder }: ARepository) =>
  readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((place) =>
    statSync(join(folder, place)).isFile(),
  );
/** Everything in it has been there for two days. */
function grow({ folder }: ARepository): void {
  const before = new Date(Date.now() - 2 * 86_400_000);
  for (const place of readdirSync(folder, { recursive: true, encoding: 'utf8' }))
    utimesSync(join(folder, place), before, before);
}
const collect = (repository: ARepository, more: object = {}) =>
  collectGarbage(repository.folder, { keep: 2, now: new Date(), ...more });

async function withVersions(count: number): Promise<ARepository> {
  const repository = await aRepository();
  for (let version = 1; version <= count; version++) {
    await repository.publish(version, { a: `text ${version}`, b: 'the same' });
    await repository.refresh();
  }
  return repository;
}

describe('gc', () => {
  it('takes away what is in none of the last lists, and leaves a good repository', async () => {
    const repository = await withVersions(4);
    grow(repository);
    const before = placesIn(repository);
    const { places } = await collect(repository);
    expect(places).toContain(contentOf('text 1'));
    expect(places).toContain(contentOf('text 2'));
    expect(places).not.toContain(contentOf('text 3'));
    expect(places).not.toContain(contentOf('the same'));
    expect(places.filter((place) => place.startsWith('metadata/')).sort()).toEqual([
      'metadata/1.bieb.json',
      'metadata/1.snapshot.json',
      'metadata/2.bieb.json',
      'metadata/2.snapshot.json',
      'metadata/3.bieb.json',
      'metadata/3.snapshot.json',
    ]);
    expect(placesIn(repository).sort()).toEqual(before.filter((place) => !places.includes(place)).sort());
    expect((await verify(openFolder(repository.folder), new Date())).problems).toEqual([]);
  });

  it('only looks when it is asked to', async () => {
    const repository = await withVersions(3);
    grow(repository);
    const before = placesIn(repository);
    expect((await collect(repository, { look: true })).places).toContain(contentOf('text 1'));
    expect(placesIn(repository)).toEqual(before);
  });

  it.each<[string, (folder: string) => string]>([
    ['with a stroke after it', (folder) => `${folder}/`],
    ['from where one stands', (folder) => `./${relative(process.cwd(), folder)}`],
    ['with a way back in it', (folder) => `${folder}/../${basename(folder)}`],
    ['as where one stands', () => '.'],
  ])('knows the folder as it is written: %s', async (_, written) => {
    const repository = await withVersions(3);
    grow(repository);
    const whole = await collect(repository, { look: true });
    const stood = process.cwd();
    onTestFinished(() => process.chdir(stood));
    const folder = written(repository.folder);
    if (folder === '.') process.chdir(repository.folder);
    expect(await collectGarbage(folder, { keep: 2, now: new Date(), look: true })).toEqual(whole);
  });

  it('leaves the last versions of a pack that seldom changes', async () => {
    const repository = await aRepository();
    for (const version of [1, 2, 3])
      await repository.publish(version, { a: `rust ${version}` }, { pack: 'rust' });
    for (const version of [1, 2, 3, 4]) {
      await repository.publish(version, { a: `text ${version}` });
      await repository.refresh();
    }
    grow(repository);
    const { places } = await collect(repository);
    expect(places).toContain(contentOf('rust 1'));
    expect(places).not.toContain(contentOf('rust 2'));
    const state = await readRepository(openFolder(repository.folder));
    const wanted = { library: 'bieb', pack: 'rust', channel: 'stable' } as const;
    expect(await findVersion(state, wanted, 2)).toMatchObject({ version: 2 });
    expect((await listVersions(state)).map(({ pack, manifest }) => `${pack} ${manifest.version}`)).toEqual(
      expect.arrayContaining(['rust 3', 'rust 2', 'pakket 4', 'pakket 3']),
    );
    // Again: nothing more goes.
    expect((await collect(repository)).places).toEqual([]);
  });

  it('leaves what came less than a day ago: an upload may be going on', async () => {
    const repository = await withVersions(3);
    expect(await collect(repository)).toEqual({ places: [], bytes: 0 });
  });

  it('leaves what is published and not announced yet', async () => {
    const repository = await withVersions(2);
    await repository.publish(3, { a: 'text 3' });
    grow(repository);
    expect((await collect(repository)).places).not.toContain(contentOf('text 3'));
    expect((await repository.refresh()).problems).toEqual([]);
  });

  it('leaves what a library goes on with that was given another key, and who vouches for it', async () => {
    const repository = await withVersions(2);
    const key = await repository.letIn('bieb');
    await repository.refresh();
    // More lists of libraries than gc keeps come after the one that named the former key.
    for (const library of ['een', 'twee', 'drie']) {
      await repository.letIn(library);
      await repository.refresh();
    }
    grow(repository);
    const { places } = await collect(repository);
    expect(places).not.toContain(contentOf('text 2'));
    expect(places).toContain('metadata/2.targets.json');
    const state = await readRepository(openFolder(repository.folder));
    const { targets } = (await readFormer(state, 'bieb')).signed;
    await signLibrary(state, key, () => targets, new Date());
    await repository.refresh();
    expect((await verify(openFolder(repository.folder), new Date())).packs).toMatchObject([{ version: 2 }]);
  });

  it('leaves the versions before a key was lost, and they can be had by who takes them over', async () => {
    const repository = await withVersions(3);
    const key = await repository.letIn('bieb');
    await repository.refresh();
    const read = () => readRepository(openFolder(repository.folder));
    const { targets } = (await readFormer(await read(), 'bieb')).signed;
    await signLibrary(await read(), key, () => targets, new Date());
    // More lists of libraries than gc keeps come after the one that named the former key.
    for (const library of ['een', 'twee', 'drie']) await repository.letIn(library);
    await repository.refresh();
    const wanted = { library: 'bieb', pack: 'pakket', channel: 'stable' } as const;
    grow(repository);
    await collect(repository, { keep: 3 });
    const state = await read();
    await expect(findVersion(state, wanted, 2)).rejects.toThrow('--take-over');
    for (const version of [1, 2, 3])
      expect(await findVersion(state, wanted, version, 'take-over')).toMatchObject({ version });
    expect((await verify(openFolder(repository.folder), new Date())).problems).toEqual([]);
    // They go as others do, when there are enough after them.
    for (const version of [4, 5]) {
      await repository.publish(version, { a: `text ${version}` }, { key });
      await repository.refresh();
    }
    grow(repository);
    const { places } = await collect(repository, { keep: 3 });
    expect(places).toContain(contentOf('text 2'));
    expect(places).not.toContain(contentOf('text 3'));
  });

  it('leaves every root, and the list of a library that left', async () => {
    const repository = await aRepository();
    await repository.publish(1, {}, { key: await repository.letIn('huis') });
    await repository.refresh();
    const state = await readRepository(openFolder(repository.folder));
    const rest = leaveOut(state.targets.signed.delegations, 'huis');
    await signTargets(state, rest, repository.holders, new Date());
    await repository.refresh();
    grow(repository);
    const { places } = await collect(repository);
    expect(places).not.toContain('metadata/1.huis.json');
    expect(places).toContain(contentOf('version: 1\n'));
    expect(places).not.toContain('metadata/1.root.json');
  });

  it('goes on when the manifest of an earlier version is lost', async () => {
    const repository = await withVersions(1);
    rmSync(join(repository.folder, 'targets/bieb'), { recursive: true });
    await repository.publish(2, { a: 'text 2' });
    await repository.refresh();
    grow(repository);
    expect((await collect(repository)).places).toContain(contentOf('text 1'));
  });

  it('takes nothing away when a manifest that is kept cannot be read', async () => {
    const repository = await withVersions(3);
    for (const name of readdirSync(join(repository.folder, 'targets/bieb')))
      rmSync(join(repository.folder, 'targets/bieb', name));
    grow(repository);
    const before = placesIn(repository);
    await expect(collect(repository)).rejects.toThrow('is not there');
    expect(placesIn(repository)).toEqual(before);
  });
});
