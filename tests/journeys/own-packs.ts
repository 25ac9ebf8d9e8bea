import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import type { PackFiles } from '../builders/pack-files.ts';

/** A folder of packs to start the app with; `remove` takes it away. */
export type OwnPacks = { readonly packsDir: string; readonly remove: () => void };

/** A folder with one pack of these files in it. */
export function ownPacks(files: PackFiles): OwnPacks {
  const packsDir = mkdtempSync(join(tmpdir(), 'balie-packs-'));
  for (const [path, content] of Object.entries(files)) {
    mkdirSync(dirname(join(packsDir, 'klein', path)), { recursive: true });
    writeFileSync(join(packsDir, 'klein', path), content);
  }
  return { packsDir, remove: () => rmSync(packsDir, { recursive: true, force: true }) };
}
