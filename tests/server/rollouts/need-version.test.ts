import { cpSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { needVersion } from '../../../server/rollouts/need-version.ts';
import { aRepository } from '../../builders/a-repository.ts';
import { aDataFolder } from '../../builders/a-store.ts';

it('says what is wrong with the repository, and not where it lies on the disk of the server', async () => {
  const repository = await aRepository();
  await repository.publish(3, {});
  await repository.refresh();
  const data = aDataFolder();
  const wanted = { publisher: 'bieb', pack: 'pakket', version: 3 };
  cpSync(repository.folder, join(data, 'repository'), { recursive: true });
  await needVersion(data, wanted);
  rmSync(join(data, 'repository', 'metadata', '1.targets.json'));
  const refused = await needVersion(data, wanted).catch((error: Error) => error.message);
  expect(refused).toContain('The repository has no list of libraries');
  expect(refused).not.toContain(data);
});
