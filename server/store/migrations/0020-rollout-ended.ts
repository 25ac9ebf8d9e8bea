import type { ServerMigration } from './server-migration.ts';

/** When a roll-out reached everybody and had stayed well: it is judged no more. Null: it goes on, or somebody stopped it. */
export const ROLLOUT_ENDED: ServerMigration = {
  name: '0020-rollout-ended',
  statements: ['ALTER TABLE rollouts ADD COLUMN ended_at TEXT'],
};
