import { describePurge } from './purge-suite.ts';

describePurge('a purge in SQLite', async () => undefined, 1);
