// Starts the app and waits for its end.
import { spawn } from 'node:child_process';
import { constants } from 'node:os';
import { join } from 'node:path';
import { asRoot } from '../setup/as-root.mjs';
import { track, waitForExit } from '../setup/children.mjs';
import { electronPath } from '../setup/electron.mjs';
import { Failure, say } from '../setup/say.mjs';
import { RUNNING_ALREADY } from './running-already.mjs';

/**
 * Throws a Failure when the app could not start, or broke down.
 * @param {string} root @param {NodeJS.ProcessEnv} env @param {string[]} more arguments @returns {Promise<number>}
 */
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
    stdio: ['ignore', 'inherit', 'pipe'],
  });
  track(app);
  let hasScreen = true;
  app.stderr.on('data', (/** @type {Buffer} */ lines) => {
    process.stderr.write(lines);
    if (NO_SCREEN.test(lines.toString())) hasScreen = false;
  });
  const status = await waitForExit(app);
  // What Chromium leaves behind for a moment may still hold this pipe.
  /** @type {import('node:net').Socket} */ (app.stderr).unref();
  const why = whyEnded({ status, lastedMs: Date.now() - started, hasScreen, env, dist });
  if (why !== undefined) throw why;
  return status;
}

/** What Chromium says where it finds no screen, on X11 and on Wayland. */
const NO_SCREEN = /Missing X server|platform failed to initialize|Failed to connect to Wayland/;
/** What an app does in less was still its start. */
const AT_ONCE_MS = 5000;
/** Chromium ends itself with these. */
const GAVE_UP = ['SIGTRAP', 'SIGABRT'];
/** A process that breaks down ends with one of these, and nobody sent it. */
const BROKE_DOWN = [...GAVE_UP, 'SIGSEGV', 'SIGBUS', 'SIGILL', 'SIGFPE'];

/**
 * Why the app ended; undefined when it ended well, or somebody ended it.
 * @param {{ status: number, lastedMs: number, hasScreen: boolean, env: NodeJS.ProcessEnv, dist: string }} end
 *   `hasScreen`: Chromium did not say that it found none; `dist`: the folder of Electron
 */
export function whyEnded({ status, lastedMs, hasScreen, env, dist }) {
  if (status === 0) return undefined;
  if (status === RUNNING_ALREADY) return runningAlready(env['BALIE_DATA_DIR'] ?? 'its data folder');
  if (!hasScreen) {
    const name = env['DISPLAY'] ? 'DISPLAY' : 'WAYLAND_DISPLAY';
    return new Failure(
      `There is no screen to be reached at ${name}=${env[name] ?? ''}.`,
      `set ${name} to a screen on which you may draw, or start on a virtual one with \`env -u DISPLAY -u WAYLAND_DISPLAY npm start\`.`,
    );
  }
  const signal = signalIn(status);
  const atOnce = lastedMs < AT_ONCE_MS;
  if (atOnce && GAVE_UP.includes(signal)) {
    const helper = join(dist, 'chrome-sandbox');
    return new Failure(
      'Electron gave up at once; the lines above say why. Often this system does not let an ordinary user make a sandbox.',
      `if the lines speak of the sandbox, run \`${asRoot(`chown root:root ${helper} && chmod 4755 ${helper}`)}\` once and start again.`,
    );
  }
  const when = atOnce ? 'before it had started' : `after ${Math.round(lastedMs / 1000)} seconds`;
  if (signal === 'SIGKILL')
    return new Failure(
      `Balie was ended ${when} by force (SIGKILL), as the system does when there is no memory left.`,
      'close what takes much memory, and run the same command again.',
    );
  if (BROKE_DOWN.includes(signal))
    return new Failure(
      `Electron broke down ${when} (${signal}).`,
      'run the same command again, and report the lines above if it breaks down again.',
    );
  // By another signal from outside: whoever sent it knows.
  if (signal !== '') return undefined;
  return new Failure(
    `Balie ended with status ${status} ${when}.`,
    'mend what the lines above say, and run the same command again.',
  );
}

/** The signal that a status stands for; empty when it stands for none. @param {number} status */
function signalIn(status) {
  const found = Object.entries(constants.signals).find(([, number]) => number === status - 128);
  return found?.[0] ?? '';
}

/** @param {string} data the data folder */
export const runningAlready = (data) =>
  new Failure(
    `Balie runs already with ${data}, and only one can at a time.`,
    'use the one that runs, stop it first, or set BALIE_DATA_DIR to another folder.',
  );
