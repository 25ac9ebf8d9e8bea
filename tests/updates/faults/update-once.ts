// An update as a process of its own, to be killed: `update-once.ts REPOSITORY DATA [ADDRESS]`. It says when it begins. From an address,
// threads fetch; at the end it says how many bytes these did, and when it ended.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { showStagedPack } from '../../../db/content/updates/show-pack.ts';
import { openForWriting } from '../../../db/open.ts';
import { openSource } from '../../../updates/open-source.ts';
import { prepareUpdate } from '../../../updates/prepare-update.ts';

const [folder, dataDir, address = folder] = process.argv.slice(2) as [string, string, string?];
const db = openForWriting(join(dataDir, 'content.db'));
const bundledRoot = readFileSync(join(folder, 'metadata/1.root.json'));
process.stdout.write('begins\n');
const [prepared] = await prepareUpdate(await openSource(address), {
  ...{ db, dataDir, bundledRoot, now: Date.UTC(2026, 10, 24, 12), today: '2026-11-24' },
  follow: [{ library: 'bieb', pack: 'klein', channel: 'stable' }],
  threadsFrom: 0,
});
showStagedPack(db, 'klein');
const outcome = prepared?.outcome;
process.stdout.write(
  `ends ${outcome?.kind === 'ready' ? outcome.byThreads : 0} ${process.hrtime.bigint()}\n`,
);
