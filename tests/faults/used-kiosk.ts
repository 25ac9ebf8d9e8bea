import { cpSync, mkdirSync } from 'node:fs';
import { dirname, join } from 'node:path';
import Database from 'better-sqlite3';
import { encode } from 'fast-png';
import { stringify } from 'yaml';
import { installPack } from '../../db/content/install-pack.ts';
import { writeCopy } from '../../db/ops/copies.ts';
import { recordIncident } from '../../db/ops/incidents.ts';
import { OPS_OPTIONS } from '../../db/ops/ops-options.ts';
import { loadPackFolder } from '../../packs/load-pack-folder.ts';
import { GOOD_FILES } from '../builders/a-source.ts';
import { aDataFolder, aStore } from '../builders/a-store.ts';
import { packFiles } from '../builders/pack-files.ts';
import { aFolder, packFolder } from '../builders/pack-folder.ts';
import { TODAY } from '../builders/today.ts';

/** The small pack, as the app brings it along, changed in some files. */
export function thePacks(changed: Readonly<Record<string, string | undefined>> = {}): string {
  return dirname(packFolder(changed));
}

/** The small pack in this version with a picture of noise, so that it takes a while and room to install. */
export function aHeavyPack(version: number, picture = ALMOST_TWO_MEGABYTES): string {
  const article = GOOD_FILES['articles/huur-uitleg/article.yaml'];
  const files = packFiles({
    'pack.yaml': stringify({ ...GOOD_FILES['pack.yaml'], version }),
    'articles/huur-uitleg/article.yaml': stringify({ ...article, image: 'ruis.png' }),
    'articles/huur-uitleg/nl.md': 'alt: Ruis\n# Geld voor de huur\n\nU kunt geld krijgen voor de huur.\n',
  });
  return dirname(aFolder({ ...files, 'media/ruis.png': picture }));
}

const ALMOST_TWO_MEGABYTES = aNoisyPicture(790);

/** A square picture of noise, which cannot be made smaller; the same noise every time. */
export function aNoisyPicture(side: number): Uint8Array {
  let state = 1;
  const data = Uint8Array.from({ length: side * side * 3 }, () => {
    state = Math.imul(state, 1_664_525) + 1_013_904_223;
    return state >>> 24;
  });
  return encode({ width: side, height: side, data, channels: 3, depth: 8 });
}

/** No pack at all. */
export function noPacks(): string {
  return aDataFolder();
}

/**
 * Fills the data folder of a kiosk that was used before, and closed as it should be: the content of a pack, and an ops
 * store with one incident, `written-before`.
 */
export function fillDataFolder(dataDir: string, packsDir = thePacks(), { copied = true } = {}): string {
  mkdirSync(dataDir, { recursive: true });
  const content = aStore('content', join(dataDir, 'content.db'));
  const loaded = loadPackFolder(join(packsDir, 'pakket'), TODAY);
  if (!loaded.ok) throw new Error(loaded.errors.map(({ message }) => message).join('\n'));
  installPack(content, loaded);
  content.close();
  const ops = aStore('ops', join(dataDir, 'ops.db'), OPS_OPTIONS);
  recordIncident(ops, { at: '2026-11-23T09:00:00.000Z', code: 'written-before', detail: '' });
  if (copied) writeCopy(ops, join(dataDir, 'copies'));
  ops.close();
  return dataDir;
}

/** The data folder of a kiosk that was used before, and the packs that it was filled from. */
export function aUsedKiosk(options: { readonly copied?: boolean } = {}) {
  const packsDir = thePacks();
  return { dataDir: fillDataFolder(aDataFolder(), packsDir, options), packsDir };
}

/** The same data folder as the power left it: nothing was closed, and all of the content is still in the WAL. */
export function afterPowerCut(dataDir: string): string {
  const left = aDataFolder();
  const open = (name: string) => {
    const db = new Database(join(dataDir, name));
    db.pragma('journal_mode = WAL');
    db.pragma('wal_autocheckpoint = 0');
    return db;
  };
  const stores = ['content.db', 'ops.db'].map(open);
  // Writes every page anew, and so into the WAL.
  for (const db of stores) db.exec('VACUUM');
  cpSync(dataDir, left, { recursive: true });
  for (const db of stores) db.close();
  return left;
}

/** A copy of a folder of one pack, as the app brings it along. */
export function copyOfPack(folder: string): string {
  const packs = aDataFolder();
  cpSync(folder, join(packs, 'pakket'), { recursive: true });
  return packs;
}
