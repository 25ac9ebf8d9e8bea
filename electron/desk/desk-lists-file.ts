import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { DeskLists } from '../../core/domain/desk/desk-lists.ts';
import { type WithoutRefused, withoutRefused } from '../../core/domain/directory/without-refused.ts';

/**
 * The lists to use, and why those of the library are not used, if they are there and wrong. `hoursFault`: which of its schedules were
 * left out alone, and why.
 */
export type FoundLists = {
  readonly lists: DeskLists;
  readonly fault: string | null;
  readonly hoursFault?: string;
};

/** The library's own lists, beside its stores. */
export const deskListsFile = (dataDir: string) => join(dataDir, 'desk.json');

/**
 * Reads the library's own lists; those that came with the app where there are none, or they are wrong: then `fault` says what, where, and
 * what to do. Throws when those of the app cannot be read: a bug.
 */
export function readDeskLists(dataDir: string, shippedFile: string): FoundLists {
  const own = readIfThere(deskListsFile(dataDir));
  const shipped = () => DeskLists.parse(JSON.parse(readFileSync(shippedFile, 'utf8')));
  if (own === undefined) return { lists: shipped(), fault: null };
  const read = own.ok ? parse(own.text) : own;
  if (!read.ok) return { lists: shipped(), fault: read.why };
  const { lists, refused } = read;
  return {
    lists,
    fault: null,
    ...(refused.length > 0 && { hoursFault: `desk.json, ${refused.join('; ')}` }),
  };
}

type Parsed = Pick<WithoutRefused, 'refused'> & { readonly ok: true; readonly lists: DeskLists };

function parse(text: string): Parsed | { ok: false; why: string } {
  try {
    const { record, refused } = withoutRefused(JSON.parse(text));
    const lists = DeskLists.safeParse(record);
    if (lists.success) return { ok: true, lists: lists.data, refused };
    const [first] = lists.error.issues;
    return { ok: false, why: `desk.json, ${first?.path.join('.') || 'as a whole'}: ${first?.message}` };
  } catch (error) {
    return { ok: false, why: `desk.json: ${(error as Error).message}` };
  }
}

function readIfThere(file: string): { ok: true; text: string } | { ok: false; why: string } | undefined {
  try {
    return { ok: true, text: readFileSync(file, 'utf8') };
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined;
    return { ok: false, why: `desk.json: ${(error as Error).message}` };
  }
}
