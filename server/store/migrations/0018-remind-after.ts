import type { ServerMigration } from './server-migration.ts';

/** Not before when somebody is reminded again, after a mail server refused their address. */
export const REMIND_AFTER: ServerMigration = {
  name: '0018-remind-after',
  statements: ['ALTER TABLE directory_services ADD COLUMN remind_after TEXT'],
};
