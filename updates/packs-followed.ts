import type { DeviceHealth } from '../core/contract/sync/batch.ts';
import type { shownVersions } from '../db/content/updates/shown-versions.ts';
import { readRepositorySettings } from './settings.ts';

/**
 * The packs that this device follows, with the version of each that is on the screen (`shown`): what a server compares with what was
 * published. Without settings that can be read it follows none.
 */
export function packsFollowed(
  shown: ReturnType<typeof shownVersions>,
  dataDir: string,
): DeviceHealth['packs'] {
  const versions = new Map(shown.map(({ pack_id, version }) => [pack_id, version]));
  return followedIn(dataDir).flatMap(({ library, pack, channel }) => {
    const version = versions.get(pack);
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
