import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { openedVersions } from '../../../server/packs/opened-versions.ts';
import { aRepository } from '../../builders/a-repository.ts';
import { TODAY } from '../../builders/today.ts';
import { packOf, STABLE } from '../../builders/updates/raw-repository.ts';

test('the titles of more packs than stay open are read once, and not again for each look', async () => {
  const repository = await aRepository();
  for (const version of [1, 2]) await repository.publish(version, packOf(version), { pack: STABLE.pack });
  await repository.refresh();
  const versions = openedVersions(repository.folder, () => TODAY, 1);
  onTestFinished(versions.close);
  const all = await versions.list();
  expect(all).toHaveLength(2);
  const titles = async () => Promise.all(all.map(versions.titleOf));
  const before = await titles();
  expect(before.every((title) => typeof title === 'string')).toBe(true);
  rmSync(join(repository.folder, 'blobs'), { recursive: true });
  expect(await titles()).toEqual(before);
  // One of them is not open any more: it cannot be read without its content.
  const opened = await Promise.allSettled(
    all.map(({ library, pack, channel, manifest }) =>
      versions.open({ library, pack, channel, version: manifest.version }),
    ),
  );
  expect(opened.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
});
