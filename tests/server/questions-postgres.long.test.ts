import { afterAll } from 'vitest';
import { type OwnPostgres, startOwnPostgres } from '../builders/own-postgres.ts';
import { describeQuestions } from './questions-suite.ts';

let postgres: Promise<OwnPostgres> | undefined;
const database = async () => {
  postgres ??= startOwnPostgres();
  return (await postgres).makeDatabase('questions');
};
afterAll(async () => (await postgres)?.remove());

describeQuestions('questions with two servers on one PostgreSQL', database, 2);
