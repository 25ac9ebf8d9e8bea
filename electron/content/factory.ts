import { join } from 'node:path';
import type { CalendarDate } from '../../core/domain/calendar-date.ts';
import { findingText } from '../../core/domain/check/finding.ts';
import { numberOf } from '../../db/content/beside.ts';
import { floorOf, thresholdOf } from '../../db/content/floors.ts';
import { activeVersion, installPack } from '../../db/content/install-pack.ts';
import { isPublished } from '../../db/content/published.ts';
import { activeDigests } from '../../db/content/read-content.ts';
import type { WriteDb } from '../../db/open.ts';
import { faultOf } from '../../db/store-fault.ts';
import { digestPackFolder } from '../../packs/digest-pack-folder.ts';
import { listPackFolders } from '../../packs/list-pack-folders.ts';
import { loadPackFolder } from '../../packs/load-pack-folder.ts';
import { readPackAbout } from '../../packs/read-pack-about.ts';
import type { Log } from '../log.ts';
import type { Tell } from '../stores/store-places.ts';

/** Whom the installer tells what. */
export type Told = { readonly tell: Tell; readonly log: Log };

/** Where the packs of the app lie, by what day content is judged, and whether this kiosk follows what a library publishes of a pack. */
export type FactoryPacks = {
  readonly folder: string;
  readonly today: CalendarDate;
  readonly isFollowed: (pack: string) => boolean;
};

/**
 * Brings the packs that lie in a folder into the store, where they are not there yet. A pack that fails the check, and a
 * disk that is full, leave the store as it was: the last good content is still shown. What a library signed and goes on publishing is
 * not replaced, whatever number came with a newer app; where nothing is shown, that stands beside the versions of the library.
 * Throws when the store itself turns out to be damaged.
 */
export function installFactoryPacks(db: WriteDb, from: FactoryPacks, told: Told): void {
  const known = activeDigests(db);
  for (const name of listPackFolders(from.folder)) {
    try {
      installOne(db, join(from.folder, name), known, from, told);
    } catch (error) {
      const fault = faultOf(error);
      if (fault === 'unreadable') throw error;
      const trouble = fault === 'disk-full' || fault === 'not-writable' ? fault : 'pack-broken';
      told.tell(trouble, `pack "${name}" was not installed, the store keeps what it had: ${String(error)}`);
    }
  }
}

function installOne(
  db: WriteDb,
  folder: string,
  known: ReadonlySet<string>,
  { today, isFollowed }: FactoryPacks,
  { tell, log }: Told,
): void {
  if (known.has(digestPackFolder(folder))) return;
  const about = readPackAbout(folder);
  const active = about && activeVersion(db, about.id);
  if (about !== undefined && active !== undefined && about.version < (floorOf(db, about.id) ?? 0)) {
    // A repository has brought something later; the check can be spared.
    log.note('pack-not-needed', `${about.id} ${about.version}: older`);
    return;
  }
  if (about !== undefined && active !== undefined) {
    if (isFollowed(about.id) && isPublished(db, about.id)) {
      log.note('pack-not-needed', `${about.id} ${about.version}: a library publishes this pack`);
      return;
    }
    const shown = numberOf(active.version);
    if (shown < about.version && about.version <= thresholdOf(db, about.id)) {
      log.note('pack-not-needed', `${about.id} ${about.version}: somebody brought ${shown} back`);
      return;
    }
  }
  const loaded = loadPackFolder(folder, today);
  if (loaded.ok) {
    const { id, version } = loaded.pack.about;
    const result = installPack(db, loaded);
    log.note(result === 'installed' ? 'pack-installed' : 'pack-not-needed', `${id} ${version}: ${result}`);
    return;
  }
  const first = loaded.errors.slice(0, 3).map(findingText).join(' | ');
  tell('pack-broken', `${loaded.errors.length} errors, the store keeps what it had; first: ${first}`);
}
