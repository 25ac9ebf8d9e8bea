import type { ServerMigration } from './server-migration.ts';

const counted = (
  place: string,
) => `INSERT INTO question_counts (library, branch, month, variable, value, number)
  SELECT library, branch, month, 'place', coalesce(${place}, '-'), count(*) FROM questions WHERE body IS NOT NULL
  GROUP BY library, branch, month, ${place}`;

/**
 * Where the questions were that are still here, so that one that is corrected or taken back is taken off what it was counted as. Those of
 * months that were told of and purged change no more (decision 45).
 */
export const COUNT_PLACES: ServerMigration = {
  name: '0028-count-places',
  statements: [
    { sqlite: counted("json_extract(body, '$.place')"), postgres: counted("CAST(body AS json) ->> 'place'") },
  ],
};
