import type { ServerMigration } from './server-migration.ts';

/**
 * When no instance could hear devices. The roll-outs noted already when somebody looked last: that is known of the time before a server had
 * this table, too.
 */
export const TIMES_AWAY: ServerMigration = {
  name: '0030-times-away',
  statements: [
    'CREATE TABLE times_away (from_at TEXT PRIMARY KEY, until_at TEXT NOT NULL)',
    "INSERT INTO turns (name, taken_at) SELECT 'alerts-looked', taken_at FROM turns WHERE name = 'judge-rollouts'",
  ],
};
