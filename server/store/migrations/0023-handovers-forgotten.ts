import type { ServerMigration } from './server-migration.ts';

/** How many handovers of a month were forgotten of age before the month was told of (decision 38): numbers, and nothing of any one of them. */
export const HANDOVERS_FORGOTTEN: ServerMigration = {
  name: '0023-handovers-forgotten',
  statements: [
    `CREATE TABLE handovers_forgotten (
      library TEXT NOT NULL REFERENCES libraries,
      month TEXT NOT NULL,
      partner TEXT NOT NULL,
      state TEXT NOT NULL,
      number BIGINT NOT NULL,
      PRIMARY KEY (library, month, partner, state)
    )`,
  ],
};
