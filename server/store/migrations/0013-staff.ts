import type { ServerMigration } from './server-migration.ts';

/** Who works at the devices of a library: a name to show and a role. Their PINs are each device's own. */
export const STAFF: ServerMigration = {
  name: '0013-staff',
  statements: [
    `CREATE TABLE staff (
      library TEXT NOT NULL REFERENCES libraries,
      id TEXT NOT NULL,
      name TEXT NOT NULL,
      role TEXT NOT NULL,
      PRIMARY KEY (library, id)
    )`,
  ],
};
