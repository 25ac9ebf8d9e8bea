import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { buildManifest, listFiles, readContent } from '../../cli/pack/build-manifest.ts';
import { letIn, signTargets } from '../../trust/repository/change-libraries.ts';
import { foundRepository } from '../../trust/repository/found-repository.ts';
import { openFolder } from '../../trust/repository/open-folder.ts';
import { bringContents, planPublishing, publishManifest } from '../../trust/repository/publish.ts';
import { readRepository } from '../../trust/repository/read-repository.ts';
import { refresh } from '../../trust/repository/refresh.ts';
import { aKey } from '../builders/a-repository.ts';
import { SHIPPED_PACK } from '../flows/shipped-pack.ts';

/**
 * Makes a repository in the data folder of a server, with the shipped pack in it as versions 1 and 2 of "delft". `other`: a library that
 * publishes a pack with the same id, as its version 1.
 */
export async function publishShipped(data: string, other?: string): Promise<void> {
  const files = openFolder(join(data, 'repository'));
  const now = new Date();
  const key = aKey('publisher', 'delft');
  const server = { snapshot: aKey('snapshot'), timestamp: aKey('timestamp') };
  const holders = [aKey('root'), aKey('root'), aKey('root')];
  await foundRepository(files, { holders, publisher: { ...key, library: 'delft' }, server }, now);
  const folder = mkdtempSync(join(tmpdir(), 'balie-pack-'));
  cpSync(SHIPPED_PACK, folder, { recursive: true });
  const about = join(folder, 'pack.yaml');
  const publish = async (library: string, version: number, by = key) => {
    writeFileSync(about, readFileSync(about, 'utf8').replace(/^version: \d+$/m, `version: ${version}`));
    const of = { library, pack: 'zelfredzaam', version };
    const repository = await readRepository(files);
    const plan = await planPublishing(repository, by, buildManifest(listFiles(folder), of, now), 'stable');
    await bringContents(repository, plan, async (path, digest) => readContent(folder, path, digest));
    await publishManifest(repository, by, plan, 'stable', now);
  };
  for (const version of [1, 2]) await publish('delft', version);
  if (other !== undefined) {
    const theirs = aKey('publisher', other);
    const repository = await readRepository(files);
    const delegations = letIn(repository.targets.signed.delegations, other, theirs.key);
    await signTargets(repository, delegations, holders.slice(0, 2), now);
    await publish(other, 1, theirs);
  }
  await refresh(files, server, now);
  rmSync(folder, { recursive: true, force: true });
}
