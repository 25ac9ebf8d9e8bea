import type { ReadDb } from '../../open.ts';
import { prepared } from '../../prepared.ts';

/** The import that visitors see. */
export type ActiveDirectory = {
  readonly generation: number;
  readonly origin: 'factory' | 'import';
  readonly digest: string;
};

/** The directory that is shown; undefined when there is none yet. */
export function activeDirectory(db: ReadDb): ActiveDirectory | undefined {
  return prepared<[], ActiveDirectory>(
    db,
    'SELECT generation, origin, digest FROM active_directory JOIN directories USING (generation)',
  ).get();
}
