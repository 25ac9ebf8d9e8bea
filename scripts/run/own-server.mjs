// The server beside the kiosk, as `npm start` runs it: on loopback, with SQLite in the data folder.
import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { end, track } from '../setup/children.mjs';
import { findNode24, toolEnv } from '../setup/node24.mjs';
import { say } from '../setup/say.mjs';

/** It prints this once the kiosk belongs to it; everything before is ready then. */
const READY = /^The kiosk belongs to /m;
/** Longer than any start; a kiosk that waits for a server that hangs would be worse than one without. */
const PATIENCE_MS = 30_000;

/**
 * Starts the server and lets the kiosk of the data folder belong to it. A server that does not start does not keep the app from
 * starting: the kiosk keeps what it counts until there is one again.
 * @param {string} root @param {string} data the data folder @returns {Promise<string | undefined>} its address
 */
export async function startOwnServer(root, data) {
  const folder = join(data, 'server');
  const tool = [join(root, 'dist/cli/balie.mjs'), 'serve'];
  const where = ['--data', folder, '--port', '0', '--with-kiosk', data];
  const child = spawn(findNode24(root), [...tool, ...where], {
    cwd: root,
    env: toolEnv(root),
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  track(child);
  let said = '';
  /** @type {string} */
  const why = await new Promise((resolve) => {
    const patience = setTimeout(() => resolve('it was not ready in time'), PATIENCE_MS);
    /** @param {string} reason */
    const settle = (reason) => {
      clearTimeout(patience);
      resolve(reason);
    };
    /** @param {Buffer} text */
    const hear = (text) => {
      said += text;
      if (READY.test(said)) settle('');
    };
    child.stdout.on('data', hear);
    child.stderr.on('data', hear);
    child.once('exit', () => settle('it ended'));
    child.once('error', (error) => settle(error.message));
  });
  // What it logs from now on is not kept: of a pipe that nobody reads it would wait for ever.
  for (const stream of [child.stdout, child.stderr]) stream.removeAllListeners('data').resume();
  const address = /The server listens at (\S+)/.exec(said)?.[1];
  if (why === '' && address !== undefined) {
    say(`The central server runs at ${address}, with its store in ${folder}.`);
    return address;
  }
  end(child);
  say(said.trimEnd());
  say(`The central server does not run: ${why}. Balie starts without it.`);
  return undefined;
}
