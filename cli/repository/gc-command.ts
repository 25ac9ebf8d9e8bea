import { collectGarbage } from '../../trust/repository/collect-garbage.ts';
import { readArguments } from '../arguments.ts';
import { CommandError } from '../command-error.ts';
import { whileLocked } from './while-locked.ts';

/** How many lists of each library stay, with all that they name: what can still be rolled back to. */
const KEEP = 3;

/** `balie repository gc DIR [--keep N] [--dry-run]`: takes away what no kiosk needs any more. */
export async function gcCommand(args: string[]): Promise<number> {
  const { positions, options } = readArguments(args, ['DIR'], { keep: 'string', 'dry-run': 'boolean' });
  const keep = Number(options['keep'] ?? KEEP);
  if (!Number.isInteger(keep) || keep < 2)
    throw new CommandError(
      '--keep is a whole number of at least 2: a kiosk may be busy with the one before.',
    );
  return await whileLocked(String(positions[0]), async () => {
    const look = options['dry-run'] === true;
    const { places, bytes } = await collectGarbage(positions[0] as string, { keep, now: new Date(), look });
    for (const place of places) console.log(place);
    console.log(
      `${look ? 'Would take' : 'Took'} away ${places.length} files, ${(bytes / 1e6).toFixed(1)} MB. What is younger than a day stays.`,
    );
    return 0;
  });
}
