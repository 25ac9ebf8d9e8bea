import type { ServerMigration } from './server-migration.ts';

/** What was agreed with partners, and how far handovers to them are (decision 38). `sealed` is there until it is delivered. */
export const HANDOVERS: ServerMigration = {
  name: '0011-handovers',
  statements: [
    'ALTER TABLE partners ADD COLUMN contact TEXT',
    'ALTER TABLE partners ADD COLUMN asks TEXT',
    'ALTER TABLE partners ADD COLUMN review_by TEXT',
    `CREATE TABLE handovers (
      id TEXT PRIMARY KEY,
      library TEXT NOT NULL,
      branch TEXT NOT NULL,
      device TEXT NOT NULL REFERENCES devices,
      partner TEXT NOT NULL,
      code TEXT NOT NULL UNIQUE,
      given_at TEXT NOT NULL,
      sealed_until TEXT NOT NULL,
      open_until TEXT NOT NULL,
      state TEXT NOT NULL,
      said BIGINT NOT NULL,
      sealed TEXT,
      sealed_state TEXT NOT NULL
    )`,
    'CREATE INDEX handovers_of_device ON handovers (device, given_at)',
  ],
};
