import type { ServerMigration } from './server-migration.ts';

/** The ids of who left, and nothing else of them: the logs of devices keep ids, so none is given to somebody else. */
export const STAFF_LEFT: ServerMigration = {
  name: '0015-staff-left',
  statements: [
    `CREATE TABLE staff_left (
      library TEXT NOT NULL REFERENCES libraries,
      id TEXT NOT NULL,
      PRIMARY KEY (library, id)
    )`,
    `INSERT INTO staff_left (library, id)
      SELECT DISTINCT library, on_what FROM audit
      WHERE what = 'person-removed' AND library IS NOT NULL
        AND NOT EXISTS (SELECT 1 FROM staff WHERE staff.library = audit.library AND staff.id = audit.on_what)`,
  ],
};
