import { join } from 'node:path';
import { Channel, PackOnChannel } from '../../core/contract/repository/names.ts';
import { showStagedPack } from '../../db/content/updates/show-pack.ts';
import { stagedVersion } from '../../db/content/updates/staged-packs.ts';
import type { WriteDb } from '../../db/open.ts';
import { openSource } from '../../updates/open-source.ts';
import { type Prepared, prepareUpdate } from '../../updates/prepare-update.ts';
import { recordFailure } from '../../updates/record-failure.ts';
import { readBundledRoot, readRepositorySettings } from '../../updates/settings.ts';
import { neverComing } from '../../updates/told-of-packs.ts';
import { asUpdateError, UpdateError } from '../../updates/update-error.ts';
import { recordCommand } from '../admin/record-command.ts';
import { readArguments, todayFrom } from '../arguments.ts';
import { CommandError } from '../command-error.ts';
import { openContentStore } from './open-content-store.ts';

const OPTIONS = {
  data: 'string',
  root: 'string',
  pack: 'string',
  channel: 'string',
  'accept-expired': 'boolean',
  migrations: 'string',
} as const;

/**
 * `balie content update FROM --data DIR`: fetches what is new from a repository, at an address or in a folder, proves and checks
 * it, and shows it. Which packs, says repository.json in the data folder, or `--pack LIBRARY/PACK`; whom to trust, root.json
 * there, or `--root FILE`. `--accept-expired` is written into the log of the device. Status 1 when anything of it came to nothing; what is shown stays then.
 */
export async function updateContent(args: string[]): Promise<number> {
  const { positions, options } = readArguments(args, ['FROM'], OPTIONS);
  const db = openContentStore(options['data'], options['migrations']);
  const dataDir = String(options['data']);
  try {
    const follow = followed(options, dataDir);
    const root = options['root'] ?? join(dataDir, 'root.json');
    const acceptExpired = options['accept-expired'] === true;
    if (acceptExpired)
      recordCommand(
        { data: dataDir, migrations: options['migrations'] },
        'accepted-expired',
        String(positions[0]),
      );
    const now = Date.now();
    const { source, bundledRoot } = await recordFailure(db, now, async () => ({
      source: await openSource(String(positions[0])),
      bundledRoot: readBundledRoot(String(root)),
    }));
    const prepared = await prepareUpdate(source, {
      ...{ db, dataDir, bundledRoot, follow, acceptExpired, now, today: todayFrom(undefined) },
    });
    for (const each of prepared) console.log(install(db, each));
    return prepared.every(({ outcome: { kind } }) => kind === 'ready' || kind === 'current') ? 0 : 1;
  } catch (error) {
    const known = asUpdateError(error);
    throw known instanceof UpdateError ? new CommandError(known.message, 1) : known;
  } finally {
    db.close();
  }
}

function followed(
  { pack, channel }: Readonly<Record<string, string | boolean | undefined>>,
  dataDir: string,
): readonly PackOnChannel[] {
  if (pack === undefined) {
    const settings = readRepositorySettings(dataDir);
    if (settings !== undefined) return settings.follow;
    throw new CommandError(
      `--pack LIBRARY/PACK is missing, and there is no repository.json in "${dataDir}" that says which packs to follow.`,
    );
  }
  const [library, name] = String(pack).split('/');
  const onChannel = Channel.safeParse(channel ?? 'stable');
  if (!onChannel.success) throw new CommandError(`--channel is test or stable, not "${channel}".`);
  const one = PackOnChannel.safeParse({ library, pack: name, channel: onChannel.data });
  if (one.success && String(pack).split('/').length === 2) return [one.data];
  throw new CommandError(
    `--pack "${pack}" is no name of a pack. Write LIBRARY/PACK, as in bieb/zelfredzaam.`,
  );
}

function install(db: WriteDb, { pack, outcome }: Prepared): string {
  switch (outcome.kind) {
    case 'ready': {
      if (showStagedPack(db, pack) === 'held') return heldText(pack, outcome.version);
      const { added, changed, removed } = outcome.change;
      return `Installed ${pack} ${outcome.version}: ${added.length} files added, ${changed.length} changed, ${removed.length} removed; ${outcome.moved} bytes fetched.`;
    }
    case 'current':
      return installWhatLay(db, pack);
    case 'waits':
      return `${pack} ${outcome.version} waits for its roll-out (${outcome.why}).`;
    case 'older':
    case 'not-published':
      return String(neverComing({ pack, outcome })?.message);
    case 'failed':
      return `${pack}: ${outcome.error.message}`;
  }
}

/** A look of the kiosk, or an update that was broken off, may have made ready what the repository has, and shown it to nobody. */
function installWhatLay(db: WriteDb, pack: string): string {
  const version = stagedVersion(db, pack);
  const done = showStagedPack(db, pack);
  if (version === undefined || done === 'current') return `${pack}: there is nothing new.`;
  return done === 'held' ? heldText(pack, version) : `Installed ${pack} ${version}, which lay ready.`;
}

function heldText(pack: string, version: number): string {
  return `${pack} ${version} lies ready; the version that is shown is held. "balie content release" lets go of it.`;
}
