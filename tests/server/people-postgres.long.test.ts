import { afterAll } from 'vitest';
import { type OwnPostgres, startOwnPostgres } from '../builders/own-postgres.ts';
import { describePeople } from './people-suite.ts';

let postgres: Promise<OwnPostgres> | undefined;
const database = async () => {
  postgres ??= startOwnPostgres();
  return (await postgres).makeDatabase('people');
};
afterAll(async () => (await postgres)?.remove());

describePeople('people with two servers on one PostgreSQL', database, 2);
