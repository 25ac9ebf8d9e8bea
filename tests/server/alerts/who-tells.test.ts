import { describeWhoTells } from './who-tells-suite.ts';

describeWhoTells('who tells of alerts in SQLite', async () => undefined);
