import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { onTestFinished } from 'vitest';
import { packFiles } from './pack-files.ts';

/** A folder with these files in it, called `pakket`; it is gone when the test is over. */
export function aFolder(files: Readonly<Record<string, string | Uint8Array>> = {}): string {
  const root = mkdtempSync(join(tmpdir(), 'balie-test-'));
  onTestFinished(() => rmSync(root, { recursive: true, force: true }));
  const folder = join(root, 'pakket');
  mkdirSync(folder);
  for (const [path, content] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), content);
  }
  return folder;
}

/** A folder with the good pack in it, changed in some files; `undefined` leaves a file out. */
export function packFolder(changed: Readonly<Record<string, string | undefined>> = {}): string {
  return aFolder(packFiles(changed));
}
