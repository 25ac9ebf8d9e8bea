import { join } from 'node:path';
import type { RolloutWanted } from '../../core/contract/administration/rollout.ts';
import { listVersions } from '../../trust/repository/list-versions.ts';
import { openFolder } from '../../trust/repository/open-folder.ts';
import { readRepository } from '../../trust/repository/read-repository.ts';
import { TrustError } from '../../trust/trust-error.ts';
import { RolloutError } from './rollout-error.ts';

/** So many are named: whoever mistyped one finds it among the newest. */
const MOST_NAMED = 10;

/**
 * Throws RolloutError unless the repository of a server (in its data folder) has a version, on whatever channel, or will have it next:
 * the first roll-out of a pack begins before its version is published. A number beyond that would keep all below it away for good. A
 * server without a repository cannot tell: its devices look elsewhere.
 */
export async function needVersion(
  data: string,
  { publisher, pack, version }: Pick<RolloutWanted, 'publisher' | 'pack' | 'version'>,
): Promise<void> {
  const there = await versionsIn(join(data, 'repository'));
  if (there === undefined) return;
  const versions = [
    ...new Set(
      there
        .filter((each) => each.library === publisher && each.pack === pack)
        .map(({ manifest }) => manifest.version),
    ),
  ].sort((one, other) => other - one);
  const [newest] = versions;
  if (newest === undefined)
    throw new RolloutError(
      'not-this',
      `The repository has no ${publisher}/${pack}. Publish it first, on the channel test if need be. Nothing was changed.`,
    );
  if (versions.includes(version) || version === newest + 1) return;
  throw new RolloutError(
    'not-this',
    `The repository has no version ${version} of ${publisher}/${pack}: it has ${versions.slice(0, MOST_NAMED).join(', ')}, and the next one is ${newest + 1}. Nothing was changed.`,
  );
}

async function versionsIn(folder: string) {
  // Whoever asks in a browser need not know where it lies.
  const files = openFolder(folder, 'The repository');
  try {
    return await listVersions(await readRepository(files));
  } catch (error) {
    if (!(error instanceof TrustError)) throw error;
    if (error.message.startsWith('There is no repository')) return undefined;
    throw new RolloutError(
      'not-this',
      `The repository cannot be read. ${error.message} Nothing was changed.`,
    );
  }
}
