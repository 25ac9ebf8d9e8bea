import { afterAll } from 'vitest';
import { type OwnPostgres, startOwnPostgres } from '../builders/own-postgres.ts';
import { describeAlerts } from './alerts/alerts-suite.ts';
import { describePublisherAlerts } from './alerts/publisher-alerts-suite.ts';
import { describeWhoTells } from './alerts/who-tells-suite.ts';
import { describeBranchDevices } from './branch-devices-suite.ts';
import { describeReminders } from './directory/remind-contacts-suite.ts';
import { describeMigrations } from './migrate-suite.ts';
import { describePurge } from './purge-suite.ts';
import { describeServer } from './server-suite.ts';
import { describeSticks } from './sticks/sticks-suite.ts';

let postgres: Promise<OwnPostgres> | undefined;
const databases = new Map<string, string>();

/** The address of a database of that name, which is made once. */
const database = (name: string) => async () => {
  postgres ??= startOwnPostgres();
  const address = databases.get(name) ?? (await postgres).makeDatabase(name);
  databases.set(name, address);
  return address;
};

afterAll(async () => (await postgres)?.remove());

describeAlerts('alerts in PostgreSQL', database('alerts'), 2);
describePublisherAlerts('alerts of publishers in PostgreSQL', database('publisher-alerts'));
describeWhoTells('who tells of alerts in PostgreSQL', database('who-tells'));
describeMigrations('the schema in PostgreSQL', database('schema'));
describeReminders('reminders from PostgreSQL', database('reminders'));
describeSticks('sticks at a server with PostgreSQL', database('sticks'));
describeBranchDevices('devices of a branch in PostgreSQL', database('devices'));
describePurge('a purge in PostgreSQL', database('purge'), 2);
describeServer('a server with PostgreSQL', database('one'), 1);
describeServer('two servers on one PostgreSQL', database('two'), 2);
