import type { ServerMigration } from './server-migration.ts';

/** Questions of desks, how many there were, and what was told of each month. */
export const QUESTIONS: ServerMigration = {
  name: '0010-questions',
  statements: [
    'ALTER TABLE branches ADD COLUMN municipality TEXT',
    `CREATE TABLE questions (
      device TEXT NOT NULL,
      id TEXT NOT NULL,
      library TEXT NOT NULL,
      branch TEXT NOT NULL,
      logged TEXT NOT NULL,
      month TEXT NOT NULL,
      revision BIGINT NOT NULL CHECK (revision > 0),
      body TEXT,
      received_at TEXT NOT NULL,
      PRIMARY KEY (device, id),
      FOREIGN KEY (device, library) REFERENCES devices (id, library)
    )`,
    `CREATE TABLE question_counts (
      library TEXT NOT NULL REFERENCES libraries,
      branch TEXT NOT NULL,
      month TEXT NOT NULL,
      variable TEXT NOT NULL,
      value TEXT NOT NULL,
      number BIGINT NOT NULL,
      PRIMARY KEY (library, month, branch, variable, value)
    )`,
    `CREATE TABLE publications (
      library TEXT NOT NULL REFERENCES libraries,
      month TEXT NOT NULL,
      made_at TEXT NOT NULL,
      told TEXT NOT NULL,
      PRIMARY KEY (library, month)
    )`,
  ],
};
