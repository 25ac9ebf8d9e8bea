import type { ServerMigration } from './server-migration.ts';

/** Up to where the items of a device were counted and then purged; null while none were (decision 30). */
export const PURGE: ServerMigration = {
  name: '0008-purge',
  statements: [
    'ALTER TABLE devices ADD COLUMN purged_seq BIGINT',
    'ALTER TABLE devices ADD COLUMN purged_hour TEXT',
  ],
};
