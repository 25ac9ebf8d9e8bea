import { existsSync, statSync } from 'node:fs';
import { basename, join, resolve, sep } from 'node:path';
import type { CalendarDate } from '../../core/domain/calendar-date.ts';
import { type Finding, findingText } from '../../core/domain/check/finding.ts';
import { errorsInLogic } from '../../core/domain/check/walkable-flows.ts';
import { checkPack, type PackVerdict } from '../../core/domain/check-pack.ts';
import { didYouMean } from '../../core/domain/did-you-mean.ts';
import type { FlowInPack, Pack } from '../../core/domain/pack.ts';
import { UnreadablePackError } from '../../packs/list-pack-files.ts';
import { listPackFolders } from '../../packs/list-pack-folders.ts';
import { readPackFolder } from '../../packs/read-pack-folder.ts';
import { CommandError } from '../command-error.ts';

/** Of many errors the first are enough to go on with. */
const MOST_NAMED = 10;

/**
 * Reads and checks the pack in a folder; with the categories of a directory, against those too. Throws CommandError when
 * there is no such folder, or when the pack lies in a folder of it.
 */
export function judgePack(folder: string, today: CalendarDate, categories?: readonly string[]): PackVerdict {
  try {
    refuseFolderNear(folder);
    return checkPack(readPackFolder(folder), { today, ...(categories && { categories }) });
  } catch (error) {
    if (error instanceof UnreadablePackError) throw new CommandError(error.message);
    if (UNREADABLE.has(String((error as NodeJS.ErrnoException).code)))
      throw new CommandError(`There is no folder that can be read at ${folder}. Look at its rights.`);
    throw error;
  }
}

/** What the system says of a folder that somebody may not read. */
const UNREADABLE: ReadonlySet<string> = new Set(['EACCES', 'EPERM', 'EIO']);

/**
 * Somebody who gives the folder in which packs lie, or one inside a pack, would read that nothing has its place, once for each of the
 * files.
 */
function refuseFolderNear(folder: string): void {
  const isPack = (path: string) => existsSync(join(path, 'pack.yaml'));
  // What is no folder is told by reading it.
  if (!existsSync(folder) || !statSync(folder).isDirectory() || isPack(folder)) return;
  const around = [join(folder, '..'), join(folder, '../..')].map((path) => resolve(path));
  const inside = listPackFolders(folder).map((name) => join(folder, name));
  const near = [...inside, ...(ofPack(folder) ? around : [])].find(isPack);
  if (near !== undefined)
    throw new CommandError(`There is no pack.yaml in "${folder}", and one in "${near}". Give that folder.`);
}

/** Is the folder, or the one around it, called as a folder in a pack is? A new pack may lie in a folder of another one. */
function ofPack(folder: string): boolean {
  return resolve(folder)
    .split(sep)
    .slice(-2)
    .some((name) => ['flows', 'articles', 'media'].includes(name));
}

/** The pack in a folder. Throws CommandError with the findings when the check has errors. */
export function loadPack(folder: string, today: CalendarDate): Pack {
  const { pack, findings } = judgePack(folder, today);
  if (pack !== undefined) return pack;
  throw refusal(
    folder,
    findings.filter(({ severity }) => severity === 'error'),
  );
}

/** A flow to look at, in a pack that may have errors elsewhere; so many. */
export type LoadedFlow = { readonly pack: Pack; readonly flow: FlowInPack; readonly errors: number };

/**
 * A flow of the pack in a folder, also of a pack with errors, as long as its own logic holds: an author looks at it to mend them. Throws
 * CommandError with the errors that are in the way, or when the pack has no flow of that name.
 */
export function loadFlow(folder: string, id: string, today: CalendarDate): LoadedFlow {
  const { readable: pack, findings } = judgePack(folder, today);
  const errors = findings.filter(({ severity }) => severity === 'error');
  if (pack === undefined) throw refusal(folder, errors);
  const inTheWay = errorsInLogic(pack, id, findings);
  if (inTheWay.length > 0)
    throw new CommandError(
      `${inTheWay.slice(0, MOST_NAMED).map(findingText).join('\n')}\nThe logic of "${id}" cannot be shown like this. Mend that first.`,
      1,
    );
  const flow = pack.flows.find((single) => single.flow.id === id);
  if (flow !== undefined) return { pack, flow, errors: errors.length };
  const flows = pack.flows.map((single) => single.flow.id);
  const meant = didYouMean(basename(id), flows);
  throw new CommandError(
    `The pack has no flow "${id}". ${meant === undefined ? `It has: ${flows.join(', ')}.` : `Did you mean "${meant}"?`}`,
  );
}

/** What to say behind a flow of a pack with so many errors; nothing when it has none. */
export function errorsElsewhere(errors: number): string[] {
  if (errors === 0) return [];
  return [`The pack has ${errors === 1 ? '1 error' : `${errors} errors`}; "balie pack check" shows them.`];
}

function refusal(folder: string, errors: readonly Finding[]): CommandError {
  return new CommandError(
    `${errors.slice(0, MOST_NAMED).map(findingText).join('\n')}\nThe pack in "${folder}" has ${errors.length} errors. Mend them first; "balie pack check" shows them all.`,
    1,
  );
}
