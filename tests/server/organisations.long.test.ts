import { describeOrganisations } from './organisations-suite.ts';

describeOrganisations('organisations with SQLite', async () => undefined, 1);
