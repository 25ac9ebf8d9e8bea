// `npm test`: everything. `npm test -- journeys [FILE…]` runs the steps of that name only, and of the
// tests only the named files.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { conclude } from './checks/conclude.mjs';
import { giveBack } from './checks/give-back.mjs';
import { refuseWithoutRoot } from './checks/root-tests.mjs';
import { runChecks } from './checks/run-checks.mjs';
import { checksNamed, journeys, staticChecks } from './checks.mjs';
import { driverEnv } from './run/electron-env.mjs';
import { mayMount } from './setup/as-root.mjs';
import { toolEnv } from './setup/node24.mjs';
import { projectRoot as root } from './setup/places.mjs';
import { runCommand } from './setup/say.mjs';
import { FOR_TESTS, setUp } from './setup.mjs';

const [only, ...files] = process.argv.slice(2);

async function run() {
  const chosen = checksNamed(only, files);
  const uid = process.getuid?.();
  refuseWithoutRoot(chosen, files, { uid, mayMount: uid !== 0 || mayMount() });
  const reports = mkdtempSync(join(tmpdir(), 'balie-reports-'));
  try {
    await setUp(FOR_TESTS);
    const options = { root, reports, more: files };
    const outcomes = await runChecks(
      chosen.filter((check) => staticChecks.includes(check)),
      { ...options, atOnce: 2 },
    );
    outcomes.push(
      ...(await runChecks(
        chosen.filter((check) => !staticChecks.includes(check) && check !== journeys),
        { ...options, atOnce: 1 },
      )),
    );
    if (chosen.includes(journeys)) {
      const env = driverEnv(root, toolEnv(root));
      outcomes.push(...(await runChecks([journeys], { ...options, env, atOnce: 1 })));
    }
    return outcomes;
  } finally {
    rmSync(reports, { recursive: true, force: true });
    giveBack(root);
  }
}

await runCommand(() => conclude(run));
