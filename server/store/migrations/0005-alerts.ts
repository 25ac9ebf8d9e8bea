import type { ServerMigration } from './server-migration.ts';

/** What libraries are warned of, which messages of it go out, and since when versions of packs have been there. */
export const ALERTS: ServerMigration = {
  name: '0005-alerts',
  statements: [
    `CREATE TABLE alerts (
      id TEXT PRIMARY KEY,
      library TEXT NOT NULL REFERENCES libraries,
      subject TEXT NOT NULL,
      device TEXT,
      kind TEXT NOT NULL,
      finding TEXT NOT NULL,
      opened_at TEXT NOT NULL,
      closed_at TEXT,
      FOREIGN KEY (device, library) REFERENCES devices (id, library)
    )`,
    'CREATE UNIQUE INDEX one_open_alert ON alerts (library, subject, kind) WHERE closed_at IS NULL',
    `CREATE TABLE alert_messages (
      alert TEXT NOT NULL REFERENCES alerts,
      library TEXT NOT NULL,
      about TEXT NOT NULL CHECK (about IN ('opened', 'closed')),
      way TEXT NOT NULL CHECK (way IN ('webhook', 'mail')),
      tries BIGINT NOT NULL,
      next_try_at TEXT,
      told_at TEXT,
      failure TEXT,
      PRIMARY KEY (alert, about, way)
    )`,
    'CREATE INDEX messages_to_tell ON alert_messages (next_try_at) WHERE next_try_at IS NOT NULL',
    `CREATE TABLE versions_seen (
      library TEXT NOT NULL,
      pack TEXT NOT NULL,
      channel TEXT NOT NULL,
      version BIGINT NOT NULL,
      seen_at TEXT NOT NULL,
      PRIMARY KEY (library, pack, channel, version)
    )`,
  ],
};
