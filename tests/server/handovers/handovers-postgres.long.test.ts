import { afterAll } from 'vitest';
import { type OwnPostgres, startOwnPostgres } from '../../builders/own-postgres.ts';
import { describeHandovers } from './handovers-suite.ts';

let postgres: Promise<OwnPostgres> | undefined;
const database = async () => {
  postgres ??= startOwnPostgres();
  return (await postgres).makeDatabase('handovers');
};
afterAll(async () => (await postgres)?.remove());

describeHandovers('handovers with two servers on one PostgreSQL', database, 2);
