import { mkdirSync, renameSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { findPackFolders } from '../../../electron/preview/find-pack-folders.ts';
import { aDataFolder } from '../../builders/a-store.ts';
import { packFolder } from '../../builders/pack-folder.ts';

function aPackAt(folder: string): string {
  mkdirSync(join(folder, '..'), { recursive: true });
  renameSync(packFolder(), folder);
  return folder;
}

describe('folders of packs', () => {
  it('are found on a stick, in the data folder and with the app, with their title and version', () => {
    const [media, data, app] = [aDataFolder(), aDataFolder(), aDataFolder()];
    const stick = aPackAt(join(media, 'packs/2027/huur'));
    const own = aPackAt(join(data, 'concept'));
    const shipped = aPackAt(join(app, 'klein'));
    expect(
      findPackFolders([
        { folder: media, place: 'stick' },
        { folder: data, place: 'data' },
        { folder: app, place: 'app' },
      ]),
    ).toEqual([
      { path: stick, place: 'stick', title: 'Klein', version: 1 },
      { path: own, place: 'data', title: 'Klein', version: 1 },
      { path: shipped, place: 'app', title: 'Klein', version: 1 },
    ]);
  });

  it('are found when their pack.yaml is broken, for that is when one wants to look', () => {
    const folder = aPackAt(join(aDataFolder(), 'stuk'));
    writeFileSync(join(folder, 'pack.yaml'), 'id: [');
    expect(findPackFolders([{ folder, place: 'stick' }])).toEqual([
      { path: folder, place: 'stick', title: null, version: null },
    ]);
  });

  it('are not looked for in hidden folders, behind links, or without end', () => {
    const media = aDataFolder();
    aPackAt(join(media, '.verborgen/huur'));
    aPackAt(join(media, '1/2/3/4/5/te-diep'));
    symlinkSync(packFolder(), join(media, 'verwijzing'));
    expect(findPackFolders([{ folder: media, place: 'stick' }])).toEqual([]);
    expect(findPackFolders([{ folder: '/nergens', place: 'data' }])).toEqual([]);
  });

  it('are listed once, and not by the hundred', () => {
    const data = aDataFolder();
    for (let index = 0; index < 70; index++) aPackAt(join(data, `pakket-${index}`));
    const search = { folder: data, place: 'data' } as const;
    expect(findPackFolders([search, search])).toHaveLength(60);
  });
});
