import { afterAll } from 'vitest';
import { type OwnPostgres, startOwnPostgres } from '../builders/own-postgres.ts';
import { describeAdministration } from './administration-suite.ts';

let postgres: Promise<OwnPostgres> | undefined;
const database = async () => {
  postgres ??= startOwnPostgres();
  return (await postgres).makeDatabase('administration');
};
afterAll(async () => (await postgres)?.remove());

describeAdministration('the administration with SQLite', async () => undefined, 1);
describeAdministration('the administration with two servers on one PostgreSQL', database, 2);
