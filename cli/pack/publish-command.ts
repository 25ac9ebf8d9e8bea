import { UnreadablePackError } from '../../packs/list-pack-files.ts';
import { libraryOf } from '../../trust/repository/sign-library.ts';
import { readArguments, todayFrom } from '../arguments.ts';
import { CommandError } from '../command-error.ts';
import { openKeyFile } from '../keys/open-key-files.ts';
import { channelFrom } from '../repository/channel-from.ts';
import { openRepository } from '../repository/open-repository.ts';
import { whileLocked } from '../repository/while-locked.ts';
import { buildManifest, listFiles } from './build-manifest.ts';
import { loadPack } from './load-pack.ts';
import { publishFolder } from './publish-folder.ts';

/**
 * `balie pack publish DIR --repository DIR|URL --key FILE [--channel test|stable] [--root FILE]`: checks a pack, says what changes,
 * brings only what is missing, and signs. After a cut the same command goes on where it was. Status 1, and nothing is changed, when the pack
 * has errors or its version does not rise.
 */
export async function publishCommand(args: string[]): Promise<number> {
  const { positions, options } = readArguments(args, ['DIR'], {
    repository: 'string',
    key: 'string',
    channel: 'string',
    passphrases: 'string',
    root: 'string',
    today: 'string',
    'dry-run': 'boolean',
  });
  const folder = positions[0] as string;
  const place = options['repository'];
  if (typeof place !== 'string') throw new CommandError('--repository DIR|URL is missing.');
  const channel = channelFrom(options['channel'] ?? 'test');
  // Listed before the check: a file that changes after it was checked is noticed when it is brought.
  const files = listOrRefuse(folder);
  const { about } = loadPack(folder, todayFrom(options['today']));
  return await whileLocked(place, async () => {
    const repository = await openRepository(place, options['root']);
    const key = await openKeyFile(options['key'], options['passphrases']);
    const of = { library: libraryOf(repository, key), pack: about.id, version: about.version };
    const manifest = buildManifest(files, of, new Date());
    await publishFolder({ repository, key, folder, manifest, channel, look: options['dry-run'] === true });
    return 0;
  });
}

function listOrRefuse(folder: string): ReturnType<typeof listFiles> {
  try {
    return listFiles(folder);
  } catch (error) {
    throw error instanceof UnreadablePackError ? new CommandError(error.message) : error;
  }
}
