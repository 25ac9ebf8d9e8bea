import { SCRYPT_COST } from '../../trust/keys/encrypt-key.ts';
import { type KeyPurpose, publicHalf } from '../../trust/keys/key-file.ts';
import { type KeyWanted, makeKey } from '../../trust/keys/make-key.ts';
import { readArguments } from '../arguments.ts';
import { CommandError } from '../command-error.ts';
import { libraryFrom } from './ceremony-command.ts';
import { openPassphrases } from './passphrases.ts';
import { writeKeyFiles } from './write-key-files.ts';

const PURPOSES: readonly KeyPurpose[] = ['root', 'publisher', 'snapshot', 'timestamp'];

/**
 * `balie keys new NAME --for root|publisher|snapshot|timestamp [--library ID]`: makes one key, NAME.key.json, and its public half,
 * NAME.public.json, which may be sent to those who let it in.
 */
export async function newKeyCommand(args: string[], { cost = SCRYPT_COST } = {}): Promise<number> {
  const { positions, options } = readArguments(args, ['NAME'], {
    for: 'string',
    library: 'string',
    passphrases: 'string',
  });
  const name = positions[0] as string;
  const purpose = PURPOSES.find((each) => each === options['for']);
  if (purpose === undefined) throw new CommandError(`--for is one of: ${PURPOSES.join(', ')}.`);
  const file = await makeKey(await wantedKey(purpose, options), cost);
  writeKeyFiles(name, file);
  console.log(
    `Wrote ${name}.key.json (keep it) and ${name}.public.json (send it). Key ${publicHalf(file).id}.`,
  );
  return 0;
}

async function wantedKey(
  purpose: KeyPurpose,
  options: Readonly<Record<string, string | boolean | undefined>>,
): Promise<KeyWanted> {
  if (purpose === 'snapshot' || purpose === 'timestamp') return { for: purpose };
  const library = purpose === 'publisher' ? libraryFrom(options['library']) : undefined;
  const asked = openPassphrases(options['passphrases']);
  try {
    const passphrase = await asked.askNew(`the new ${purpose} key`);
    return library === undefined ? { for: 'root', passphrase } : { for: 'publisher', library, passphrase };
  } finally {
    asked.close();
  }
}
