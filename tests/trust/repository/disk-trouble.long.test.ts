// A repository on a real disk that is full, or can only be read.
import { readdirSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { openFolder } from '../../../trust/repository/open-folder.ts';
import { readRepository } from '../../../trust/repository/read-repository.ts';
import { refresh } from '../../../trust/repository/refresh.ts';
import { signLibrary } from '../../../trust/repository/sign-library.ts';
import { verify } from '../../../trust/repository/verify.ts';
import { aRepository } from '../../builders/a-repository.ts';
import { aSmallDisk } from '../../faults/small-disk.ts';

async function onSmallDisk() {
  const repository = await aRepository();
  await repository.publish(1, { a: 'text' });
  await repository.refresh();
  const disk = await aSmallDisk(2);
  disk.put(repository.folder);
  const files = openFolder(disk.dataDir);
  const partial = () =>
    readdirSync(disk.dataDir, { recursive: true, encoding: 'utf8' }).filter((name) => name.endsWith('.part'));
  return { ...repository, disk, files, partial };
}

describe('a disk in trouble', () => {
  it('that is full is named as such; what was announced stays good, and nothing half written stays behind', async () => {
    const { disk, files, publisher, server, partial } = await onSmallDisk();
    disk.fill(0);
    const state = await readRepository(files);
    await expect(signLibrary(state, publisher, () => ({}), new Date())).rejects.toThrow(
      'metadata/3.bieb.json: The disk is full. Make room; then run the same command again',
    );
    await expect(refresh(files, server, new Date())).rejects.toThrow('The disk is full.');
    expect(partial()).toEqual([]);
    expect((await verify(files, new Date())).problems).toEqual([]);
  });

  it('that can only be read is named as such', async () => {
    const { disk, files, publisher, partial } = await onSmallDisk();
    const state = await readRepository(files);
    disk.forbidWriting();
    await expect(signLibrary(state, publisher, () => ({}), new Date())).rejects.toThrow(
      'metadata/3.bieb.json: The disk can only be read. Take another place',
    );
    expect(partial()).toEqual([]);
    expect((await verify(files, new Date())).problems).toEqual([]);
  });
});
