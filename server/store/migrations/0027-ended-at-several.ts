import type { ServerMigration } from './server-migration.ts';

/** Whoever was shut out at several libraries has a row at each, also when they were let in at another one since. */
export const ENDED_AT_SEVERAL: ServerMigration = {
  name: '0027-ended-at-several',
  statements: [
    'DROP INDEX accounts_by_ended_subject',
    'CREATE INDEX accounts_by_ended_subject ON accounts (ended_subject)',
  ],
};
