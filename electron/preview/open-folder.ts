import { join } from 'node:path';
import type { PreviewOpened } from '../../core/contract/preview.ts';
import type { CalendarDate } from '../../core/domain/calendar-date.ts';
import { judgePack } from '../../core/domain/judge-pack.ts';
import type { Pack } from '../../core/domain/pack.ts';
import { installPack } from '../../db/content/install-pack.ts';
import { openStore } from '../../db/open-store.ts';
import { type FolderOnce, RefusedFolderError, readFolderOnce } from '../../packs/read-folder-once.ts';
import { readPackFiles } from '../../packs/read-pack-folder.ts';
import { contentFile, type StorePlaces } from '../stores/store-places.ts';

/** What to open: a folder with a pack, and where the store to show it from goes: `dataDir` is the preview's own. */
export type FolderRequest = StorePlaces & {
  readonly folder: string;
  readonly today: CalendarDate;
  /** The categories that services of the directory here have; what outcomes name is held against them. */
  readonly categories: readonly string[] | undefined;
};

/**
 * Reads and checks a pack in a folder the way `pack check` does, and when a kiosk would show it, fills a store with it by the
 * code that installs real packs. A pack that is only too old for an author is shown, as kiosks do. Nothing is thrown for what is
 * in the folder.
 */
export function openFolder({ folder, today, categories, ...places }: FolderRequest): PreviewOpened {
  let once: FolderOnce;
  try {
    once = readFolderOnce(folder);
  } catch (error) {
    if (!(error instanceof RefusedFolderError)) throw error;
    return { kind: 'refused', fault: error.fault, file: error.file };
  }
  const source = readPackFiles(once.files);
  const { pack, opened } = judgePack(source, today, categories);
  if (pack !== undefined && !fill(places, pack, once)) return { kind: 'refused', fault: 'no-room', file: '' };
  return opened;
}

function fill(places: StorePlaces, pack: Pack, { files, digest }: FolderOnce): boolean {
  const { nativeBinding, migrationsDir } = places;
  const store = openStore(contentFile(places), join(migrationsDir, 'content'), {
    nativeBinding,
    proveSound: false,
  });
  if (store.db === undefined) return false;
  try {
    installPack(store.db, {
      pack,
      digest,
      media: new Map(pack.media.map(({ path }) => [path, files.read(path)])),
    });
    return true;
  } catch {
    return false; // The disk took no more: there is nothing else that an empty store refuses.
  } finally {
    store.db.close();
  }
}
