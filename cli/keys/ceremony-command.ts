import { existsSync, mkdirSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { LibraryId } from '../../core/contract/repository/names.ts';
import { SCRYPT_COST } from '../../trust/keys/encrypt-key.ts';
import { makeOpenKey } from '../../trust/keys/make-key.ts';
import { foundRepository } from '../../trust/repository/found-repository.ts';
import { openFolder } from '../../trust/repository/open-folder.ts';
import { readArguments } from '../arguments.ts';
import { CommandError } from '../command-error.ts';
import { instructions } from './instructions.ts';
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
  const root = async (passphrase: string) => makeOpenKey({ for: 'root', passphrase }, cost);
  const [one = '', two = '', three = '', own = ''] = phrases;
  await write(folder, library, {
    holders: [await root(one), await root(two), await root(three)],
    publisher: await makeOpenKey({ for: 'publisher', library, passphrase: own }, cost),
    snapshot: await makeOpenKey({ for: 'snapshot' }),
    timestamp: await makeOpenKey({ for: 'timestamp' }),
  });
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

type Made = Awaited<ReturnType<typeof makeOpenKey>>;

async function write(
  folder: string,
  library: LibraryId,
  made: Record<'publisher' | 'snapshot' | 'timestamp', Made> & { readonly holders: readonly Made[] },
): Promise<void> {
  const now = new Date();
  const { holders, publisher, snapshot, timestamp } = made;
  const root = await foundRepository(
    openFolder(join(folder, 'repository')),
    {
      holders: holders.map(({ key }) => key),
      publisher: { ...publisher.key, library },
      server: { snapshot: snapshot.key, timestamp: timestamp.key },
    },
    now,
  );
  for (const [index, holder] of holders.entries())
    writeKeyFiles(join(folder, `root-${index + 1}`, `root-${index + 1}`), holder.file);
  writeKeyFiles(join(folder, 'publisher', library), publisher.file);
  writeKeyFiles(join(folder, 'server', 'snapshot'), snapshot.file);
  writeKeyFiles(join(folder, 'server', 'timestamp'), timestamp.file);
  const page = {
    library,
    holders: holders.map(({ file }) => file),
    publisher: publisher.file,
    snapshot: snapshot.file,
    timestamp: timestamp.file,
  };
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, 'root.json'), root);
  writeFileSync(join(folder, 'instructions.txt'), instructions(page, now.toISOString().slice(0, 10)));
}
