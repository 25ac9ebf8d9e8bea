import type { ServerMigration } from './server-migration.ts';

/** Who publishes packs, to whom the desk hands over, and which device stands in for which. */
export const PUBLISHERS_AND_PARTNERS: ServerMigration = {
  name: '0007-publishers-and-partners',
  statements: [
    `CREATE TABLE publishers (
      id TEXT PRIMARY KEY,
      library TEXT REFERENCES libraries,
      name TEXT NOT NULL,
      packs TEXT NOT NULL
    )`,
    `CREATE TABLE partners (
      library TEXT NOT NULL REFERENCES libraries,
      id TEXT NOT NULL,
      name TEXT NOT NULL,
      kind TEXT NOT NULL,
      email TEXT,
      phone TEXT,
      website TEXT,
      recipient TEXT,
      PRIMARY KEY (library, id)
    )`,
    'ALTER TABLE enrolment_codes ADD COLUMN replaces TEXT',
    'ALTER TABLE devices ADD COLUMN replaces TEXT',
  ],
};
