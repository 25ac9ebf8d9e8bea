import type { CalendarDate } from '../../core/domain/calendar-date.ts';
import { findingText } from '../../core/domain/check/finding.ts';
import { checkPack, type PackVerdict } from '../../core/domain/check-pack.ts';
import { didYouMean } from '../../core/domain/did-you-mean.ts';
import type { FlowInPack, Pack } from '../../core/domain/pack.ts';
import { UnreadablePackError } from '../../packs/list-pack-files.ts';
import { readPackFolder } from '../../packs/read-pack-folder.ts';
import { CommandError } from '../command-error.ts';

/**
 * Reads and checks the pack in a folder; with the categories of a directory, against those too. Throws CommandError when
 * there is no such folder.
 */
export function judgePack(folder: string, today: CalendarDate, categories?: readonly string[]): PackVerdict {
  try {
    return checkPack(readPackFolder(folder), { today, ...(categories && { categories }) });
  } catch (error) {
    throw error instanceof UnreadablePackError ? new CommandError(error.message) : error;
  }
}

/** The pack in a folder. Throws CommandError with the findings when the check has errors. */
export function loadPack(folder: string, today: CalendarDate): Pack {
  const { pack, findings } = judgePack(folder, today);
  if (pack !== undefined) return pack;
  const errors = findings.filter(({ severity }) => severity === 'error').map(findingText);
  throw new CommandError(
    `${errors.slice(0, 10).join('\n')}\nThe pack in "${folder}" has ${errors.length} errors. Mend them first; "balie pack check" shows them all.`,
    1,
  );
}

/** A flow of the pack in a folder. Throws CommandError when the pack has none of that name. */
export function loadFlow(folder: string, id: string, today: CalendarDate): { pack: Pack; flow: FlowInPack } {
  const pack = loadPack(folder, today);
  const flow = pack.flows.find((single) => single.flow.id === id);
  if (flow !== undefined) return { pack, flow };
  const meant = didYouMean(
    id,
    pack.flows.map((single) => single.flow.id),
  );
  throw new CommandError(
    `The pack has no flow "${id}".${meant === undefined ? '' : ` Did you mean "${meant}"?`}`,
  );
}
