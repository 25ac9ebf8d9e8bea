import type { ServerMigration } from './server-migration.ts';

/** The services that a library keeps here. `record` is the whole service, as HSDS has it, in JSON. */
export const DIRECTORY: ServerMigration = {
  name: '0006-directory',
  statements: [
    `CREATE TABLE directory_services (
      library TEXT NOT NULL REFERENCES libraries,
      id TEXT NOT NULL,
      record TEXT NOT NULL,
      review_by TEXT NOT NULL,
      reminded_at TEXT,
      changed_at TEXT NOT NULL,
      PRIMARY KEY (library, id)
    )`,
  ],
};
