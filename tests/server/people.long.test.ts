import { describePeople } from './people-suite.ts';

describePeople('people with SQLite', async () => undefined, 1);
