// `npm run check`: what can be said without starting the app, in under a minute.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { conclude } from './checks/conclude.mjs';
import { runChecks } from './checks/run-checks.mjs';
import { quickUnitTests, staticChecks } from './checks.mjs';
import { projectRoot as root } from './setup/places.mjs';
import { runCommand } from './setup/say.mjs';
import { setUpPackages } from './setup.mjs';

async function run() {
  await setUpPackages();
  const reports = mkdtempSync(join(tmpdir(), 'balie-reports-'));
  try {
    // Side by side: the unit tests wait now and then, and the others have that time.
    const options = { root, reports, atOnce: 1 };
    const outcomes = await Promise.all([
      runChecks(staticChecks, options),
      runChecks([quickUnitTests], options),
    ]);
    return outcomes.flat();
  } finally {
    rmSync(reports, { recursive: true, force: true });
  }
}

await runCommand(() => conclude(run));
