import { describeSessions } from './sessions-suite.ts';

describeSessions('sessions with SQLite', async () => undefined, 1);
