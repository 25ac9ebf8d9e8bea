import { numberOf } from '../../db/content/beside.ts';
import { fallBack } from '../../db/content/updates/fall-back.ts';
import { markScrub } from '../../db/content/updates/scrub-status.ts';
import { wasGoneBackFrom } from '../../db/content/updates/version-before.ts';
import type { WriteDb } from '../../db/open.ts';
import { openSource } from '../../updates/open-source.ts';
import { healSources } from '../../updates/scrub/heal-sources.ts';
import { scrub } from '../../updates/scrub/scrub.ts';
import { nameOf, type Rot } from '../../updates/scrub/scrub-plan.ts';
import { asUpdateError, UpdateError } from '../../updates/update-error.ts';
import { readArguments, todayFrom } from '../arguments.ts';
import { CommandError } from '../command-error.ts';
import { openContentStore, storeError } from './open-content-store.ts';

/**
 * `balie content scrub --data DIR [--from DIR|URL] [--packs DIR]`: looks at every version and picture in the store, and heals what has
 * rotted from the packs in a folder, from a repository (on a stick, or at an address), or from the one in repository.json.
 * Status 1 when something is lost.
 */
export async function scrubContent(args: string[]): Promise<number> {
  const { options } = readArguments(args, [], {
    data: 'string',
    from: 'string',
    packs: 'string',
    migrations: 'string',
  });
  const db = openContentStore(options['data'], options['migrations']);
  try {
    const packsDir = typeof options['packs'] === 'string' ? options['packs'] : undefined;
    const given = typeof options['from'] === 'string' ? [await openSource(options['from'])] : [];
    const sources = await healSources({ dataDir: String(options['data']), packsDir, given });
    markScrub(db, null);
    const rotten = await scrub({
      ...{ db, packsDir, sources, today: todayFrom(undefined), now: Date.now },
      pause: async () => undefined,
    });
    for (const each of rotten) console.log(lineOf(db, each));
    if (rotten.length === 0) console.log('All that is stored is as it was written.');
    return rotten.every(({ from }) => from !== undefined) ? 0 : 1;
  } catch (error) {
    const known = asUpdateError(error);
    throw known instanceof UpdateError ? new CommandError(known.message, 1) : storeError(known);
  } finally {
    db.close();
  }
}

function lineOf(db: WriteDb, rot: Rot): string {
  const what = rot.kind === 'picture' ? `The picture ${rot.sha256.slice(0, 12)}` : nameOf(rot);
  if (rot.from !== undefined) return `${what} had rotted, and is whole again (from ${rot.from}).`;
  if (rot.kind === 'picture')
    return `${what} has rotted and is not shown. Give a repository or stick that has it with --from, or the packs of the app with --packs.`;
  if (!rot.isShown && wasGoneBackFrom(db, rot.pack, rot.version))
    return `${what} has rotted; it is not shown, and until it is whole nobody can go back to it. Give a repository or stick that has it with --from, or the packs of the app with --packs.`;
  if (!rot.isShown) return `${what} had rotted and was taken out; it was not shown.`;
  const shown = fallBack(db, rot.pack, rot.version, Date.now());
  return shown === undefined
    ? `${what} has rotted and there is no version before it. Give a repository or stick that has it with --from, or the packs of the app with --packs.`
    : `${what} had rotted; ${numberOf(shown)}, the version before, is shown until the next update brings ${numberOf(rot.version)} again, or a higher one.`;
}
