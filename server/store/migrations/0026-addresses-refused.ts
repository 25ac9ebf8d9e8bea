import type { ServerMigration } from './server-migration.ts';

/** Of a mail that went to some addresses only: which ones are still to be told. What a mail server answered is forgotten where it names one. */
export const ADDRESSES_REFUSED: ServerMigration = {
  name: '0026-addresses-refused',
  statements: [
    'ALTER TABLE alert_messages ADD COLUMN refused TEXT',
    "UPDATE alert_messages SET failure = 'The mail server refused it.' WHERE failure LIKE '%@%'",
  ],
};
