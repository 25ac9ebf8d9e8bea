// Every process started here is remembered by its own id and ended by that id, so that
// Ctrl+C or SIGTERM leaves nothing behind and touches nobody else's processes.
import { constants } from 'node:os';

/** @typedef {import('node:child_process').ChildProcess} ChildProcess */

/** @type {Map<ChildProcess, { group: boolean }>} */
const running = new Map();
let listening = false;

/**
 * @param {ChildProcess} child
 * @param {{ group?: boolean }} [options] `group`: the child leads its own process group (spawned with
 *   `detached`), so its own children (make, the compiler) go with it.
 */
export function track(child, { group = false } = {}) {
  running.set(child, { group });
  child.once('exit', () => running.delete(child));
  child.once('error', () => running.delete(child));
  if (listening) return;
  listening = true;
  for (const signal of /** @type {const} */ (['SIGINT', 'SIGTERM', 'SIGHUP'])) {
    process.once(signal, () => leave(signal));
  }
  leaveWithNpm();
}

/**
 * npm hands a SIGTERM to the shell it started us in, and the shell dies of it without telling us. So
 * does an npm that was killed. Then our parent changes, and that is the sign to leave.
 */
function leaveWithNpm() {
  if (process.env['npm_lifecycle_event'] === undefined) return;
  const parent = process.ppid;
  const watch = setInterval(() => {
    if (process.ppid === parent) return;
    clearInterval(watch);
    leave('SIGTERM');
  }, 500);
  watch.unref();
}

/** @param {ChildProcess} child @param {NodeJS.Signals} [signal] */
export function end(child, signal = 'SIGTERM') {
  const group = running.get(child)?.group ?? false;
  if (child.pid === undefined || child.exitCode !== null || child.signalCode !== null) return;
  try {
    process.kill(group && process.platform !== 'win32' ? -child.pid : child.pid, signal);
  } catch {
    // It ended between the check and the signal.
  }
}

/** Leaves with the signal's usual status. @param {NodeJS.Signals} signal */
async function leave(signal) {
  await stopAll(signal);
  process.exit(128 + constants.signals[signal]);
}

/** Ends all children, the last started first: the app before its screen. @param {NodeJS.Signals} [signal] */
export async function stopAll(signal = 'SIGTERM') {
  for (const child of [...running.keys()].reverse()) await stop(child, signal);
}

/** Ends a child and waits until it is gone. @param {ChildProcess} child @param {NodeJS.Signals} [signal] */
export async function stop(child, signal = 'SIGTERM') {
  const patience = setTimeout(() => end(child, 'SIGKILL'), 5000);
  end(child, signal);
  await waitForExit(child);
  clearTimeout(patience);
}

/** @param {ChildProcess} child @returns {Promise<number>} the exit status, 128 + n after signal n */
export function waitForExit(child) {
  const status = () => (child.signalCode ? 128 + constants.signals[child.signalCode] : (child.exitCode ?? 1));
  if (child.exitCode !== null || child.signalCode !== null) return Promise.resolve(status());
  return new Promise((resolve) => {
    child.once('exit', () => resolve(status()));
    child.once('error', () => resolve(127));
  });
}
