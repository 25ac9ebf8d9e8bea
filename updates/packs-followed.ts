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
  return followed(dataDir).flatMap(({ library, pack, channel }) => {
    const version = versions.get(pack);
    return version === undefined ? [] : [{ library, pack, channel, version }];
  });
}

/** Says of a pack whether this device follows it. Of settings that are wrong nobody knows which packs they meant: then it may be any. */
export function followedIn(dataDir: string): (pack: string) => boolean {
  try {
    const packs = new Set(readRepositorySettings(dataDir)?.follow.map(({ pack }) => pack));
    return (pack) => packs.has(pack);
  } catch {
    return () => true;
  }
}

function followed(dataDir: string) {
  try {
    return readRepositorySettings(dataDir)?.follow ?? [];
  } catch {
    return [];
  }
}
