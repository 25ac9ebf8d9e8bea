import type { ServerMigration } from './server-migration.ts';

/** Why a roll-out held itself, as numbers: a page says it in the language of who reads it. */
export const HELD_ITSELF: ServerMigration = {
  name: '0014-held-itself',
  statements: ['ALTER TABLE rollouts ADD COLUMN held_itself TEXT'],
};
