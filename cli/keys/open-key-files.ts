import { readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { readKeyFile } from '../../trust/keys/key-file.ts';
import { openKey, type SigningKey } from '../../trust/keys/open-key.ts';
import type { ServerKeys } from '../../trust/repository/refresh.ts';
import { CommandError } from '../command-error.ts';
import { openPassphrases } from './passphrases.ts';

/**
 * Opens key files, asking for their passphrases in that order. Throws CommandError when one cannot be read, TrustError when
 * one does not open, or two are the same key.
 */
export async function openKeyFiles(
  files: readonly string[],
  passphrases: string | boolean | undefined,
): Promise<SigningKey[]> {
  const source = openPassphrases(passphrases);
  try {
    const keys: SigningKey[] = [];
    for (const file of files)
      keys.push(await openKey(readKeyFile(readText(file), file), file, () => source.ask(file)));
    if (new Set(keys.map(({ id }) => id)).size < keys.length)
      throw new CommandError('Two of these files are the same key. Give the keys of two holders.');
    return keys;
  } finally {
    source.close();
  }
}

/** The one key of `--key`. Throws CommandError when it is missing; else as `openKeyFiles`. */
export async function openKeyFile(
  file: string | boolean | undefined,
  passphrases: string | boolean | undefined,
): Promise<SigningKey> {
  const [key] = typeof file === 'string' ? await openKeyFiles([file], passphrases) : [];
  if (key !== undefined) return key;
  throw new CommandError("--key FILE is missing: the publisher's key of the library.");
}

/** The server's two keys, from their folder. Throws CommandError when others on the computer may read them. */
export async function openServerKeys(folder: string): Promise<ServerKeys> {
  const open = async (purpose: 'snapshot' | 'timestamp') => {
    const file = join(folder, `${purpose}.key.json`);
    const text = readText(file);
    if (process.platform !== 'win32' && (statSync(file).mode & 0o077) !== 0)
      throw new CommandError(`Others on this computer may read "${file}". Run: chmod 600 "${file}"`, 1);
    const key = await openKey(readKeyFile(text, file), file, noPassphrase);
    if (key.for !== purpose) throw new CommandError(`"${file}" is a ${key.for} key.`, 1);
    return key;
  };
  return { snapshot: await open('snapshot'), timestamp: await open('timestamp') };
}

async function noPassphrase(): Promise<string> {
  throw new CommandError('This key is encrypted; the server signs with its own two keys only.', 1);
}

/** The text of a file. Throws CommandError when it cannot be read. */
export function readText(file: string): string {
  try {
    return readFileSync(file, 'utf8');
  } catch (error) {
    throw new CommandError(`"${file}" cannot be read (${(error as NodeJS.ErrnoException).code}).`);
  }
}
