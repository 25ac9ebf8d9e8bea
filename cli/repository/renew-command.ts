import { readFormer } from '../../trust/repository/read-former.ts';
import { libraryOf, signLibrary, type Targets } from '../../trust/repository/sign-library.ts';
import { readArguments } from '../arguments.ts';
import { openKeyFile } from '../keys/open-key-files.ts';
import { openRepository } from './open-repository.ts';
import { takeOverFrom } from './take-over-from.ts';
import { whileLocked } from './while-locked.ts';

/**
 * `balie repository renew DIR|URL --key FILE [--take-over]`: signs what a library publishes for another year, as it is. With `--take-over`
 * what it published under the key that it lost; that needs `--root FILE` in a folder too, because what is taken over is only as good as the root that let the
 * lost key in.
 */
export async function renewCommand(args: string[]): Promise<number> {
  const { positions, options } = readArguments(args, ['DIR|URL'], {
    key: 'string',
    passphrases: 'string',
    root: 'string',
    'take-over': 'boolean',
  });
  const takeOver = takeOverFrom(options);
  return await whileLocked(String(positions[0]), async () => {
    const repository = await openRepository(positions[0] as string, options['root']);
    const key = await openKeyFile(options['key'], options['passphrases']);
    const former =
      takeOver === undefined
        ? undefined
        : (await readFormer(repository, libraryOf(repository, key))).signed.targets;
    let packs = 0;
    const asItIs = (present: Targets) => {
      const targets = former ?? present;
      packs = Object.keys(targets).length;
      return targets;
    };
    const version = await signLibrary(repository, key, asItIs, new Date());
    console.log(
      `${key.library} ${version}: ${packs} packs on channels, for another year. The server's next refresh announces it.`,
    );
    return 0;
  });
}
