import { describeHandovers } from './handovers-suite.ts';

describeHandovers('handovers with SQLite', async () => undefined, 1);
