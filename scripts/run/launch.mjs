// Starts the app and waits for its end.
import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { track, waitForExit } from '../setup/children.mjs';
import { electronPath } from '../setup/electron.mjs';
import { Failure, say } from '../setup/say.mjs';

/** @param {string} root @param {NodeJS.ProcessEnv} env @param {string[]} more arguments @returns {Promise<number>} */
export async function launchApp(root, env, more) {
  const { path, dist, version } = electronPath(root);
  const isRoot = process.getuid?.() === 0;
  if (isRoot)
    say(
      'Started by root: Chromium refuses its sandbox there, so it runs with --no-sandbox. Use an ordinary user for real use.',
    );
  say(`Starting Balie in Electron ${version}. Stop it with Ctrl+C.`);
  const started = Date.now();
  const app = spawn(path, [...(isRoot ? ['--no-sandbox'] : []), root, ...more], {
    cwd: root,
    env,
    stdio: ['ignore', 'inherit', 'inherit'],
  });
  track(app);
  const status = await waitForExit(app);
  if (isRefusedSandbox(status, Date.now() - started)) {
    const helper = join(dist, 'chrome-sandbox');
    throw new Failure(
      'Electron gave up at once; the lines above say why. Often this system does not let an ordinary user make a sandbox.',
      `if the lines speak of the sandbox, run \`sudo chown root:root ${helper} && sudo chmod 4755 ${helper}\` once and start again.`,
    );
  }
  return status;
}

/** Chromium ends itself with SIGTRAP or SIGABRT. @param {number} status @param {number} lastedMs */
export const isRefusedSandbox = (status, lastedMs) => (status === 133 || status === 134) && lastedMs < 5000;
