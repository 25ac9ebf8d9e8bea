import { readPublicKeyFile } from '../../trust/keys/key-file.ts';
import { letIn, signTargets } from '../../trust/repository/change-libraries.ts';
import { openFolder } from '../../trust/repository/open-folder.ts';
import { readRepository } from '../../trust/repository/read-repository.ts';
import { readArguments } from '../arguments.ts';
import { CommandError } from '../command-error.ts';
import { rootOfHolders } from '../repository/open-repository.ts';
import { whileLocked } from '../repository/while-locked.ts';
import { openKeyFiles, readText } from './open-key-files.ts';

/**
 * `balie keys delegate REPOSITORY --root FILE --public FILE --key ROOT --key ROOT`: lets a library publish with a key, or gives it another one
 * in place of what it had.
 */
export async function delegateCommand(args: string[]): Promise<number> {
  const { positions, options, lists } = readArguments(args, ['REPOSITORY'], {
    public: 'string',
    key: 'strings',
    passphrases: 'string',
    root: 'string',
  });
  const file = options['public'];
  if (typeof file !== 'string')
    throw new CommandError('--public FILE is missing: NAME.public.json, which the library sent.');
  const newcomer = readPublicKeyFile(readText(file), file);
  if (newcomer.for !== 'publisher' || newcomer.library === undefined)
    throw new CommandError(`"${file}" is a ${newcomer.for} key. Give the publisher's key of a library.`, 1);
  const { library } = newcomer;
  const trusted = rootOfHolders(options['root']);
  return await whileLocked(String(positions[0]), async () => {
    const repository = await readRepository(openFolder(positions[0] as string), trusted);
    const { delegations } = repository.targets.signed;
    const was = delegations.roles.some(({ name }) => name === library);
    const keys = await openKeyFiles(lists['key'] ?? [], options['passphrases']);
    const changed = letIn(delegations, library, newcomer.key);
    const version = await signTargets(repository, changed, keys, new Date());
    console.log(
      `${library} ${was ? 'publishes with another key from now on' : 'may publish'}: key ${newcomer.id} (targets ${version}).\nRun "balie repository refresh" on the server to announce it${was ? '; then publish, or renew, with the new key' : ''}.`,
    );
    return 0;
  });
}
