import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { LibraryId } from '../../core/contract/repository/names.ts';
import { Language } from '../../core/domain/language.ts';
import type { OwnNames } from '../../core/domain/report/value-name.ts';
import { pick } from '../../core/domain/words.ts';
import { type NamedInLists, type ReportLists, SHIPPED_LISTS } from './shipped-lists.ts';

const Named = z.array(z.object({ id: z.string(), names: z.partialRecord(Language, z.string().max(60)) }));
/** What is read of the lists of a library: all else in them is for its desks. */
const Lists = z.object({ organizations: Named, subCategories: Named, places: Named.default([]) });

/** The folder of the lists of libraries, in the data folder of their server. */
export const LIBRARY_LISTS = 'desk';

/** Where the lists of a library lie at its server, the same file as at its desks. */
export const libraryListsFile = (data: string, library: string) =>
  join(data, LIBRARY_LISTS, `${library}.json`);

/**
 * The lists of a library with those that came with the app: what both have is called as the library calls it, and what was chosen before the
 * library had its own keeps its name. A file that is not there or cannot be used leaves those of the app; `fault` says why, as a sentence
 * for the log.
 */
export function reportLists(
  data: string,
  library: string,
): { readonly lists: ReportLists; readonly fault?: string } {
  const file = libraryListsFile(data, LibraryId.parse(library));
  try {
    const own = Lists.parse(JSON.parse(readFileSync(file, 'utf8')));
    const both = (list: keyof ReportLists) => [
      ...own[list],
      ...SHIPPED_LISTS[list].filter(({ id }) => !own[list].some((each) => each.id === id)),
    ];
    return {
      lists: {
        organizations: both('organizations'),
        subCategories: both('subCategories'),
        places: both('places'),
      },
    };
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return { lists: SHIPPED_LISTS };
    const why = error instanceof z.ZodError ? z.prettifyError(error) : String(error);
    return { lists: SHIPPED_LISTS, fault: `${file} is left aside: ${why}` };
  }
}

/** What the organisations, own categories and places of such lists are called; what is in none of these is called by its id. */
export function namesInLists(lists: ReportLists, language: Language): OwnNames {
  const names = (list: readonly NamedInLists[]) =>
    Object.fromEntries(list.map(({ id, names: said }) => [id, pick(said, language)?.value ?? id]));
  return {
    organization: names(lists.organizations),
    'sub-category': names(lists.subCategories),
    place: names(lists.places),
  };
}
