import { parseArgs } from 'node:util';
import { CalendarDate } from '../core/domain/calendar-date-schema.ts';
import { CommandError } from './command-error.ts';

/** `strings`: may be given several times. */
type Option = 'string' | 'boolean' | 'strings';

/** The arguments of a command: the named positions, and the options that were given. */
export type Arguments = {
  readonly positions: string[];
  readonly options: Readonly<Record<string, string | boolean | undefined>>;
  /** Of the options that may be given several times: what was given, in that order. */
  readonly lists: Readonly<Record<string, readonly string[]>>;
};

/**
 * Reads the arguments of a command.
 * Throws CommandError when a position is missing or one too many, or an option is unknown.
 */
export function readArguments(
  args: string[],
  positions: readonly string[],
  options: Record<string, Option> = {},
): Arguments {
  try {
    const read = parseArgs({
      args,
      allowPositionals: true,
      options: Object.fromEntries(
        Object.entries(options).map(([name, type]) => [
          name,
          type === 'strings' ? { type: 'string', multiple: true } : { type },
        ]),
      ),
    });
    const missing = positions[read.positionals.length];
    if (missing !== undefined) throw new CommandError(`${missing} is missing.`);
    if (read.positionals.length > positions.length)
      throw new CommandError(`"${read.positionals[positions.length]}" is one argument too many.`);
    const given = Object.entries(read.values);
    return {
      positions: read.positionals,
      options: Object.fromEntries(
        given.filter((entry): entry is [string, string | boolean] => !Array.isArray(entry[1])),
      ),
      lists: Object.fromEntries(
        given.filter((entry): entry is [string, string[]] => Array.isArray(entry[1])),
      ),
    };
  } catch (error) {
    throw error instanceof CommandError ? error : new CommandError((error as Error).message);
  }
}

/** The day of `--today`, else the day it is in this place. Throws CommandError when it is no date. */
export function todayFrom(option: string | boolean | undefined): CalendarDate {
  if (typeof option !== 'string') return new Intl.DateTimeFormat('sv-SE').format(new Date());
  const day = CalendarDate.safeParse(option);
  if (!day.success) throw new CommandError(`--today "${option}" is no date. Write it as 2026-11-03.`);
  return day.data;
}
