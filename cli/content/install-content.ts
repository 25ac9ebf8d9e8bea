import { findingText } from '../../core/domain/check/finding.ts';
import { hiddenPages } from '../../db/content/hidden-pages.ts';
import { activeVersion, installPack } from '../../db/content/install-pack.ts';
import { indexShownPacks } from '../../db/content/search/index-packs.ts';
import type { WriteDb } from '../../db/open.ts';
import { digestPackFolder } from '../../packs/digest-pack-folder.ts';
import { UnreadableDirectoryError } from '../../packs/directory/unreadable-directory.ts';
import { UnreadablePackError } from '../../packs/list-pack-files.ts';
import { loadPackFolder } from '../../packs/load-pack-folder.ts';
import { readPackAbout } from '../../packs/read-pack-about.ts';
import { readArguments, todayFrom } from '../arguments.ts';
import { CommandError } from '../command-error.ts';
import { installDirectory } from './install-directory.ts';
import { openContentStore, storeError } from './open-content-store.ts';

/**
 * `balie content install DIR --data DIR [--directory DIR]`: puts a checked pack, and the directory that comes along, into
 * the store of a kiosk; quick when they are there already.
 */
export async function installContent(args: string[]): Promise<number> {
  const { positions, options } = readArguments(args, ['DIR'], {
    data: 'string',
    directory: 'string',
    migrations: 'string',
  });
  const db = openContentStore(options['data'], options['migrations']);
  try {
    console.log(install(db, positions[0] as string));
    if (typeof options['directory'] === 'string')
      console.log(await installDirectory(db, options['directory']));
    return 0;
  } catch (error) {
    if (error instanceof UnreadablePackError || error instanceof UnreadableDirectoryError)
      throw new CommandError(error.message);
    throw storeError(error);
  } finally {
    db.close();
  }
}

const REFUSALS = {
  older:
    'The store shows a higher version of this pack, or a signed one of this number; it keeps that one. Raise the version in pack.yaml.',
  held: 'The version of this pack that is shown is held. "balie content release" lets go of it.',
};

function install(db: WriteDb, folder: string): string {
  indexShownPacks(db);
  const id = readPackAbout(folder)?.id;
  if (id !== undefined && activeVersion(db, id)?.digest === digestPackFolder(folder))
    return 'The content is already in the store.';
  const loaded = loadPackFolder(folder, todayFrom(undefined));
  if (!loaded.ok) {
    const first = loaded.errors.slice(0, 5).map(findingText).join('\n');
    throw new CommandError(
      `${first}\nThe pack has ${loaded.errors.length} errors; the store keeps what it had. Mend them and try again.`,
      1,
    );
  }
  const { about, flows, articles } = loaded.pack;
  const result = installPack(db, loaded);
  if (result === 'older' || result === 'held') throw new CommandError(REFUSALS[result], 1);
  return [
    `Installed ${about.id} ${about.version}: ${flows.length} flows, ${articles.length} articles.`,
    ...hiddenPages(db).map(
      ({ kind, id, pack, shown }) =>
        `No visitor sees the ${kind} "${id}" of ${pack}: the pack ${shown} has one of that id, and comes first by name. Give one another id.`,
    ),
  ].join('\n');
}
