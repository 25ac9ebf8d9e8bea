import { describePublisherAlerts } from './publisher-alerts-suite.ts';

describePublisherAlerts('alerts of publishers in SQLite', async () => undefined);
