import { describeMigrations } from './migrate-suite.ts';

describeMigrations('the schema in SQLite', async () => undefined);
