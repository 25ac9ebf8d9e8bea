import { join } from 'node:path';
import type { CalendarDate } from '../../core/domain/calendar-date.ts';
import { letGoOfPack, rollBackTo } from '../../db/content/updates/show-pack.ts';
import type { WriteDb } from '../../db/open.ts';
import { listPackFolders } from '../../packs/list-pack-folders.ts';
import { loadPackFolder } from '../../packs/load-pack-folder.ts';
import { readPackAbout } from '../../packs/read-pack-about.ts';

/** Which pack, where the packs of the app lie, by what day content is judged, and the time in milliseconds since 1970. */
export type FactoryPack = {
  readonly packsDir: string;
  readonly pack: string;
  readonly today: CalendarDate;
  readonly now: number;
};

/**
 * Shows a pack as it came with the app, whatever was shown before, until the next higher version is published. The version; undefined
 * when none came with the app, or it does not pass the check. Throws SqliteError, also when a signed version has its number.
 */
export function showFactoryPack(
  db: WriteDb,
  { packsDir, pack, today, now }: FactoryPack,
): number | undefined {
  const name = listPackFolders(packsDir).find((each) => readPackAbout(join(packsDir, each))?.id === pack);
  const loaded = name === undefined ? undefined : loadPackFolder(join(packsDir, name), today);
  if (loaded?.ok !== true) return undefined;
  db.transaction(() => {
    rollBackTo(db, loaded, now);
    letGoOfPack(db, pack);
  }).immediate();
  return loaded.pack.about.version;
}
