import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { metadataPlace } from '../../../core/contract/repository/places.ts';
import { openFolder } from '../../../trust/repository/open-folder.ts';
import { readRepository } from '../../../trust/repository/read-repository.ts';
import { MOST_VERSIONS_AHEAD } from '../../../trust/repository/repository-files.ts';
import { readPublished } from '../../../trust/repository/sign-library.ts';
import { aRepository } from '../../builders/a-repository.ts';

test.each([MOST_VERSIONS_AHEAD, MOST_VERSIONS_AHEAD - 1])(
  'what somebody puts %i numbers ahead keeps no list from being read',
  async (ahead) => {
    const { folder, publisher, publish } = await aRepository();
    const read = () => readRepository(openFolder(folder));
    await publish(1, { text: 'one' });
    const announced = (await read()).announced('bieb');
    writeFileSync(join(folder, metadataPlace('bieb', announced + ahead)), 'junk');
    for (const version of [2, 3]) {
      const before = (await readPublished(await read(), publisher)).version;
      await publish(version, { text: `of ${version}` });
      expect((await readPublished(await read(), publisher)).version).toBe(before + 1);
    }
  },
);

test('a number that is taken is passed by', async () => {
  const { folder, publisher, publish } = await aRepository();
  const read = () => readRepository(openFolder(folder));
  await publish(1, { text: 'one' });
  const { version } = await readPublished(await read(), publisher);
  writeFileSync(join(folder, metadataPlace('bieb', version + 1)), 'junk');
  await publish(2, { text: 'two' });
  expect((await readPublished(await read(), publisher)).version).toBe(version + 2);
});
