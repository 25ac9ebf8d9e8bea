import { checkServiceText } from '../../core/domain/directory/check-service-text.ts';
import type { DirectoryRecord } from '../../core/domain/directory/directory-record.ts';
import { facetsOf } from '../../core/domain/directory/facet.ts';
import { TAXONOMIES } from '../../core/domain/directory/marks.ts';
import { readDirectoryFiles } from '../../packs/directory/read-directory-files.ts';
import { UnreadableDirectoryError } from '../../packs/directory/unreadable-directory.ts';
import { CommandError } from '../command-error.ts';

/**
 * The categories that services of a directory have: an HSDS JSON file, a folder of them, or a tabular data package, of
 * which all terms count as used. Throws CommandError when it is no directory.
 */
export async function readCategories(path: string): Promise<string[]> {
  const categoriesOf = (record: DirectoryRecord): string[] => {
    if (record.kind === 'service') {
      const checked = checkServiceText(record.text);
      if (checked.fault !== undefined || checked.value === undefined) return [];
      return facetsOf(checked.value).flatMap(([facet, code]) => (facet === 'category' ? [code] : []));
    }
    if (record.kind !== 'row' || record.table !== 'taxonomy_term') return [];
    const { taxonomy, code } = record.record;
    return taxonomy === TAXONOMIES.category && typeof code === 'string' ? [code] : [];
  };
  const found = new Set<string>();
  try {
    for await (const records of readDirectoryFiles(path))
      for (const category of records.flatMap(categoriesOf)) found.add(category);
  } catch (error) {
    throw error instanceof UnreadableDirectoryError ? new CommandError(error.message) : error;
  }
  return [...found];
}
