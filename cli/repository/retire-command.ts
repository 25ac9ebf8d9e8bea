import { Channel, type LibraryId, targetPath } from '../../core/contract/repository/names.ts';
import { leaveOut, signTargets } from '../../trust/repository/change-libraries.ts';
import { openFolder } from '../../trust/repository/open-folder.ts';
import { type Repository, readRepository } from '../../trust/repository/read-repository.ts';
import { libraryOf, signLibrary, type Targets } from '../../trust/repository/sign-library.ts';
import { readArguments } from '../arguments.ts';
import { CommandError } from '../command-error.ts';
import { libraryFrom } from '../keys/ceremony-command.ts';
import { openKeyFile, openKeyFiles } from '../keys/open-key-files.ts';
import { channelFrom } from './channel-from.ts';
import { openRepository, rootOfHolders } from './open-repository.ts';
import { whileLocked } from './while-locked.ts';

/**
 * `balie repository retire DIR|URL --pack ID [--channel C] --key FILE [--root FILE]`: a pack is no longer published.
 * `balie repository retire DIR --library ID --root FILE --key ROOT --key ROOT`: a library no longer publishes.
 */
export async function retireCommand(args: string[]): Promise<number> {
  const { positions, options, lists } = readArguments(args, ['DIR|URL'], {
    pack: 'string',
    channel: 'string',
    library: 'string',
    key: 'strings',
    passphrases: 'string',
    root: 'string',
  });
  const [place = ''] = positions;
  if ((options['pack'] === undefined) === (options['library'] === undefined))
    throw new CommandError('Give --pack ID or --library ID: what is retired.');
  const trusted = options['library'] === undefined ? undefined : rootOfHolders(options['root']);
  return await whileLocked(place, async () => {
    if (options['library'] !== undefined)
      return await retireLibrary(
        await readRepository(openFolder(place), trusted),
        libraryFrom(options['library']),
        () => openKeyFiles(lists['key'] ?? [], options['passphrases']),
      );
    const repository = await openRepository(place, options['root']);
    const key = await openKeyFile(lists['key']?.[0], options['passphrases']);
    const library = libraryOf(repository, key);
    const channels = options['channel'] === undefined ? Channel.options : [channelFrom(options['channel'])];
    const paths = channels.map((channel) => targetPath({ library, pack: String(options['pack']), channel }));
    let gone: string[] = [];
    const withoutThem = (targets: Targets) => {
      gone = paths.filter((path) => Object.hasOwn(targets, path));
      if (gone.length === 0)
        throw new CommandError(
          `${library} does not publish "${options['pack']}" there. It publishes: ${Object.keys(targets).join(', ') || 'nothing'}.`,
          1,
        );
      return Object.fromEntries(Object.entries(targets).filter(([path]) => !gone.includes(path)));
    };
    const version = await signLibrary(repository, key, withoutThem, new Date());
    console.log(
      `${gone.join(', ')}: no longer published (${library} ${version}). After the server's next refresh no kiosk takes it in anew; those that have it keep it.`,
    );
    return 0;
  });
}

async function retireLibrary(
  repository: Repository,
  library: LibraryId,
  open: () => ReturnType<typeof openKeyFiles>,
): Promise<number> {
  const { delegations } = repository.targets.signed;
  if (!delegations.roles.some(({ name }) => name === library))
    throw new CommandError(
      `"${library}" does not publish here. These do: ${delegations.roles.map(({ name }) => name).join(', ')}.`,
      1,
    );
  const version = await signTargets(repository, leaveOut(delegations, library), await open(), new Date());
  console.log(
    `${library} no longer publishes (targets ${version}). Run "balie repository refresh" on the server.`,
  );
  return 0;
}
