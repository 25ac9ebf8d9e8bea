import type { ServerMigration } from './server-migration.ts';

/**
 * Since when an account is known to have ended, and after its time whose it was at an OpenID provider, blinded: a person is known again
 * and cannot be told from it. One row of a person at most.
 */
export const ENDED_ACCOUNTS: ServerMigration = {
  name: '0024-ended-accounts',
  statements: [
    'ALTER TABLE accounts ADD COLUMN ended_at TEXT',
    'ALTER TABLE accounts ADD COLUMN ended_subject TEXT',
    'CREATE UNIQUE INDEX accounts_by_ended_subject ON accounts (ended_subject)',
  ],
};
