import { numberOf } from '../../db/content/beside.ts';
import { activeVersion } from '../../db/content/install-pack.ts';
import { letGoOfPack, rollBackPack, rollBackTo } from '../../db/content/updates/show-pack.ts';
import { stagedVersion } from '../../db/content/updates/staged-packs.ts';
import { UnreadablePackError } from '../../packs/list-pack-files.ts';
import { loadPackFolder } from '../../packs/load-pack-folder.ts';
import { readArguments, todayFrom } from '../arguments.ts';
import { CommandError } from '../command-error.ts';
import { openContentStore, storeError } from './open-content-store.ts';

/**
 * `balie content roll-back PACK --data DIR [--to DIR]`: shows the version before the one that is shown, or the pack in a folder
 * (factory content), and holds it until `balie content release`.
 */
export function rollBackContent(args: string[]): number {
  const { positions, options } = readArguments(args, ['PACK'], {
    data: 'string',
    to: 'string',
    migrations: 'string',
  });
  const pack = String(positions[0]);
  const db = openContentStore(options['data'], options['migrations']);
  try {
    if (activeVersion(db, pack) === undefined)
      throw new CommandError(`The store shows no pack "${pack}".`, 1);
    if (typeof options['to'] === 'string') rollBackTo(db, loaded(options['to'], pack), Date.now());
    else if (rollBackPack(db, pack, Date.now()) === undefined)
      throw new CommandError(
        `There is no version of ${pack} before the one that is shown, or it has rotted. Give a folder with --to.`,
        1,
      );
    console.log(
      `${pack} ${numberOf(activeVersion(db, pack)?.version ?? 0)} is shown and held. "balie content release ${pack}" lets go of it.`,
    );
    return 0;
  } catch (error) {
    if (error instanceof UnreadablePackError) throw new CommandError(error.message);
    throw storeError(error);
  } finally {
    db.close();
  }
}

/**
 * `balie content release PACK --data DIR`: lets the next higher version be shown again. What lies ready the kiosk shows itself: it may wait
 * for its turn in a roll-out.
 */
export function releaseContent(args: string[]): number {
  const { positions, options } = readArguments(args, ['PACK'], { data: 'string', migrations: 'string' });
  const db = openContentStore(options['data'], options['migrations']);
  try {
    const pack = String(positions[0]);
    letGoOfPack(db, pack);
    const ready = stagedVersion(db, pack);
    console.log(
      ready === undefined
        ? `${pack} is let go: the next higher version is shown when it comes.`
        : `${pack} is let go. ${ready} lies ready: the kiosk shows it after the next visit, or when its roll-out says so. "balie content update" shows it at once.`,
    );
    return 0;
  } finally {
    db.close();
  }
}

function loaded(folder: string, pack: string) {
  const found = loadPackFolder(folder, todayFrom(undefined));
  if (!found.ok)
    throw new CommandError(
      `The pack in "${folder}" has ${found.errors.length} errors; "balie pack check" shows them.`,
      1,
    );
  if (found.pack.about.id === pack) return found;
  throw new CommandError(
    `The pack in "${folder}" is ${found.pack.about.id}, not ${pack}. Give the folder of ${pack}.`,
    1,
  );
}
