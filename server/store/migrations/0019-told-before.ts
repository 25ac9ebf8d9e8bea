import type { ServerMigration } from './server-migration.ts';

/** The newest month of which devices of a library were told and this store does not know: it is a copy that was brought back (decision 36). */
export const TOLD_BEFORE: ServerMigration = {
  name: '0019-told-before',
  statements: [
    `CREATE TABLE told_before (
      library TEXT PRIMARY KEY REFERENCES libraries,
      month TEXT NOT NULL
    )`,
  ],
};
