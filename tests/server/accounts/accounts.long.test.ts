// Here for SQLite too: a password takes its time.
import { describeAccounts } from './accounts-suite.ts';
import { describeOidc } from './oidc-suite.ts';
import { describeRoutes } from './routes-suite.ts';
import { describeSessions } from './sessions-suite.ts';

describeSessions('sessions with SQLite', async () => undefined, 1);
describeAccounts('accounts with SQLite', async () => undefined, 1);
describeRoutes('routes with SQLite', async () => undefined);
describeOidc('OpenID Connect with SQLite', async () => undefined);
