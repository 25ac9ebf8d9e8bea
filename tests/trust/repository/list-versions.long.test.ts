import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { metadataPlace } from '../../../core/contract/repository/places.ts';
import { signMetadata } from '../../../trust/metadata/sign-metadata.ts';
import { collectGarbage } from '../../../trust/repository/collect-garbage.ts';
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

it('is not kept busy by a first list under a far number, and neither is what takes garbage away', async () => {
  const repository = await aRepository();
  const key = await repository.letIn('zuid');
  const list = { version: 999_999_999, expires: '2099-01-01T00:00:00Z', targets: {} };
  writeFileSync(
    join(repository.folder, metadataPlace('zuid', list.version)),
    signMetadata('library', list, [key]),
  );
  await repository.publish(1, { a: 'text' });
  expect((await repository.refresh()).news).toContain('zuid 999999999');
  expect(await listVersions(await readRepository(openFolder(repository.folder)))).toHaveLength(1);
  expect((await collectGarbage(repository.folder, { keep: 2, now: new Date() })).places).toEqual([]);
});
