import { accessSync, constants, mkdirSync, mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/**
 * Where Chromium keeps files of its own; nothing of a visitor is among them. It does not start without a folder that it
 * can write in, so on a disk that takes no writes it gets a temporary one.
 */
export function browserFolder(dataDir: string): string {
  const folder = join(dataDir, 'browser');
  try {
    mkdirSync(folder, { recursive: true });
    accessSync(folder, constants.W_OK);
    return folder;
  } catch {
    return mkdtempSync(join(tmpdir(), 'balie-browser-'));
  }
}
