import { closeSync, fsyncSync, mkdirSync, openSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { type KeyFile, publicHalf } from '../../trust/keys/key-file.ts';
import { CommandError } from '../command-error.ts';

/**
 * Writes a key to `NAME.key.json`, which only its owner may read, and its public half to `NAME.public.json`. Never over a file
 * that is there: a key that is gone is gone. `path` is without the endings.
 */
export function writeKeyFiles(path: string, key: KeyFile): void {
  mkdirSync(dirname(path), { recursive: true, mode: 0o700 });
  writeNew(`${path}.key.json`, key, 0o600);
  writeNew(`${path}.public.json`, publicHalf(key), 0o644);
}

function writeNew(file: string, content: object, mode: number): void {
  try {
    const opened = openSync(file, 'wx', mode);
    writeFileSync(opened, `${JSON.stringify(content, null, 2)}\n`);
    fsyncSync(opened);
    closeSync(opened);
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    throw new CommandError(
      code === 'EEXIST'
        ? `"${file}" is there already, and a key is never written over. Give another name.`
        : `"${file}" cannot be written (${code}).`,
    );
  }
}
