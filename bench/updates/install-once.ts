// A kiosk as a process of its own that takes in what a repository publishes, from opening its store to the flip:
// `install-once.ts ADDRESS DATA`, with the root of trust in DATA. Prints the milliseconds, and the bytes of content that came.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { showStagedPack } from '../../db/content/updates/show-pack.ts';
import { migrate, readMigrations } from '../../db/migrate.ts';
import { openForWriting } from '../../db/open.ts';
import { openSource } from '../../updates/open-source.ts';
import { prepareUpdate } from '../../updates/prepare-update.ts';
import { FOLLOWED } from './signed-repository.ts';

const [address = '', dataDir = ''] = process.argv.slice(2);
const began = performance.now();
const db = openForWriting(join(dataDir, 'content.db'));
migrate(db, readMigrations(join(import.meta.dirname, '../../db/migrations/content')));
const now = Date.now();
const [prepared] = await prepareUpdate(await openSource(address), {
  ...{ db, dataDir, now, today: new Date(now).toISOString().slice(0, 10) as never },
  follow: [FOLLOWED],
  bundledRoot: readFileSync(join(dataDir, 'root.json')),
});
const outcome = prepared?.outcome;
if (outcome?.kind !== 'ready' || showStagedPack(db, FOLLOWED.pack) !== 'shown')
  throw new Error(
    `Nothing was installed: ${outcome?.kind === 'failed' ? outcome.error.message : outcome?.kind}`,
  );
console.log(JSON.stringify({ ms: performance.now() - began, moved: outcome.moved }));
process.exit(0); // The connections that are kept open are not waited for.
