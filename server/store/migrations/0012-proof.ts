import type { ServerMigration } from './server-migration.ts';

/** When somebody last proved in a session who is there; null: when it was opened. */
export const PROOF: ServerMigration = {
  name: '0012-proof',
  statements: ['ALTER TABLE sessions ADD COLUMN proved_at TEXT'],
};
