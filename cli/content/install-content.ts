import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { findingText } from '../../core/domain/check/finding.ts';
import { activeVersion, installPack } from '../../db/content/install-pack.ts';
import { openStore } from '../../db/open-store.ts';
import { digestPackFolder } from '../../packs/digest-pack-folder.ts';
import { UnreadablePackError } from '../../packs/list-pack-files.ts';
import { loadPackFolder } from '../../packs/load-pack-folder.ts';
import { readArguments, todayFrom } from '../arguments.ts';
import { CommandError } from '../command-error.ts';
import { readPackId } from './read-pack-id.ts';

/** `balie content install DIR --data DIR`: puts a checked pack into the store of a kiosk; quick when it is there already. */
export function installContent(args: string[]): number {
  const { positions, options } = readArguments(args, ['DIR'], { data: 'string', migrations: 'string' });
  const folder = positions[0] as string;
  if (typeof options['data'] !== 'string')
    throw new CommandError('--data DIR is missing: the data folder of the kiosk.');
  mkdirSync(options['data'], { recursive: true });
  const migrations =
    typeof options['migrations'] === 'string'
      ? options['migrations']
      : join(import.meta.dirname, '..', 'main', 'migrations');
  const { db, ...failed } = openStore(join(options['data'], 'content.db'), join(migrations, 'content'), {
    proveSound: false,
  });
  if (db === undefined) {
    throw new CommandError(
      `The store in "${options['data']}" cannot be opened (${failed.fault}). Start the kiosk once: it mends this by itself.`,
      1,
    );
  }
  try {
    const digest = digestPackFolder(folder);
    if (activeVersion(db, readPackId(folder) ?? '')?.digest === digest) {
      console.log('The content is already in the store.');
      return 0;
    }
    const loaded = loadPackFolder(folder, todayFrom(undefined));
    if (!loaded.ok) {
      throw new CommandError(
        `${loaded.errors.slice(0, 5).map(findingText).join('\n')}\nThe pack has ${loaded.errors.length} errors; the store keeps what it had. Mend them and try again.`,
        1,
      );
    }
    const result = installPack(db, loaded);
    if (result === 'older')
      throw new CommandError(
        'The store shows a higher version of this pack; it keeps that one. Raise the version in pack.yaml.',
        1,
      );
    console.log(
      `Installed ${loaded.pack.about.id} ${loaded.pack.about.version}: ${loaded.pack.flows.length} flows, ${loaded.pack.articles.length} articles.`,
    );
    return 0;
  } catch (error) {
    throw error instanceof UnreadablePackError ? new CommandError(error.message) : error;
  } finally {
    db.close();
  }
}
