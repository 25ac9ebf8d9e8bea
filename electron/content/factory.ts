import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Trouble } from '../../core/contract/about.ts';
import type { CalendarDate } from '../../core/domain/calendar-date.ts';
import { findingText } from '../../core/domain/check/finding.ts';
import { installPack } from '../../db/content/install-pack.ts';
import type { WriteDb } from '../../db/open.ts';
import { faultOf } from '../../db/open-store.ts';
import { digestPackFolder } from '../../packs/digest-pack-folder.ts';
import { loadPackFolder } from '../../packs/load-pack-folder.ts';
import type { Log } from '../log.ts';

/** What came of looking at the packs that were shipped with the app. */
export type FactoryResult = { readonly changed: boolean; readonly troubles: readonly Trouble[] };

/**
 * Brings the packs that lie in a folder into the store, where they are not there yet. A pack that fails the check, and a
 * disk that is full, leave the store as it was: the last good content is still shown.
 */
export function installFactoryPacks(
  db: WriteDb,
  folder: string,
  today: CalendarDate,
  log: Log,
): FactoryResult {
  const packs = existsSync(folder)
    ? readdirSync(folder, { withFileTypes: true }).filter((entry) => entry.isDirectory())
    : [];
  const known = new Set(
    db
      .prepare<[], { digest: string }>(
        'SELECT digest FROM active_packs JOIN pack_versions USING (pack_id, version)',
      )
      .all()
      .map(({ digest }) => digest),
  );
  const troubles: Trouble[] = [];
  let changed = false;
  for (const { name } of packs) {
    try {
      changed = installOne(db, join(folder, name), known, today, log, troubles) || changed;
    } catch (error) {
      const trouble =
        faultOf(error) === 'disk-full'
          ? 'disk-full'
          : faultOf(error) === 'not-writable'
            ? 'not-writable'
            : 'pack-broken';
      troubles.push(trouble);
      log.trouble(trouble, `pack "${name}" was not installed, the store keeps what it had: ${String(error)}`);
    }
  }
  return { changed, troubles };
}

function installOne(
  db: WriteDb,
  folder: string,
  known: ReadonlySet<string>,
  today: CalendarDate,
  log: Log,
  troubles: Trouble[],
): boolean {
  if (known.has(digestPackFolder(folder))) return false;
  const loaded = loadPackFolder(folder, today);
  if (!loaded.ok) {
    troubles.push('pack-broken');
    log.trouble(
      'pack-broken',
      `${loaded.errors.length} errors, the store keeps what it had; first: ${loaded.errors.slice(0, 3).map(findingText).join(' | ')}`,
    );
    return false;
  }
  const result = installPack(db, loaded);
  log.note('pack-installed', `${loaded.pack.about.id} ${loaded.pack.about.version}: ${result}`);
  return result === 'installed';
}
