import type { ServerMigration } from './server-migration.ts';

/** Whether a try of a message may have arrived, though nobody answered: 1. It stays so, whatever comes of later tries. */
export const MAYBE_TOLD: ServerMigration = {
  name: '0021-maybe-told',
  statements: ['ALTER TABLE alert_messages ADD COLUMN maybe_told BIGINT NOT NULL DEFAULT 0'],
};
