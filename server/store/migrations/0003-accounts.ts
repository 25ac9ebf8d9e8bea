import type { ServerMigration } from './server-migration.ts';

/** After two years a line of the audit trail may go; before that nothing takes one away, and nothing ever changes one. */
const YOUNG_IN_SQLITE = `old.at > strftime('%Y-%m-%dT%H:%M:%fZ', 'now', '-2 years')`;
const YOUNG_IN_POSTGRES = `old.at > to_char((now() AT TIME ZONE 'UTC') - interval '2 years', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')`;

/** Accounts of the administration, how they sign in, their sessions, and the audit trail. */
export const ACCOUNTS: ServerMigration = {
  name: '0003-accounts',
  statements: [
    `CREATE TABLE accounts (
      id TEXT PRIMARY KEY,
      library TEXT REFERENCES libraries,
      name TEXT NOT NULL,
      name_key TEXT NOT NULL,
      role TEXT NOT NULL CHECK (role IN ('reader', 'editor', 'publisher', 'administrator', 'operator')),
      state TEXT NOT NULL CHECK (state IN ('invited', 'active', 'ended')),
      password TEXT,
      totp_secret TEXT,
      totp_last BIGINT NOT NULL,
      issuer TEXT,
      subject TEXT,
      made_at TEXT NOT NULL,
      last_sign_in TEXT,
      UNIQUE (id, library),
      UNIQUE (issuer, subject),
      CHECK ((role = 'operator') = (library IS NULL))
    )`,
    `CREATE UNIQUE INDEX accounts_by_name ON accounts (coalesce(library, ''), name_key)`,
    `CREATE TABLE sessions (
      hash TEXT PRIMARY KEY,
      account TEXT NOT NULL REFERENCES accounts,
      library TEXT,
      made_at TEXT NOT NULL,
      used_at TEXT NOT NULL,
      ends_at TEXT NOT NULL,
      FOREIGN KEY (account, library) REFERENCES accounts (id, library)
    )`,
    'CREATE INDEX sessions_by_account ON sessions (account)',
    `CREATE TABLE invitations (
      hash TEXT PRIMARY KEY,
      account TEXT NOT NULL REFERENCES accounts,
      library TEXT,
      totp_secret TEXT NOT NULL,
      expires_at TEXT NOT NULL,
      FOREIGN KEY (account, library) REFERENCES accounts (id, library)
    )`,
    `CREATE TABLE passkeys (
      id TEXT PRIMARY KEY,
      account TEXT NOT NULL REFERENCES accounts,
      library TEXT,
      name TEXT NOT NULL,
      public_key TEXT NOT NULL,
      counter BIGINT NOT NULL,
      transports TEXT NOT NULL,
      made_at TEXT NOT NULL,
      used_at TEXT,
      FOREIGN KEY (account, library) REFERENCES accounts (id, library)
    )`,
    `CREATE TABLE recovery_codes (
      account TEXT NOT NULL REFERENCES accounts,
      library TEXT,
      hash TEXT NOT NULL,
      PRIMARY KEY (account, hash),
      FOREIGN KEY (account, library) REFERENCES accounts (id, library)
    )`,
    // Of nobody yet: what a browser was asked to sign, where it was sent to sign in, and how often a name was tried.
    `CREATE TABLE passkey_challenges (
      id TEXT PRIMARY KEY,
      purpose TEXT NOT NULL,
      challenge TEXT NOT NULL,
      expires_at TEXT NOT NULL
    )`,
    `CREATE TABLE oidc_sign_ins (
      state TEXT PRIMARY KEY,
      browser TEXT NOT NULL,
      nonce TEXT NOT NULL,
      verifier TEXT NOT NULL,
      expires_at TEXT NOT NULL
    )`,
    `CREATE TABLE sign_in_tries (
      name TEXT PRIMARY KEY,
      failures BIGINT NOT NULL,
      until TEXT NOT NULL
    )`,
    `CREATE TABLE audit (
      id TEXT PRIMARY KEY,
      library TEXT REFERENCES libraries,
      at TEXT NOT NULL,
      account TEXT,
      account_name TEXT,
      what TEXT NOT NULL,
      on_what TEXT NOT NULL
    )`,
    'CREATE INDEX audit_by_library ON audit (library, id)',
    {
      sqlite: `CREATE TRIGGER audit_stays_as_written BEFORE UPDATE ON audit
        BEGIN SELECT RAISE(ABORT, 'the audit trail is append only'); END`,
      postgres: `CREATE FUNCTION audit_refuse() RETURNS trigger LANGUAGE plpgsql AS
        $$BEGIN RAISE EXCEPTION 'the audit trail is append only'; END$$`,
    },
    {
      sqlite: `CREATE TRIGGER audit_stays BEFORE DELETE ON audit WHEN ${YOUNG_IN_SQLITE}
        BEGIN SELECT RAISE(ABORT, 'the audit trail is append only'); END`,
      postgres: `CREATE TRIGGER audit_stays_as_written BEFORE UPDATE ON audit
        FOR EACH ROW EXECUTE FUNCTION audit_refuse()`,
    },
    {
      postgres: `CREATE TRIGGER audit_stays BEFORE DELETE ON audit
        FOR EACH ROW WHEN (${YOUNG_IN_POSTGRES}) EXECUTE FUNCTION audit_refuse()`,
    },
    {
      postgres: `CREATE TRIGGER audit_stays_whole BEFORE TRUNCATE ON audit
        FOR EACH STATEMENT EXECUTE FUNCTION audit_refuse()`,
    },
  ],
};
