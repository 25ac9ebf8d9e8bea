import type { ServerMigration } from './server-migration.ts';

/** Since when a device that named packs says that it follows none. */
export const PACKS_NONE_SINCE: ServerMigration = {
  name: '0029-packs-none-since',
  statements: ['ALTER TABLE devices ADD COLUMN packs_none_since TEXT'],
};
