import { cpSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { readPublished } from '../../../server/alerts/read-published.ts';
import { aRepository } from '../../builders/a-repository.ts';
import { aDataFolder } from '../../builders/a-store.ts';
import { breakFile } from '../../builders/break-file.ts';

const untold = (error: Error) => {
  throw error;
};

it('reads which versions are announced, and until when all of it holds', async () => {
  const repository = await aRepository();
  await repository.publish(3, {});
  await repository.publish(5, {}, { channel: 'test' });
  await repository.refresh();
  await repository.publish(4, {}); // not announced
  const data = aDataFolder();
  cpSync(repository.folder, join(data, 'repository'), { recursive: true });
  const known = new Map<string, number>();
  const first = await readPublished(data, known, untold);
  expect(first.packs).toEqual([
    { library: 'bieb', pack: 'pakket', channel: 'stable', version: 3 },
    { library: 'bieb', pack: 'pakket', channel: 'test', version: 5 },
  ]);
  expect(first.unread).toEqual(new Set());
  expect(first.expiries.get('bieb')?.map(({ role }) => role)).toEqual([
    ...['root', 'timestamp', 'snapshot', 'targets', 'bieb'],
  ]);
  rmSync(join(data, 'repository', 'targets'), { recursive: true });
  expect(await readPublished(data, known, untold)).toEqual(first);
});

it('finds nothing where there is no repository, and says that this says nothing', async () => {
  const data = aDataFolder();
  expect(await readPublished(data, new Map(), untold)).toEqual({
    packs: [],
    expiries: new Map(),
    unread: 'all',
  });
});

it.each([
  ['the timestamp', 'timestamp.json', 'all'],
  ['the list of a library', '2.bieb.json', new Set(['bieb'])],
  ['the list of libraries', '1.targets.json', 'all'],
])('says so where %s is damaged', async (_, name, unread) => {
  const repository = await aRepository();
  await repository.publish(3, {});
  await repository.refresh();
  const data = aDataFolder();
  cpSync(repository.folder, join(data, 'repository'), { recursive: true });
  const place = join(data, 'repository', 'metadata', name);
  expect(await readPublished(data, new Map(), untold)).toMatchObject({ unread: new Set() });
  writeFileSync(place, readFileSync(place).subarray(1));
  expect(await readPublished(data, new Map(), untold)).toMatchObject({ unread });
});

it('says of which publisher something is damaged, and reads the others', async () => {
  const repository = await aRepository();
  const key = await repository.letIn('ander');
  await repository.publish(3, {});
  await repository.publish(7, {}, { key });
  await repository.refresh();
  const data = aDataFolder();
  cpSync(repository.folder, join(data, 'repository'), { recursive: true });
  const metadata = join(data, 'repository', 'metadata');
  const list = readdirSync(metadata).filter((name) => name.endsWith('.ander.json'));
  expect((await readPublished(data, new Map(), untold)).packs).toHaveLength(2);
  for (const name of list) writeFileSync(join(metadata, name), '');
  const left = await readPublished(data, new Map(), untold);
  expect([left.unread, left.packs, [...left.expiries.keys()]]).toEqual([
    new Set(['ander']),
    [{ library: 'bieb', pack: 'pakket', channel: 'stable', version: 3 }],
    ['bieb'],
  ]);
});

it.each([
  ['the timestamp', 'metadata/timestamp.json', 'all'],
  ['the first root', 'metadata/1.root.json', 'all'],
  ['the list of a publisher', '.ander.json', new Set(['ander'])],
  ['the manifest of a pack', 'targets/ander', new Set(['ander'])],
])(
  'says so where the disk does not give up %s, tells of it, and reads the rest',
  async (_, place, unread) => {
    const repository = await aRepository();
    const key = await repository.letIn('ander');
    await repository.publish(3, {});
    await repository.publish(7, {}, { key });
    await repository.refresh();
    const data = aDataFolder();
    const copy = join(data, 'repository');
    cpSync(repository.folder, copy, { recursive: true });
    const files = readdirSync(copy, { recursive: true, withFileTypes: true })
      .filter((each) => each.isFile())
      .map((each) => join(each.parentPath, each.name));
    const broken = files.filter((file) => file.includes(place));
    expect(broken).toHaveLength(1);
    broken.forEach(breakFile);
    const told: Error[] = [];
    const left = await readPublished(data, new Map(), (error) => told.push(error));
    expect(left.unread).toEqual(unread);
    expect(left.packs.map(({ library }) => library)).toEqual(unread === 'all' ? [] : ['bieb']);
    expect(told).toEqual([expect.objectContaining({ code: 'EIO' })]);
  },
);
