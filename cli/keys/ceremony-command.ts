import { existsSync, mkdirSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { LibraryId } from '../../core/contract/repository/names.ts';
import { SCRYPT_COST } from '../../trust/keys/encrypt-key.ts';
import type { KeyFile } from '../../trust/keys/key-file.ts';
import { makeKey } from '../../trust/keys/make-key.ts';
import { openKey, type SigningKey } from '../../trust/keys/open-key.ts';
import { foundRepository } from '../../trust/repository/found-repository.ts';
import { openFolder } from '../../trust/repository/open-folder.ts';
import { readArguments } from '../arguments.ts';
import { CommandError } from '../command-error.ts';
import { type CeremonyKeys, instructions } from './instructions.ts';
import { openPassphrases } from './passphrases.ts';
import { writeKeyFiles } from './write-key-files.ts';

/**
 * `balie keys ceremony DIR --library ID`: makes all keys of a new repository, the repository itself, the root that kiosks are
 * built with, and a page to print. Passphrases: those of three root keys, then the publisher's. `cost` is that of guessing one.
 */
export async function ceremonyCommand(args: string[], { cost = SCRYPT_COST } = {}): Promise<number> {
  const { positions, options } = readArguments(args, ['DIR'], { library: 'string', passphrases: 'string' });
  const folder = positions[0] as string;
  const library = libraryFrom(options['library']);
  if (existsSync(folder) && readdirSync(folder).length > 0)
    throw new CommandError(`"${folder}" is not empty, and no key is ever written over. Give a new folder.`);
  const phrases = await askPhrases(options['passphrases'], library);
  const secret = new Map<KeyFile, string>();
  const make = async (index: number, wanted: { for: 'root' } | { for: 'publisher'; library: LibraryId }) => {
    const passphrase = phrases[index] as string;
    const file = await makeKey({ ...wanted, passphrase }, cost);
    secret.set(file, passphrase);
    return file;
  };
  const keys: CeremonyKeys = {
    library,
    holders: [await make(0, { for: 'root' }), await make(1, { for: 'root' }), await make(2, { for: 'root' })],
    publisher: await make(3, { for: 'publisher', library }),
    snapshot: await makeKey({ for: 'snapshot' }),
    timestamp: await makeKey({ for: 'timestamp' }),
  };
  const open = (file: KeyFile) => openKey(file, 'the new key', async () => secret.get(file) ?? '');
  await write(folder, library, keys, open);
  console.log(
    `Wrote ${folder}: three root keys, the publisher's key of ${library}, the server's two keys, and a repository.\nPrint ${join(folder, 'instructions.txt')} and do what it says; docs/keys.md explains it.`,
  );
  return 0;
}

/** The library of `--library`. Throws CommandError when it is none. */
export function libraryFrom(option: string | boolean | undefined): LibraryId {
  const library = LibraryId.safeParse(option);
  if (library.success) return library.data;
  throw new CommandError(
    option === undefined
      ? '--library ID is missing: a short name of the library, as in "bibliotheek-delft".'
      : `--library "${option}": ${library.error.issues[0]?.message}.`,
  );
}

async function askPhrases(file: string | boolean | undefined, library: string): Promise<string[]> {
  const asked = openPassphrases(file);
  try {
    const phrases: string[] = [];
    for (const number of [1, 2, 3]) phrases.push(await asked.askNew(`root key ${number} of 3`));
    phrases.push(await asked.askNew(`the publisher's key of ${library}`));
    if (new Set(phrases).size === phrases.length) return phrases;
    throw new CommandError('Two of the passphrases are the same. Each holder thinks of one.', 1);
  } finally {
    asked.close();
  }
}

async function write(
  folder: string,
  library: LibraryId,
  keys: CeremonyKeys,
  open: (file: KeyFile) => Promise<SigningKey>,
): Promise<void> {
  const now = new Date();
  const root = await foundRepository(
    openFolder(join(folder, 'repository')),
    {
      holders: await Promise.all(keys.holders.map(open)),
      publisher: { ...(await open(keys.publisher)), library },
      server: { snapshot: await open(keys.snapshot), timestamp: await open(keys.timestamp) },
    },
    now,
  );
  for (const [index, holder] of keys.holders.entries())
    writeKeyFiles(join(folder, `root-${index + 1}`, `root-${index + 1}`), holder);
  writeKeyFiles(join(folder, 'publisher', library), keys.publisher);
  writeKeyFiles(join(folder, 'server', 'snapshot'), keys.snapshot);
  writeKeyFiles(join(folder, 'server', 'timestamp'), keys.timestamp);
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, 'root.json'), root);
  writeFileSync(join(folder, 'instructions.txt'), instructions(keys, now.toISOString().slice(0, 10)));
}
