import { afterAll } from 'vitest';
import { type OwnPostgres, startOwnPostgres } from '../builders/own-postgres.ts';
import { describeOrganisations } from './organisations-suite.ts';

let postgres: Promise<OwnPostgres> | undefined;
const database = async () => {
  postgres ??= startOwnPostgres();
  return (await postgres).makeDatabase('organisations');
};
afterAll(async () => (await postgres)?.remove());

describeOrganisations('organisations with two servers on one PostgreSQL', database, 2);
