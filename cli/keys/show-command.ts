import { publicHalf, readKeyFile, readPublicKeyFile } from '../../trust/keys/key-file.ts';
import { readArguments } from '../arguments.ts';
import { openKeyFiles, readText } from './open-key-files.ts';

/** `balie keys show FILE [--open]`: says what a key file is for and its id; with `--open` also whether its passphrase opens it. */
export async function showKeyCommand(args: string[]): Promise<number> {
  const { positions, options } = readArguments(args, ['FILE'], { open: 'boolean', passphrases: 'string' });
  const file = positions[0] as string;
  const text = readText(file);
  const isPublic = file.endsWith('.public.json');
  const half = isPublic ? readPublicKeyFile(text, file) : publicHalf(readKeyFile(text, file));
  console.log(
    `${half.for} key${half.library === undefined ? '' : ` of ${half.library}`}, ${isPublic ? 'public half, ' : ''}id ${half.id}`,
  );
  if (!options['open'] || isPublic) return 0;
  await openKeyFiles([file], options['passphrases']);
  console.log('It opens.');
  return 0;
}
