/** One step of the schema: statements that both databases take, after `inDialect` (migrate.ts). Never changed once it is out. */
export type ServerMigration = { readonly name: string; readonly statements: readonly string[] };

/** All steps, in their order. They are part of the program: a server that runs has them. */
export const SERVER_MIGRATIONS: readonly ServerMigration[] = [
  {
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
  },
  {
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
  },
];
