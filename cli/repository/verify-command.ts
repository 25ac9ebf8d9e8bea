import { verify } from '../../trust/repository/verify.ts';
import { readArguments } from '../arguments.ts';
import { openFiles, trustedRoot } from './open-repository.ts';

/** `balie repository verify DIR|URL [--root FILE]`: looks at all that a kiosk would; status 1 when a kiosk would refuse any. */
export async function verifyCommand(args: string[]): Promise<number> {
  const { positions, options } = readArguments(args, ['DIR|URL'], { root: 'string' });
  const { packs, contents, problems, warnings } = await verify(
    openFiles(positions[0] as string),
    new Date(),
    trustedRoot(options['root']),
  );
  for (const { path, version, files } of packs) console.log(`${path}: version ${version}, ${files} files`);
  for (const warning of warnings) console.log(`warning: ${warning}`);
  for (const problem of problems) console.log(`error: ${problem}`);
  console.log(
    problems.length === 0
      ? `Good: ${packs.length} packs on channels, ${contents} contents, all signed and whole.`
      : `${problems.length} errors. Kiosks refuse what is named above and keep what they have.`,
  );
  return problems.length === 0 ? 0 : 1;
}
