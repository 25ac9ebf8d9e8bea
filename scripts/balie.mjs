// `npm run balie -- COMMAND`: the command line tool, built when it is not. All arguments and the exit
// status are the tool's own.
import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { toolFlags } from './run/tool-flags.mjs';
import { track, waitForExit } from './setup/children.mjs';
import { findNode24 } from './setup/node24.mjs';
import { projectRoot } from './setup/places.mjs';
import { runCommand } from './setup/say.mjs';
import { setUpCommandLine } from './setup.mjs';

await runCommand(async () => {
  await setUpCommandLine();
  const args = [
    ...toolFlags(process.argv.slice(2)),
    join(projectRoot, 'dist/cli/balie.mjs'),
    ...process.argv.slice(2),
  ];
  const tool = spawn(findNode24(projectRoot), args, { stdio: 'inherit' });
  track(tool);
  return waitForExit(tool);
});
