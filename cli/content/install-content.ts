import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { findingText } from '../../core/domain/check/finding.ts';
import { activeVersion, installPack } from '../../db/content/install-pack.ts';
import { indexShownPacks } from '../../db/content/search/index-packs.ts';
import type { WriteDb } from '../../db/open.ts';
import { openStore } from '../../db/open-store.ts';
import { faultOf } from '../../db/store-fault.ts';
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
  const { data, migrations = join(import.meta.dirname, '..', 'main', 'migrations') } = options;
  if (typeof data !== 'string')
    throw new CommandError('--data DIR is missing: the data folder of the kiosk.');
  const db = openContentStore(data, String(migrations));
  try {
    console.log(install(db, folder));
    return 0;
  } catch (error) {
    throw asCommandError(error);
  } finally {
    db.close();
  }
}

function openContentStore(data: string, migrations: string): WriteDb {
  try {
    mkdirSync(data, { recursive: true });
  } catch (error) {
    throw new CommandError(
      `"${data}" cannot be made: ${(error as Error).message}. Give a folder that can be written.`,
    );
  }
  const { db, ...failed } = openStore(join(data, 'content.db'), join(migrations, 'content'), {
    proveSound: false,
  });
  if (db !== undefined) return db;
  const advice =
    failed.fault === 'broken-app'
      ? 'Build the app once with "npm start".'
      : 'Start the kiosk once: it mends this, or says what to do.';
  throw new CommandError(`The store in "${data}" cannot be opened (${failed.fault}). ${advice}`, 1);
}

function install(db: WriteDb, folder: string): string {
  indexShownPacks(db);
  const id = readPackId(folder);
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
  if (installPack(db, loaded) === 'older')
    throw new CommandError(
      'The store shows a higher version of this pack; it keeps that one. Raise the version in pack.yaml.',
      1,
    );
  return `Installed ${about.id} ${about.version}: ${flows.length} flows, ${articles.length} articles.`;
}

/** What went wrong, as the operator can act on it; a bug of ours stays what it is. */
function asCommandError(error: unknown): unknown {
  if (error instanceof UnreadablePackError) return new CommandError(error.message);
  const advice = {
    'disk-full': 'The disk is full; the store keeps what it had. Make room and try again.',
    'not-writable':
      'The store cannot be written; it keeps what it had. Close what uses it, check the rights, try again.',
    unreadable: 'The store is damaged. Start the kiosk once: it builds the content again.',
  } as const;
  const fault = faultOf(error);
  return fault in advice ? new CommandError(advice[fault as keyof typeof advice], 1) : error;
}
