import { describeAlerts } from './alerts-suite.ts';

describeAlerts('alerts in SQLite', async () => undefined, 1);
