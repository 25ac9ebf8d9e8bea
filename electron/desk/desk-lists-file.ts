import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { DeskLists } from '../../core/domain/desk/desk-lists.ts';

/** The lists to use, and why those of the library are not used, if they are there and wrong. */
export type FoundLists = { readonly lists: DeskLists; readonly fault: string | null };

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
  return read.ok ? { lists: read.lists, fault: null } : { lists: shipped(), fault: read.why };
}

function parse(text: string): { ok: true; lists: DeskLists } | { ok: false; why: string } {
  try {
    const lists = DeskLists.safeParse(JSON.parse(text));
    if (lists.success) return { ok: true, lists: lists.data };
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
