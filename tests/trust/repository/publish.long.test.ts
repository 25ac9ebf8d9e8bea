import { readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { blobPlace } from '../../../core/contract/repository/places.ts';
import { openFolder } from '../../../trust/repository/open-folder.ts';
import { bringContents, planPublishing } from '../../../trust/repository/publish.ts';
import { readRepository } from '../../../trust/repository/read-repository.ts';
import { readPublished, signLibrary, type Targets } from '../../../trust/repository/sign-library.ts';
import { verify } from '../../../trust/repository/verify.ts';
import { type ARepository, aKey, aRepository, manifestOf } from '../../builders/a-repository.ts';

const FILES = { a: 'one', b: 'two' };
const of = (version: number) => ({ library: 'bieb', pack: 'pakket', version });
const published = async ({ folder, publisher }: ARepository) =>
  await readPublished(await readRepository(openFolder(folder)), publisher);

describe('publishing', () => {
  it('puts a version on a channel, and leaves the other alone', async () => {
    const repository = await aRepository();
    await repository.publish(1, FILES, { channel: 'test' });
    expect(Object.keys((await published(repository)).targets)).toEqual(['bieb/pakket.test.json.gz']);
  });

  it('makes what was tested stable as it is, byte for byte', async () => {
    const repository = await aRepository();
    await repository.publish(1, FILES, { channel: 'test', now: new Date('2026-01-01T00:00:00Z') });
    await repository.publish(1, FILES, { channel: 'stable', now: new Date('2026-02-02T00:00:00Z') });
    const { targets } = await published(repository);
    expect(targets['bieb/pakket.stable.json.gz']).toEqual(targets['bieb/pakket.test.json.gz']);
  });

  it.each([
    [
      'a lower version',
      2,
      FILES,
      'test',
      'kiosks refuse a lower one. Raise the version in pack.yaml above 3.',
    ],
    [
      'a version that no kiosk would take in',
      2 ** 31 - 1,
      FILES,
      'test',
      'Version 2147483647 of pakket is too high: kiosks take in nothing above',
    ],
    [
      'a version that is there with another content',
      3,
      { a: 'x' },
      'test',
      'Version 3 of pakket is on test already',
    ],
    [
      'a version that the other channel has with another content',
      3,
      { a: 'x' },
      'stable',
      'is on test already',
    ],
  ] as const)('refuses %s', async (_what, version, files, channel, why) => {
    const repository = await aRepository();
    await repository.publish(3, FILES, { channel: 'test' });
    await expect(repository.publish(version, files, { channel })).rejects.toThrow(why);
    expect((await published(repository)).version).toBe(2);
  });

  it.each<[string, (repository: ARepository) => Promise<unknown>]>([
    ['', async () => undefined],
    [', also after a refresh', async (repository) => repository.refresh()],
  ])('refuses a version that the other channel had before with another content%s', async (_, between) => {
    const repository = await aRepository();
    await repository.publish(5, FILES, { channel: 'test' });
    await repository.publish(6, { a: 'six' }, { channel: 'test' });
    await between(repository);
    await expect(repository.publish(5, { a: 'another' }, { channel: 'stable' })).rejects.toThrow(
      'Version 5 of pakket was on test before, with another content. Raise the version in pack.yaml.',
    );
    expect((await published(repository)).version).toBe(3);
  });

  it('refuses a version that was retired on the other channel and was another content', async () => {
    const repository = await aRepository();
    await repository.publish(4, FILES);
    await repository.publish(5, { a: 'not good' }, { channel: 'test' });
    const withoutTest = ({ 'bieb/pakket.test.json.gz': _gone, ...rest }: Targets) => rest;
    const state = await readRepository(openFolder(repository.folder));
    await signLibrary(state, repository.publisher, withoutTest, new Date());
    await repository.refresh();
    await expect(repository.publish(5, { a: 'good' })).rejects.toThrow(
      'Version 5 of pakket was on test before, with another content. Raise the version in pack.yaml.',
    );
    await repository.publish(6, { a: 'good' });
    expect((await repository.refresh()).problems).toEqual([]);
  });

  it('makes stable what was tested before, byte for byte, while the next one is tested', async () => {
    const repository = await aRepository();
    await repository.publish(5, FILES, { channel: 'test', now: new Date('2026-01-01T00:00:00Z') });
    const tested = (await published(repository)).targets['bieb/pakket.test.json.gz'];
    await repository.publish(6, { a: 'six' }, { channel: 'test' });
    await repository.publish(5, FILES, { channel: 'stable' });
    expect((await published(repository)).targets['bieb/pakket.stable.json.gz']).toEqual(tested);
    await repository.refresh();
    await repository.publish(6, { a: 'six' }, { channel: 'stable' });
    expect((await repository.refresh()).problems).toEqual([]);
  });

  it('refuses a key that the repository does not know, and one of another library', async () => {
    const repository = await aRepository();
    await expect(repository.publish(1, FILES, { key: aKey() })).rejects.toThrow(
      'does not know this key of bieb',
    );
    await repository.letIn('huis');
    await expect(repository.publish(1, FILES, { key: aKey('publisher', 'huis') })).rejects.toThrow(
      'does not know this key of huis',
    );
    await expect(repository.publish(1, FILES, { key: aKey('root') })).rejects.toThrow('This is a root key');
  });

  it('brings only the contents that are not there, each once', async () => {
    const repository = await aRepository();
    await repository.publish(1, { ...FILES, c: 'two' });
    const state = await readRepository(openFolder(repository.folder));
    const plan = await planPublishing(
      state,
      repository.publisher,
      manifestOf({ ...FILES, b: 'new', c: 'new', d: 'one' }, of(2)),
      'stable',
    );
    const asked: string[] = [];
    const bring = () =>
      bringContents(state, plan, async (path) => {
        asked.push(path);
        return Buffer.from('new');
      });
    expect(await bring()).toEqual({ contents: 1, bytes: 3 });
    expect(await bring()).toEqual({ contents: 0, bytes: 0 });
    expect(asked).toHaveLength(1);
  });

  it('mends a content that was torn', async () => {
    const repository = await aRepository();
    const digest = manifestOf({ a: 'one' }, of(1)).files[0]?.sha256 ?? '';
    await openFolder(repository.folder).write(blobPlace(digest), Buffer.from('o'));
    await repository.publish(1, FILES);
    expect(readFileSync(join(repository.folder, blobPlace(digest)), 'utf8')).toBe('one');
    expect((await repository.refresh()).problems).toEqual([]);
  });

  it.each([
    ['is damaged, at the same length', (file: string) => writeFileSync(file, 'eno')],
    ['is missing', (file: string) => rmSync(file)],
  ])('brings a content anew that the version before had too and that %s', async (_what, damage) => {
    const repository = await aRepository();
    await repository.publish(1, FILES);
    const file = join(repository.folder, blobPlace(manifestOf({ a: 'one' }, of(1)).files[0]?.sha256 ?? ''));
    damage(file);
    await repository.publish(2, FILES);
    expect(readFileSync(file, 'utf8')).toBe('one');
  });

  it('makes a manifest anew that was damaged in the repository, and announces it', async () => {
    const repository = await aRepository();
    await repository.publish(1, FILES);
    await repository.refresh();
    const [name = ''] = readdirSync(join(repository.folder, 'targets/bieb'));
    writeFileSync(join(repository.folder, 'targets/bieb', name), 'x'.repeat(9_000));
    await repository.publish(1, FILES, { now: new Date(Date.now() + 1_000) });
    expect(await repository.refresh()).toMatchObject({ news: ['bieb 3'], problems: [] });
    expect((await verify(openFolder(repository.folder), new Date())).problems).toEqual([]);
  });

  it('never writes over metadata that is there', async () => {
    const { folder } = await aRepository();
    await expect(
      openFolder(folder).write('metadata/1.bieb.json', Buffer.from('something else')),
    ).rejects.toThrow('is there already');
  });

  it('leaves nothing half written', async () => {
    const repository = await aRepository();
    await repository.publish(1, FILES);
    const names = readdirSync(repository.folder, { recursive: true, encoding: 'utf8' });
    expect(names.filter((name) => name.includes('part'))).toEqual([]);
  });
});

describe('verify', () => {
  it('is content with what was published and announced', async () => {
    const repository = await aRepository();
    await repository.publish(1, FILES);
    await repository.refresh();
    expect(await verify(openFolder(repository.folder), new Date())).toEqual({
      packs: [{ path: 'bieb/pakket.stable.json.gz', version: 1, files: 3 }],
      contents: 3,
      problems: [],
      warnings: [],
    });
  });

  it.each([
    ['root', 731],
    ['targets', 731],
    ['bieb', 366],
    ['snapshot', 181],
    ['timestamp', 31],
  ])('says that %s expired, and half way that it will', async (role, days) => {
    const { folder } = await aRepository();
    const at = (day: number) => verify(openFolder(folder), new Date(Date.now() + day * 86_400_000));
    expect((await at(days)).problems).toContainEqual(expect.stringMatching(`^${role} expired on `));
    expect((await at(Math.ceil(days / 2) + 1)).warnings).toContainEqual(
      expect.stringMatching(`^${role} expires on `),
    );
  });

  it.each(['timestamp.json', '1.snapshot.json', '1.targets.json', '1.bieb.json', '1.root.json'])(
    'is not content when one byte of the signed part of %s is changed',
    async (name) => {
      const { folder, root } = await aRepository();
      const file = join(folder, 'metadata', name);
      const text = readFileSync(file, 'utf8');
      writeFileSync(
        file,
        text.replace(/"expires": "20(\d)/, (all, digit) => `${all.slice(0, -1)}${9 - Number(digit)}`),
      );
      expect(statSync(file).size).toBe(text.length);
      const verdict = await verify(openFolder(folder), new Date()).catch(({ message }) => ({
        problems: [message],
      }));
      expect(verdict.problems).not.toEqual([]);
      // With the root that came another way, the first root of the repository does not matter.
      if (name === '1.root.json')
        expect((await verify(openFolder(folder), new Date(), root)).problems).toEqual([]);
    },
  );

  it('trusts the root it is given, not the one it finds', async () => {
    const [one, other] = [await aRepository(), await aRepository()];
    const verdict = await verify(openFolder(one.folder), new Date(), other.root).catch(
      ({ message }) => message,
    );
    expect(verdict).toContain('has no list of libraries that its root keys signed');
  });

  it('warns of what is there and not announced', async () => {
    const repository = await aRepository();
    await repository.publish(1, FILES);
    expect((await verify(openFolder(repository.folder), new Date())).warnings).toEqual([
      'bieb 2 is there and not announced. Run a refresh.',
    ]);
  });

  it('says where there is no repository', async () => {
    await expect(verify(openFolder('/nowhere'), new Date())).rejects.toThrow(
      'There is no repository at "/nowhere"',
    );
  });
});

it('brings nothing more once something went wrong, and nothing behind its back', async () => {
  const repository = await aRepository();
  const state = await readRepository(openFolder(repository.folder));
  const many = Object.fromEntries(Array.from({ length: 40 }, (_, index) => [`f${index}`, `text ${index}`]));
  const plan = await planPublishing(state, repository.publisher, manifestOf(many, of(1)), 'test');
  let begun = 0;
  let going = 0;
  const bring = bringContents(state, plan, async () => {
    const mine = ++begun;
    going++;
    await new Promise((resolve) => setTimeout(resolve, mine === 6 ? 1 : 20));
    going--;
    if (mine === 6) throw new Error('no more');
    return Buffer.from('x');
  });
  await expect(bring).rejects.toThrow('no more');
  expect([begun <= 10, going]).toEqual([true, 0]);
});
