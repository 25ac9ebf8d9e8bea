import { cpSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { readPublished } from '../../../server/alerts/read-published.ts';
import { aRepository } from '../../builders/a-repository.ts';
import { aDataFolder } from '../../builders/a-store.ts';

it('reads which versions are announced, and until when all of it holds', async () => {
  const repository = await aRepository();
  await repository.publish(3, {});
  await repository.publish(5, {}, { channel: 'test' });
  await repository.refresh();
  await repository.publish(4, {}); // not announced
  const data = aDataFolder();
  cpSync(repository.folder, join(data, 'repository'), { recursive: true });
  const known = new Map<string, number>();
  const first = await readPublished(data, known);
  expect(first.packs).toEqual([
    { library: 'bieb', pack: 'pakket', channel: 'stable', version: 3 },
    { library: 'bieb', pack: 'pakket', channel: 'test', version: 5 },
  ]);
  expect(first.isWhole).toBe(true);
  expect(first.expiries.get('bieb')?.map(({ role }) => role)).toEqual([
    ...['root', 'timestamp', 'snapshot', 'targets', 'bieb'],
  ]);
  rmSync(join(data, 'repository', 'targets'), { recursive: true });
  expect(await readPublished(data, known)).toEqual(first);
});

it('finds nothing where there is no repository, and says that this says nothing', async () => {
  const data = aDataFolder();
  expect(await readPublished(data, new Map())).toEqual({ packs: [], expiries: new Map(), isWhole: false });
});

it.each([
  ['the timestamp', 'timestamp.json'],
  ['the list of a library', '2.bieb.json'],
  ['the list of libraries', '1.targets.json'],
])('says so where %s is damaged', async (_, name) => {
  const repository = await aRepository();
  await repository.publish(3, {});
  await repository.refresh();
  const data = aDataFolder();
  cpSync(repository.folder, join(data, 'repository'), { recursive: true });
  const place = join(data, 'repository', 'metadata', name);
  expect(await readPublished(data, new Map())).toMatchObject({ isWhole: true });
  writeFileSync(place, readFileSync(place).subarray(1));
  expect(await readPublished(data, new Map())).toMatchObject({ isWhole: false });
});
