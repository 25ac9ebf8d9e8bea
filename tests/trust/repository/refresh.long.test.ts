import { readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { blobPlace, manifestPlace } from '../../../core/contract/repository/places.ts';
import { signMetadata } from '../../../trust/metadata/sign-metadata.ts';
import { openFolder } from '../../../trust/repository/open-folder.ts';
import { storeManifest } from '../../../trust/repository/read-manifest.ts';
import { readRepository } from '../../../trust/repository/read-repository.ts';
import { refresh } from '../../../trust/repository/refresh.ts';
import { readPublished } from '../../../trust/repository/sign-library.ts';
import { verify } from '../../../trust/repository/verify.ts';
import { TrustError } from '../../../trust/trust-error.ts';
import { type ARepository, aKey, aRepository, manifestOf } from '../../builders/a-repository.ts';

const FILES = { 'media/huis.png': 'a house' };
const contentOf = (repository: ARepository, text: string) =>
  join(repository.folder, blobPlace(manifestOf({ a: text }, OF).files[0]?.sha256 ?? ''));
const OF = { library: 'bieb', pack: 'pakket', version: 1 };
const good = async ({ folder }: ARepository) => (await verify(openFolder(folder), new Date())).problems;

/** A list of the library that says what it should not. */
function writeList(
  { folder, publisher }: ARepository,
  version: number,
  targets: Parameters<typeof signMetadata<'library'>>[1]['targets'],
  { key = publisher, name = 'bieb', expires = '2099-01-01T00:00:00Z' } = {},
): void {
  const bytes = signMetadata('library', { version, expires, targets }, [key]);
  writeFileSync(join(folder, `metadata/${version}.${name}.json`), bytes);
}

describe('refresh', () => {
  it('announces what a library published, and then has nothing new to announce', async () => {
    const repository = await aRepository();
    await repository.publish(1, FILES);
    expect(await repository.refresh()).toMatchObject({ news: ['bieb 2'], problems: [] });
    expect(await repository.refresh()).toMatchObject({ news: [], problems: [] });
    expect(await good(repository)).toEqual([]);
  });

  it('signs another timestamp each time, and another snapshot only for news', async () => {
    const repository = await aRepository();
    await repository.refresh();
    const names = readdirSync(join(repository.folder, 'metadata')).filter((name) =>
      name.includes('snapshot'),
    );
    expect(names).toEqual(['1.snapshot.json']);
    const timestamp = JSON.parse(readFileSync(join(repository.folder, 'metadata/timestamp.json'), 'utf8'));
    expect(timestamp.signed.version).toBe(2);
  });

  it('signs another snapshot when half of its days are over', async () => {
    const repository = await aRepository();
    const day = (days: number) => new Date(Date.now() + days * 86_400_000);
    await repository.refresh(day(80));
    expect(readdirSync(join(repository.folder, 'metadata'))).not.toContain('2.snapshot.json');
    await repository.refresh(day(100));
    expect(readdirSync(join(repository.folder, 'metadata'))).toContain('2.snapshot.json');
  });

  it('announces a new version that is whole, whatever was lost of the one before', async () => {
    const repository = await aRepository();
    await repository.publish(1, FILES);
    await repository.refresh();
    rmSync(contentOf(repository, 'a house'));
    await repository.publish(2, { 'media/huis.png': 'a tower' });
    expect(await repository.refresh()).toMatchObject({ news: ['bieb 3'], problems: [] });
    expect(await good(repository)).toEqual([]);
  });

  it('goes on after a power cut between snapshot and timestamp', async () => {
    const repository = await aRepository();
    await repository.publish(1, FILES);
    const before = readFileSync(join(repository.folder, 'metadata/timestamp.json'));
    await repository.refresh();
    writeFileSync(join(repository.folder, 'metadata/timestamp.json'), before);
    expect(await repository.refresh()).toMatchObject({ news: ['bieb 2'], problems: [] });
    expect(await good(repository)).toEqual([]);
  });

  it.each([
    ['is missing', (file: string) => rmSync(file)],
    ['was changed, to the same length', (file: string) => writeFileSync(file, 'a horse')],
    ['was cut', (file: string) => writeFileSync(file, 'a ho')],
  ])(
    'leaves out a version of which a content %s, and goes on announcing the one before',
    async (_what, damage) => {
      const repository = await aRepository();
      await repository.publish(1, FILES);
      await repository.refresh();
      await repository.publish(2, { 'media/huis.png': 'a tower' });
      damage(contentOf(repository, 'a tower'));
      const { news, problems } = await repository.refresh();
      expect(news).toEqual([]);
      expect(problems).toEqual([expect.stringContaining('is missing or damaged. Publish the pack again.')]);
      expect(await good(repository)).toEqual([]);
    },
  );

  it('passes by a list that another key signed, or a broken one, and the library publishes past it', async () => {
    const repository = await aRepository();
    writeList(repository, 2, {}, { key: aKey() });
    writeFileSync(join(repository.folder, 'metadata/3.bieb.json'), '{"signed":');
    writeFileSync(join(repository.folder, 'metadata/999999999.bieb.json'), '{}');
    expect(await repository.refresh()).toMatchObject({ news: [], problems: [] });
    await repository.publish(1, FILES);
    expect(await repository.refresh()).toMatchObject({ news: ['bieb 4'], problems: [] });
  });

  it('passes by a number so far away that a stolen key would use all of them up', async () => {
    const repository = await aRepository();
    writeList(repository, 1_002, {});
    expect(await repository.refresh()).toMatchObject({ news: [], problems: [] });
    writeList(repository, 1_001, {});
    expect(await repository.refresh()).toMatchObject({ news: ['bieb 1001'] });
  });

  it('leaves out a version so high that nothing could follow it', async () => {
    const repository = await aRepository();
    await repository.publish(2 ** 31 - 1, FILES, { now: new Date('2700-01-01') });
    const { news, problems } = await repository.refresh();
    expect(news).toEqual([]);
    expect(problems).toEqual([
      expect.stringMatching(/^bieb: .* has version 2147483647, and kiosks take in nothing above/),
    ]);
  });

  it('leaves out a list that names a pack of another library', async () => {
    const repository = await aRepository();
    const stored = storeManifest(manifestOf({ 'pack.yaml': 'x' }, { ...OF, library: 'huis' }));
    const files = openFolder(repository.folder);
    const of = { library: 'huis', pack: 'pakket', channel: 'stable' } as const;
    await files.write(manifestPlace(of, stored.target.hashes.sha256), stored.bytes);
    await files.write(
      blobPlace(manifestOf({ 'pack.yaml': 'x' }, OF).files[0]?.sha256 ?? ''),
      Buffer.from('x'),
    );
    writeList(repository, 2, { 'huis/pakket.stable.json.gz': stored.target });
    expect((await repository.refresh()).problems).toEqual([
      'bieb: bieb signed "huis/pakket.stable.json.gz", which is not its own.',
    ]);
  });

  it('leaves out a manifest that is of another pack than its name', async () => {
    const repository = await aRepository();
    const stored = storeManifest(manifestOf({ 'pack.yaml': 'x' }, { ...OF, pack: 'anders' }));
    const of = { library: 'bieb', pack: 'pakket', channel: 'stable' } as const;
    await openFolder(repository.folder).write(manifestPlace(of, stored.target.hashes.sha256), stored.bytes);
    writeList(repository, 2, { 'bieb/pakket.stable.json.gz': stored.target });
    expect((await repository.refresh()).problems).toEqual([expect.stringContaining('it is of another pack')]);
  });

  it.each([
    ['a lower version', 1, FILES],
    ['the same version with another content', 2, { 'media/huis.png': 'another' }],
  ])('leaves out %s', async (_what, version, files) => {
    const repository = await aRepository();
    await repository.publish(2, FILES);
    await repository.refresh();
    // Published past the check of the publisher's own tool: as if nothing were there.
    const manifest = manifestOf({ 'pack.yaml': `version: ${version}\n`, ...files }, { ...OF, version });
    const stored = storeManifest(manifest);
    const folder = openFolder(repository.folder);
    const of = { library: 'bieb', pack: 'pakket', channel: 'stable' } as const;
    await folder.write(manifestPlace(of, stored.target.hashes.sha256), stored.bytes);
    for (const [path, text] of Object.entries({ 'pack.yaml': `version: ${version}\n`, ...files }))
      await folder.write(
        blobPlace(manifest.files.find((file) => file.path === path)?.sha256 ?? ''),
        Buffer.from(text),
      );
    writeList(repository, 3, { 'bieb/pakket.stable.json.gz': stored.target });
    expect((await repository.refresh()).problems).toEqual([expect.stringContaining('a version only rises')]);
  });

  it.each<[string, boolean, boolean]>([
    ['is on the other channel', false, false],
    ['was on the other channel before', true, false],
    ['was on the other channel before it was retired there', true, true],
  ])('leaves out a version that %s with another content', async (_what, isFormer, isRetired) => {
    const repository = await aRepository();
    await repository.publish(5, FILES, { channel: 'test' });
    if (isFormer) await repository.publish(6, FILES, { channel: 'test' });
    await repository.refresh();
    const folder = openFolder(repository.folder);
    const { version, targets } = await readPublished(await readRepository(folder), repository.publisher);
    // Published past the check of the publisher's own tool.
    const other = { 'pack.yaml': 'version: 5\n', a: 'another' };
    const manifest = manifestOf(other, { ...OF, version: 5 });
    const stored = storeManifest(manifest);
    await folder.write(
      manifestPlace({ ...OF, channel: 'stable' }, stored.target.hashes.sha256),
      stored.bytes,
    );
    for (const { path, sha256 } of manifest.files)
      await folder.write(blobPlace(sha256), Buffer.from(other[path as keyof typeof other]));
    writeList(repository, version + 1, {
      ...(isRetired ? {} : targets),
      'bieb/pakket.stable.json.gz': stored.target,
    });
    expect((await repository.refresh()).problems).toEqual([
      expect.stringContaining('has version 5, which was another content on test. Publish a higher one.'),
    ]);
  });

  it('leaves out a list that has expired', async () => {
    const repository = await aRepository();
    writeList(repository, 2, {}, { expires: '2020-01-01T00:00:00Z' });
    expect((await repository.refresh()).problems).toEqual([expect.stringContaining('has expired')]);
  });

  it('goes on with the other libraries', async () => {
    const repository = await aRepository();
    const huis = await repository.letIn('huis');
    await repository.publish(1, FILES, { key: huis });
    writeList(repository, 2, {}, { expires: '2020-01-01T00:00:00Z' });
    expect(await repository.refresh()).toMatchObject({
      news: ['targets 2', 'huis 1'],
      problems: [expect.stringMatching(/^bieb: /)],
    });
  });

  it.each(['snapshot', 'timestamp'] as const)('does not sign with another %s key', async (role) => {
    const { folder, server } = await aRepository();
    const before = readFileSync(join(folder, 'metadata/timestamp.json'), 'utf8');
    const announce = refresh(openFolder(folder), { ...server, [role]: aKey(role) }, new Date());
    await expect(announce).rejects.toThrow(TrustError);
    expect(readFileSync(join(folder, 'metadata/timestamp.json'), 'utf8')).toBe(before);
  });
});
