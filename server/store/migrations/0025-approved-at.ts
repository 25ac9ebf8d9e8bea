import type { ServerMigration } from './server-migration.ts';

/** When a device was approved: until then nobody expects to hear of it, so it is not silent. */
export const APPROVED_AT: ServerMigration = {
  name: '0025-approved-at',
  statements: ['ALTER TABLE devices ADD COLUMN approved_at TEXT'],
};
