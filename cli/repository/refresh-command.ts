import { openFolder } from '../../trust/repository/open-folder.ts';
import { refresh } from '../../trust/repository/refresh.ts';
import { readArguments } from '../arguments.ts';
import { CommandError } from '../command-error.ts';
import { openServerKeys } from '../keys/open-key-files.ts';
import { whileLocked } from './while-locked.ts';

/** `balie repository refresh DIR --keys DIR`: announces what is new and whole; status 1 when anything had to be left out. */
export async function refreshCommand(args: string[]): Promise<number> {
  const { positions, options } = readArguments(args, ['DIR'], { keys: 'string' });
  if (typeof options['keys'] !== 'string')
    throw new CommandError("--keys DIR is missing: the folder with the server's two keys.");
  const keys = await openServerKeys(options['keys']);
  return await whileLocked(String(positions[0]), async () => {
    const { news, waiting, problems, expires } = await refresh(
      openFolder(positions[0] as string),
      keys,
      new Date(),
    );
    for (const each of waiting) console.log(each);
    for (const problem of problems) console.log(`left out: ${problem}`);
    console.log(
      `${news.length === 0 ? 'Nothing new' : `Announced: ${news.join(', ')}`}. Kiosks may take it in until ${expires.slice(0, 10)}.`,
    );
    return problems.length === 0 ? 0 : 1;
  });
}
