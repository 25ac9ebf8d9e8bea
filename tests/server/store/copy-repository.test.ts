import { mkdirSync, readdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import { copyFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, it, onTestFinished } from 'vitest';
import { copyRepository } from '../../../server/store/copy-repository.ts';
import { collectGarbage } from '../../../trust/repository/collect-garbage.ts';
import { lockFolder } from '../../../trust/repository/lock-folder.ts';
import { openFolder } from '../../../trust/repository/open-folder.ts';
import { verify } from '../../../trust/repository/verify.ts';
import { aRepository } from '../../builders/a-repository.ts';
import { aDataFolder } from '../../builders/a-store.ts';

const TWO_DAYS_MS = 2 * 86_400_000;

it('copies it whole while somebody publishes in it and takes away what no kiosk needs', async () => {
  const repository = await aRepository();
  const { folder } = repository;
  const publish = async (version: number) => {
    await repository.publish(version, { 'text.md': `version ${version}` });
    await repository.refresh();
  };
  await publish(1);
  const unneeded = join(folder, 'blobs', 'sha256', '00');
  mkdirSync(unneeded, { recursive: true });
  for (const name of ['left', 'right']) writeFileSync(join(unneeded, name), name);
  onTestFinished(lockFolder(folder, new Date()));
  const data = aDataFolder();
  symlinkSync(folder, join(data, 'repository')); // as of a disk that several instances read
  let isChanged = false;
  await copyRepository(join(data, 'repository'), join(data, 'copy'), async (...file) => {
    // Between the look into a folder and the copy of what was in it: what the copy began with is gone before it ends.
    if (!isChanged && file[0].includes('blobs')) {
      isChanged = true;
      for (const version of [2, 3, 4]) await publish(version);
      const { places } = await collectGarbage(folder, { keep: 2, now: new Date(Date.now() + TWO_DAYS_MS) });
      expect(places).toEqual(expect.arrayContaining(['blobs/sha256/00/left', 'metadata/1.snapshot.json']));
    }
    await copyFile(...file);
  });
  expect(isChanged).toBe(true);
  const { problems, packs } = await verify(openFolder(join(data, 'copy')), new Date());
  expect([problems, packs.map(({ version }) => version)]).toEqual([[], [4]]);
  expect(readdirSync(folder)).toContain('.lock');
  expect(readdirSync(join(data, 'copy')).sort()).toEqual(['blobs', 'metadata', 'targets']);
});

it('gives up on one that never stands still, and says so', async () => {
  const data = aDataFolder();
  const from = join(data, 'repository');
  mkdirSync(join(from, 'metadata'), { recursive: true });
  const timestamp = join(from, 'metadata', 'timestamp.json');
  writeFileSync(timestamp, '');
  writeFileSync(join(from, 'metadata', '1.root.json'), '{}');
  let times = 0;
  const copied = copyRepository(from, join(data, 'copy'), async (...file) => {
    writeFileSync(timestamp, String(++times));
    await copyFile(...file);
  });
  await expect(copied).rejects.toThrow('was changed all the while that it was copied');
});

it('has a list as it is at the end, where its number was given anew meanwhile', async () => {
  const data = aDataFolder();
  const from = join(data, 'repository');
  mkdirSync(join(from, 'metadata'), { recursive: true });
  const [timestamp, list] = ['timestamp.json', '2.snapshot.json'].map((name) => join(from, 'metadata', name));
  writeFileSync(String(timestamp), 'one');
  writeFileSync(String(list), 'never announced');
  let isChanged = false;
  await copyRepository(from, join(data, 'copy'), async (...file) => {
    await copyFile(...file);
    if (isChanged) return;
    isChanged = true;
    writeFileSync(String(list), 'announced');
    writeFileSync(String(timestamp), 'two');
  });
  expect(readFileSync(join(data, 'copy', 'metadata', '2.snapshot.json'), 'utf8')).toBe('announced');
});

it('does not call a copy whole that lacks the repository because its disk is not there', async () => {
  const data = aDataFolder();
  symlinkSync(join(data, 'not-mounted'), join(data, 'repository'));
  await expect(copyRepository(join(data, 'repository'), join(data, 'copy'))).rejects.toThrow('ENOENT');
});

it('copies nothing where there is none, and throws what else is wrong with the disk', async () => {
  const data = aDataFolder();
  await copyRepository(join(data, 'repository'), join(data, 'copy'));
  expect(readdirSync(data)).not.toContain('copy');
  mkdirSync(join(data, 'repository'));
  writeFileSync(join(data, 'repository', 'file'), '');
  const full = copyRepository(join(data, 'repository'), join(data, 'copy'), async () => {
    throw Object.assign(new Error('no space'), { code: 'ENOSPC' });
  });
  await expect(full).rejects.toThrow('no space');
});
