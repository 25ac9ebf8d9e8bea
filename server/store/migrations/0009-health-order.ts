import type { ServerMigration } from './server-migration.ts';

/** Which of the healths that a device told is the newest; null before the first. */
export const HEALTH_ORDER: ServerMigration = {
  name: '0009-health-order',
  statements: ['ALTER TABLE devices ADD COLUMN health_seq BIGINT'],
};
