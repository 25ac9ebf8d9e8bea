import { afterAll } from 'vitest';
import { type OwnPostgres, startOwnPostgres } from '../../builders/own-postgres.ts';
import { describeSecretsKey } from '../store/secrets-key-suite.ts';
import { describeAccounts } from './accounts-suite.ts';
import { describeOidc } from './oidc-suite.ts';
import { describeRoutes } from './routes-suite.ts';
import { describeSessions } from './sessions-suite.ts';

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

describeSessions('sessions with two servers on one PostgreSQL', database('sessions'), 2);
describeAccounts('accounts with two servers on one PostgreSQL', database('accounts'), 2);
describeRoutes('routes with PostgreSQL', database('routes'));
describeOidc('OpenID Connect with PostgreSQL', database('oidc'));
describeSecretsKey('the key of secrets with PostgreSQL', database('secrets'));
