import { describeSticks } from './sticks-suite.ts';

describeSticks('sticks at a server with SQLite', async () => undefined);
