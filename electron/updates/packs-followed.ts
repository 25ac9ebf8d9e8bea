import type { DeviceHealth } from '../../core/contract/sync/batch.ts';
import { shownVersions } from '../../db/content/updates/shown-versions.ts';
import { readRepositorySettings } from '../../updates/settings.ts';
import type { ContentHouse } from '../content/content-house.ts';

/**
 * The packs that this device follows, with the version of each that is on the screen: what a server compares with what was
 * published. Without settings that can be read it follows none.
 */
export function packsFollowed(change: ContentHouse['change'], dataDir: string): DeviceHealth['packs'] {
  const shown = new Map(
    change(shownVersions)?.map(({ pack_id: pack, version }) => [pack, version] as const) ?? [],
  );
  return followedIn(dataDir).flatMap(({ library, pack, channel }) => {
    const version = shown.get(pack);
    return version === undefined ? [] : [{ library, pack, channel, version }];
  });
}

function followedIn(dataDir: string) {
  try {
    return readRepositorySettings(dataDir)?.follow ?? [];
  } catch {
    return [];
  }
}
