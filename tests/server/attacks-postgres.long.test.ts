import { afterAll } from 'vitest';
import { type OwnPostgres, startOwnPostgres } from '../builders/own-postgres.ts';
import { describeAttacks } from './attacks-suite.ts';

let postgres: Promise<OwnPostgres> | undefined;
const database = async () => {
  postgres ??= startOwnPostgres();
  return (await postgres).makeDatabase('attacked');
};
afterAll(async () => (await postgres)?.remove());

describeAttacks('two servers on one PostgreSQL under attack', database, 2);
