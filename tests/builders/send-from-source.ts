// Sends what waits in a data folder, as a process that tests may kill. Ends with 0 when all went.
import { join } from 'node:path';
import { openForWriting } from '../../db/open.ts';
import { sendOutbox } from '../../updates/outbox/send-outbox.ts';

const [dataDir = ''] = process.argv.slice(2);
const db = openForWriting(join(dataDir, 'ops.db'));
const health = { appVersion: '0.1.0', packs: [], freeBytes: null };
const reply = await sendOutbox(db, dataDir, health, () => new Date());
db.close();
process.exitCode = reply?.ok === true ? 0 : 1;
