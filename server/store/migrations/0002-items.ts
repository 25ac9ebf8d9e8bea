import type { ServerMigration } from './server-migration.ts';

/** What devices sent: batches, items, what was set aside, and the counts. */
export const ITEMS: ServerMigration = {
  name: '0002-items',
  statements: [
    `CREATE TABLE batches (
      device TEXT NOT NULL,
      id TEXT NOT NULL,
      library TEXT NOT NULL,
      received_at TEXT NOT NULL,
      starts BIGINT NOT NULL,
      incidents TEXT NOT NULL,
      PRIMARY KEY (device, id),
      FOREIGN KEY (device, library) REFERENCES devices (id, library)
    )`,
    `CREATE TABLE items (
      device TEXT NOT NULL,
      id TEXT NOT NULL,
      library TEXT NOT NULL,
      branch TEXT NOT NULL,
      seq BIGINT NOT NULL,
      hour TEXT NOT NULL,
      type TEXT NOT NULL,
      body TEXT NOT NULL,
      received_at TEXT NOT NULL,
      PRIMARY KEY (device, id),
      FOREIGN KEY (device, library) REFERENCES devices (id, library)
    )`,
    `CREATE TABLE quarantine (
      device TEXT NOT NULL,
      id TEXT NOT NULL,
      sha256 TEXT NOT NULL,
      library TEXT NOT NULL,
      why TEXT NOT NULL,
      item TEXT NOT NULL,
      received_at TEXT NOT NULL,
      PRIMARY KEY (device, id, sha256),
      FOREIGN KEY (device, library) REFERENCES devices (id, library)
    )`,
    `CREATE TABLE counts (
      library TEXT NOT NULL REFERENCES libraries,
      branch TEXT NOT NULL,
      type TEXT NOT NULL,
      hour TEXT NOT NULL,
      body TEXT NOT NULL,
      number BIGINT NOT NULL,
      PRIMARY KEY (library, branch, type, hour, body)
    )`,
  ],
};
