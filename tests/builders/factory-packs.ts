import { cpSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { aDataFolder } from './a-store.ts';
import { packFolder } from './pack-folder.ts';

/** What the one flow of the good pack is called as it came with the app. */
export const FACTORY_TITLE = 'Huur';

/** A folder of packs as it comes with the app: the good pack, with this number. */
export function factoryPacks(version: number): string {
  const packsDir = aDataFolder();
  const text = readFileSync(join(packFolder(), 'pack.yaml'), 'utf8');
  const pack = packFolder({ 'pack.yaml': text.replace(/^version: .*$/m, `version: ${version}`) });
  cpSync(pack, join(packsDir, 'klein'), { recursive: true });
  return packsDir;
}
