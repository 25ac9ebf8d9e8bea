import { afterAll } from 'vitest';
import { type OwnPostgres, startOwnPostgres } from '../../builders/own-postgres.ts';
import { describeRollouts } from './rollouts-suite.ts';

let postgres: Promise<OwnPostgres> | undefined;
const database = (name: string) => async () => {
  postgres ??= startOwnPostgres();
  return (await postgres).makeDatabase(name);
};
afterAll(async () => (await postgres)?.remove());

describeRollouts('roll-outs with PostgreSQL', database('one'), 1);
describeRollouts('roll-outs at two servers on one PostgreSQL', database('two'), 2);
