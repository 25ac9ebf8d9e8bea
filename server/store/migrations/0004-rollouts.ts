import type { ServerMigration } from './server-migration.ts';

/** Roll-outs, who has what of them, when branches are open, and the number of each library's plan. */
export const ROLLOUTS: ServerMigration = {
  name: '0004-rollouts',
  statements: [
    `CREATE TABLE rollouts (
      id TEXT PRIMARY KEY,
      library TEXT NOT NULL REFERENCES libraries,
      publisher TEXT NOT NULL,
      pack TEXT NOT NULL,
      channel TEXT NOT NULL,
      version BIGINT NOT NULL,
      state TEXT NOT NULL CHECK (state IN ('going', 'held', 'rolled-back')),
      share BIGINT NOT NULL CHECK (share BETWEEN 0 AND 100),
      branches TEXT,
      starts_at TEXT NOT NULL,
      show_rule TEXT NOT NULL CHECK (show_rule IN ('idle', 'closed')),
      sick_percent BIGINT NOT NULL CHECK (sick_percent BETWEEN 1 AND 100),
      watched_from TEXT NOT NULL,
      changed_at TEXT NOT NULL,
      why TEXT,
      UNIQUE (id, library),
      UNIQUE (library, publisher, pack, channel, version)
    )`,
    `CREATE TABLE rollout_devices (
      rollout TEXT NOT NULL,
      device TEXT NOT NULL,
      library TEXT NOT NULL,
      installed_at TEXT NOT NULL,
      PRIMARY KEY (rollout, device),
      FOREIGN KEY (rollout, library) REFERENCES rollouts (id, library),
      FOREIGN KEY (device, library) REFERENCES devices (id, library)
    )`,
    `CREATE TABLE branch_hours (
      library TEXT NOT NULL,
      branch TEXT NOT NULL,
      schedules TEXT NOT NULL,
      PRIMARY KEY (library, branch),
      FOREIGN KEY (library, branch) REFERENCES branches
    )`,
    `CREATE TABLE plan_numbers (
      library TEXT PRIMARY KEY REFERENCES libraries,
      number BIGINT NOT NULL
    )`,
    `CREATE TABLE turns (
      name TEXT PRIMARY KEY,
      taken_at TEXT NOT NULL
    )`,
  ],
};
