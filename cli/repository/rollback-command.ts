import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { ManifestTarget } from '../../core/contract/repository/manifest.ts';
import { Channel, PackId, type PackOnChannel, targetPath } from '../../core/contract/repository/names.ts';
import { findVersion, lastVersionOf } from '../../trust/repository/find-version.ts';
import { LISTS_OF_RETIRED } from '../../trust/repository/publish.ts';
import { LostManifestError, readManifest } from '../../trust/repository/read-manifest.ts';
import type { Repository } from '../../trust/repository/read-repository.ts';
import { libraryOf, readPublished } from '../../trust/repository/sign-library.ts';
import { readArguments, todayFrom } from '../arguments.ts';
import { CommandError } from '../command-error.ts';
import { openKeyFile } from '../keys/open-key-files.ts';
import { buildManifest, listFiles } from '../pack/build-manifest.ts';
import { publishFolder } from '../pack/publish-folder.ts';
import { bringBack } from './bring-back.ts';
import { channelFrom } from './channel-from.ts';
import { openRepository } from './open-repository.ts';
import { takeOverFrom } from './take-over-from.ts';
import { whileLocked } from './while-locked.ts';

/**
 * `balie repository rollback DIR|URL --pack ID --to VERSION --key FILE [--channel stable] [--root FILE] [--as NUMBER] [--take-over]`: publishes the content of an
 * earlier version again, under a number above all present ones, because kiosks never take a lower one. Where a present one cannot be read
 * any more, a person says under what number: with `--as`. With `--take-over` a version too that the library signed with a key that it lost;
 * that needs `--root FILE`, as in renew.
 */
export async function rollbackCommand(args: string[]): Promise<number> {
  const { positions, options } = readArguments(args, ['DIR|URL'], {
    pack: 'string',
    to: 'string',
    key: 'string',
    channel: 'string',
    passphrases: 'string',
    root: 'string',
    as: 'string',
    'take-over': 'boolean',
  });
  const takeOver = takeOverFrom(options);
  const pack = PackId.safeParse(options['pack']);
  const to = Number(options['to']);
  if (!pack.success || !Number.isInteger(to) || to < 1)
    throw new CommandError('Give --pack ID and --to VERSION: what comes back.');
  const as = options['as'] === undefined ? undefined : Number(options['as']);
  if (as !== undefined && (!Number.isSafeInteger(as) || as < 1))
    throw new CommandError('Give --as NUMBER: a whole number, higher than any kiosk shows.');
  const channel = channelFrom(options['channel'] ?? 'stable');
  return await whileLocked(String(positions[0]), async () => {
    const repository = await openRepository(positions[0] as string, options['root']);
    const key = await openKeyFile(options['key'], options['passphrases']);
    const wanted = { library: libraryOf(repository, key), pack: pack.data, channel };
    const { targets } = await readPublished(repository, key);
    const version = nextVersion(await presentVersions(repository, targets, wanted, takeOver), as);
    const old = await findVersion(repository, wanted, to, takeOver);
    const folder = mkdtempSync(join(tmpdir(), 'balie-rollback-'));
    try {
      await bringBack(repository.files, old, folder, version, todayFrom(undefined));
      const manifest = buildManifest(listFiles(folder), { ...wanted, version }, new Date());
      console.log(`Version ${to} comes back as version ${version}.`);
      await publishFolder({ repository, key, folder, manifest, channel, look: false });
      return 0;
    } finally {
      rmSync(folder, { recursive: true, force: true });
    }
  });
}

/** What is published of a pack, or was before it was retired: the highest number that can be read, and why others cannot. */
type Present = { readonly highest: number; readonly lost: readonly string[] };

async function presentVersions(
  repository: Repository,
  targets: Readonly<Record<string, ManifestTarget>>,
  { library, pack, channel: wanted }: PackOnChannel,
  takeOver: 'take-over' | undefined,
): Promise<Present> {
  let highest = 0;
  const lost: string[] = [];
  for (const channel of Channel.options) {
    const path = targetPath({ library, pack, channel });
    const target = targets[path];
    const isElsewhere = target === undefined && channel !== wanted;
    try {
      // What was retired is still on the kiosks that had it, and publishing refuses its number to another content on the other channel too.
      const manifest =
        target === undefined
          ? await lastVersionOf(
              repository,
              { library, pack, channel },
              takeOver,
              isElsewhere ? LISTS_OF_RETIRED : undefined,
            )
          : await readManifest(repository.files, path, target);
      highest = Math.max(highest, manifest?.version ?? 0);
    } catch (error) {
      if (!(error instanceof LostManifestError)) throw error;
      // Of the other channel no kiosk of this one needs it.
      if (!isElsewhere) lost.push(error.message);
    }
  }
  return { highest, lost };
}

/** Which number a damaged manifest had, only the kiosks know: nobody guesses it, because kiosks refuse what is not above it. */
function nextVersion({ highest, lost }: Present, as: number | undefined): number {
  if (as !== undefined && as <= highest)
    throw new CommandError(
      `--as ${as} is not above ${highest}, which is published, or was before it was retired.`,
    );
  if (lost.length > 0 && as === undefined)
    throw new CommandError(
      `${lost.join(' ')} So the number of the version that is published now cannot be read. Look at a kiosk which version it shows, and say under what number the earlier one is to come back: add --as NUMBER, higher than any kiosk shows.`,
    );
  return as ?? highest + 1;
}
