import type { ServerMigration } from './server-migration.ts';

/** Libraries, branches, their devices, the codes that enrol them, and the key of the server. */
export const ORGANISATIONS: ServerMigration = {
  name: '0001-organisations',
  statements: [
    `CREATE TABLE libraries (
      id TEXT PRIMARY KEY,
      name TEXT NOT NULL,
      made_at TEXT NOT NULL
    )`,
    `CREATE TABLE branches (
      library TEXT NOT NULL REFERENCES libraries,
      id TEXT NOT NULL,
      name TEXT NOT NULL,
      PRIMARY KEY (library, id)
    )`,
    `CREATE TABLE devices (
      id TEXT PRIMARY KEY,
      library TEXT NOT NULL,
      branch TEXT NOT NULL,
      public_key TEXT NOT NULL,
      profile TEXT NOT NULL CHECK (profile IN ('kiosk', 'desk')),
      state TEXT NOT NULL CHECK (state IN ('waiting', 'approved', 'revoked')),
      app_version TEXT NOT NULL,
      enrolled_at TEXT NOT NULL,
      last_contact TEXT,
      clock_skew_ms BIGINT,
      backlog BIGINT,
      free_bytes BIGINT,
      packs TEXT NOT NULL,
      last_seq BIGINT NOT NULL,
      UNIQUE (id, library),
      FOREIGN KEY (library, branch) REFERENCES branches
    )`,
    `CREATE TABLE enrolment_codes (
      hash TEXT PRIMARY KEY,
      library TEXT NOT NULL,
      branch TEXT NOT NULL,
      expires_at TEXT NOT NULL,
      device TEXT,
      FOREIGN KEY (library, branch) REFERENCES branches
    )`,
    `CREATE TABLE server_keys (
      name TEXT PRIMARY KEY,
      pem TEXT NOT NULL
    )`,
  ],
};
