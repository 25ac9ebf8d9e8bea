import type { ServerMigration } from './server-migration.ts';

/** What a roll-out was before it was widened: whoever took part then is watched since then. */
export const EARLIER_RINGS: ServerMigration = {
  name: '0016-earlier-rings',
  statements: ['ALTER TABLE rollouts ADD COLUMN earlier_rings TEXT'],
};
