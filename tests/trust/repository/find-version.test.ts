import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { metadataPlace } from '../../../core/contract/repository/places.ts';
import { expiryOf } from '../../../trust/metadata/lifetimes.ts';
import { signMetadata } from '../../../trust/metadata/sign-metadata.ts';
import { findVersion } from '../../../trust/repository/find-version.ts';
import { openFolder } from '../../../trust/repository/open-folder.ts';
import { readRepository } from '../../../trust/repository/read-repository.ts';
import { readPublished } from '../../../trust/repository/sign-library.ts';
import { aRepository } from '../../builders/a-repository.ts';

/** More than the gaps after which nobody asks a web server any further. */
const AFTER_GC = 600;

test('in a folder a version is found however many lists between went as garbage', async () => {
  const { folder, publisher, publish } = await aRepository();
  for (const version of [1, 2]) await publish(version, { text: `of ${version}` });
  const read = () => readRepository(openFolder(folder));
  const { targets } = await readPublished(await read(), publisher);
  const now = new Date();
  const list = { version: AFTER_GC, expires: expiryOf('library', now), targets };
  writeFileSync(join(folder, metadataPlace('bieb', AFTER_GC)), signMetadata('library', list, [publisher]));
  const of = { library: 'bieb', pack: 'pakket', channel: 'stable' } as const;
  expect((await findVersion(await read(), of, 1)).version).toBe(1);
  await expect(findVersion(await read(), of, 3)).rejects.toThrow('There is: 1, 2.');
});
