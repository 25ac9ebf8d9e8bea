import type { ServerMigration } from './server-migration.ts';

/** In which month a handover is told of (decision 36): its own, and when that is closed before it comes, the first that is not. */
export const HANDOVER_MONTH: ServerMigration = {
  name: '0022-handover-month',
  statements: [
    "ALTER TABLE handovers ADD COLUMN month TEXT NOT NULL DEFAULT ''",
    'UPDATE handovers SET month = substr(given_at, 1, 7)',
  ],
};
