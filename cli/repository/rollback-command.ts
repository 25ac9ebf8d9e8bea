import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { ManifestTarget } from '../../core/contract/repository/manifest.ts';
import { Channel, PackId, type PackOnChannel, targetPath } from '../../core/contract/repository/names.ts';
import { findVersion } from '../../trust/repository/find-version.ts';
import { readManifest } from '../../trust/repository/read-manifest.ts';
import type { RepositoryFiles } from '../../trust/repository/repository-files.ts';
import { libraryOf, readPublished } from '../../trust/repository/sign-library.ts';
import { readArguments, todayFrom } from '../arguments.ts';
import { CommandError } from '../command-error.ts';
import { openKeyFile } from '../keys/open-key-files.ts';
import { buildManifest, listFiles } from '../pack/build-manifest.ts';
import { publishFolder } from '../pack/publish-folder.ts';
import { bringBack } from './bring-back.ts';
import { channelFrom } from './channel-from.ts';
import { openRepository } from './open-repository.ts';
import { whileLocked } from './while-locked.ts';

/**
 * `balie repository rollback DIR|URL --pack ID --to VERSION --key FILE [--channel stable] [--root FILE]`: publishes the content of an earlier
 * version again, under a number above all present ones, because kiosks never take a lower one.
 */
export async function rollbackCommand(args: string[]): Promise<number> {
  const { positions, options } = readArguments(args, ['DIR|URL'], {
    pack: 'string',
    to: 'string',
    key: 'string',
    channel: 'string',
    passphrases: 'string',
    root: 'string',
  });
  const pack = PackId.safeParse(options['pack']);
  const to = Number(options['to']);
  if (!pack.success || !Number.isInteger(to) || to < 1)
    throw new CommandError('Give --pack ID and --to VERSION: what comes back.');
  const channel = channelFrom(options['channel'] ?? 'stable');
  return await whileLocked(String(positions[0]), async () => {
    const repository = await openRepository(positions[0] as string, options['root']);
    const key = await openKeyFile(options['key'], options['passphrases']);
    const wanted = { library: libraryOf(repository, key), pack: pack.data, channel };
    const { targets } = await readPublished(repository, key);
    const version = (await highestVersion(repository.files, targets, wanted)) + 1;
    const old = await findVersion(repository, wanted, to);
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

async function highestVersion(
  files: RepositoryFiles,
  targets: Readonly<Record<string, ManifestTarget>>,
  { library, pack }: PackOnChannel,
): Promise<number> {
  let highest = 0;
  for (const channel of Channel.options) {
    const path = targetPath({ library, pack, channel });
    const target = targets[path];
    if (target !== undefined) highest = Math.max(highest, (await readManifest(files, path, target)).version);
  }
  return highest;
}
