// Over a network each list is a request, and gc leaves long gaps between their numbers.
import { readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { openFolder } from '../../../trust/repository/open-folder.ts';
import { planPublishing } from '../../../trust/repository/publish.ts';
import { readRepository } from '../../../trust/repository/read-repository.ts';
import type { RepositoryFiles } from '../../../trust/repository/repository-files.ts';
import { aRepository, manifestOf } from '../../builders/a-repository.ts';

const PUBLISHED = 48;

it('asks a web server for few lists that gc took away', async () => {
  const repository = await aRepository();
  for (let version = 1; version <= PUBLISHED; version++)
    await repository.publish(version, { text: `a ${version}` }, { pack: 'a' });
  await repository.refresh();
  const metadata = join(repository.folder, 'metadata');
  for (const name of readdirSync(metadata)) {
    const [, number = PUBLISHED] = /^(\d+)\.bieb\.json$/.exec(name) ?? [];
    if (Number(number) < PUBLISHED - 2) rmSync(join(metadata, name));
  }
  const folder = openFolder(repository.folder);
  let asked = 0;
  const overNetwork: RepositoryFiles = {
    ...folder,
    // Nobody can list what lies at a web server: from the known number on it is tried.
    versions: async (role, known) => (await folder.versions(role, known)).filter((each) => each >= known),
    read: (...given) => {
      asked++;
      return folder.read(...given);
    },
  };
  const state = await readRepository(overNetwork);
  asked = 0;
  const next = manifestOf({ text: 'a next' }, { library: 'bieb', pack: 'a', version: PUBLISHED + 1 });
  await planPublishing(state, repository.publisher, next, 'stable');
  expect(asked).toBeGreaterThan(20);
  expect(asked).toBeLessThan(32);
});
