import { describeRollouts } from './rollouts-suite.ts';

describeRollouts('roll-outs with SQLite', async () => undefined, 1);
