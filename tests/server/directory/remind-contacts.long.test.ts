import { describeReminders } from './remind-contacts-suite.ts';

describeReminders('reminders from SQLite', async () => undefined);
