import type { DeviceHealth } from '../core/contract/sync/batch.ts';
import type { Shown } from '../db/content/updates/shown-versions.ts';
import { readRepositorySettings } from './settings.ts';

/**
 * The packs that this device follows, with the published version of each that is on the screen (`shown`): what a server compares with what
 * was published. 0 where the screen has what came with the app, or nothing: the numbers of the app say nothing of those of a library.
 * Without settings it follows none. Undefined when nobody knows: the settings are wrong, or the store cannot be read (`shown` is undefined).
 */
export function packsFollowed(
  shown: readonly Shown[] | undefined,
  dataDir: string,
): DeviceHealth['packs'] | undefined {
  const follow = followed(dataDir);
  // Of no pack nobody needs to know what is shown.
  if (follow?.length === 0) return [];
  if (shown === undefined || follow === undefined) return undefined;
  const published = shown.filter(({ origin }) => origin === 'repository');
  const versions = new Map(published.map(({ pack_id, version }) => [pack_id, version]));
  return follow.map(({ library, pack, channel }) => ({
    ...{ library, pack, channel, version: versions.get(pack) ?? 0 },
  }));
}

/** Says of a pack whether this device follows it. Of settings that are wrong nobody knows which packs they meant: then it may be any. */
export function followedIn(dataDir: string): (pack: string) => boolean {
  const packs = followed(dataDir)?.map(({ pack }) => pack);
  return (pack) => packs?.includes(pack) ?? true;
}

/** Undefined: the settings are wrong. */
function followed(dataDir: string) {
  try {
    return readRepositorySettings(dataDir)?.follow ?? [];
  } catch {
    return undefined;
  }
}
