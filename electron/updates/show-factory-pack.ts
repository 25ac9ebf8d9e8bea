import { join } from 'node:path';
import type { CalendarDate } from '../../core/domain/calendar-date.ts';
import { activeVersion } from '../../db/content/install-pack.ts';
import { keepFloors } from '../../db/content/kept-floors.ts';
import { loseVersion } from '../../db/content/updates/fall-back.ts';
import { letGoOfPack, rollBackTo } from '../../db/content/updates/show-pack.ts';
import type { WriteDb } from '../../db/open.ts';
import { listPackFolders } from '../../packs/list-pack-folders.ts';
import { loadPackFolder } from '../../packs/load-pack-folder.ts';
import { readPackAbout } from '../../packs/read-pack-about.ts';

/**
 * Which pack, and which version of it has rotted; where the packs of the app lie, by what day content is judged, and the time in
 * milliseconds since 1970.
 */
export type FactoryPack = {
  readonly packsDir: string;
  readonly pack: string;
  readonly rotten: number;
  readonly today: CalendarDate;
  readonly now: number;
};

/**
 * Shows a pack as it came with the app in place of a version that has rotted, until an update brings that one again, or a higher one. The
 * version that is shown; undefined when none came with the app, it does not pass the check, or another version is shown by now. Throws
 * SqliteError.
 */
export function showFactoryPack(
  db: WriteDb,
  { packsDir, pack, rotten, today, now }: FactoryPack,
): number | undefined {
  if (activeVersion(db, pack)?.version !== rotten) return undefined;
  const name = listPackFolders(packsDir).find((each) => readPackAbout(join(packsDir, each))?.id === pack);
  const loaded = name === undefined ? undefined : loadPackFolder(join(packsDir, name), today);
  if (loaded?.ok !== true) return undefined;
  db.transaction(() => {
    rollBackTo(db, loaded, now);
    letGoOfPack(db, pack);
    if (activeVersion(db, pack)?.version !== rotten) loseVersion(db, pack, rotten);
  }).immediate();
  keepFloors(db);
  return loaded.pack.about.version;
}
