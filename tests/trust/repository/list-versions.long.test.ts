import { expect, it } from 'vitest';
import { listVersions } from '../../../trust/repository/list-versions.ts';
import { openFolder } from '../../../trust/repository/open-folder.ts';
import { readRepository } from '../../../trust/repository/read-repository.ts';
import { aRepository } from '../../builders/a-repository.ts';

it('lists a version that was replaced many publications ago: a kiosk that was held still shows it', async () => {
  const repository = await aRepository();
  for (let version = 1; version <= 60; version++) await repository.publish(version, { a: `text ${version}` });
  await repository.refresh();
  const found = await listVersions(await readRepository(openFolder(repository.folder)));
  expect(found.map(({ manifest }) => manifest.version)).toEqual(
    Array.from({ length: 60 }, (_, index) => 60 - index),
  );
  expect(found.filter(({ newest }) => newest)).toHaveLength(1);
});
