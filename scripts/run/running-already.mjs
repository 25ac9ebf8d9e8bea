// Whether Balie runs with a data folder: then a second one must not begin to change what is in it.
import { readlinkSync } from 'node:fs';
import { connect } from 'node:net';
import { join } from 'node:path';

/** What the app ends with when another one runs (electron/main.ts): for where the socket below does not say so. */
export const RUNNING_ALREADY = 3;

/**
 * While it runs, Chromium listens at a socket of its own, to which a link in its folder leads. One that is left behind after a
 * crash answers nobody. Elsewhere than on Linux there is no such link, and the app itself finds out.
 * @param {string} data the data folder @returns {Promise<boolean>}
 */
export async function runsAlready(data) {
  let socket;
  try {
    socket = readlinkSync(join(data, 'browser', 'SingletonSocket'));
  } catch {
    return false;
  }
  const line = connect(socket);
  try {
    return await new Promise((resolve) => {
      line.once('connect', () => resolve(true));
      line.once('error', () => resolve(false));
    });
  } finally {
    line.destroy();
  }
}
