// A virtual screen, for a computer without one and for tests that must not take over the real one.
import { spawn } from 'node:child_process';
import { stop, track } from '../setup/children.mjs';
import { Failure } from '../setup/say.mjs';

/**
 * @param {string} size such as 1080x1920
 * @returns {Promise<{ display: string, env: NodeJS.ProcessEnv, stop: () => Promise<void> }>}
 */
export async function startXvfb(size) {
  // -displayfd: the server itself picks a free number and writes it to this pipe once it listens.
  const args = ['-displayfd', '3', '-screen', '0', `${size}x24`, '-nolisten', 'tcp', '-noreset'];
  // In a group of its own: Ctrl+C in the terminal must reach the app before its screen is gone.
  const server = spawn('Xvfb', args, { detached: true, stdio: ['ignore', 'ignore', 'pipe', 'pipe'] });
  track(server);
  let complaints = '';
  server.stderr?.on('data', (/** @type {Buffer} */ chunk) => {
    complaints += chunk;
  });
  const number = await new Promise((resolve, reject) => {
    /** @param {string} why */
    const fail = (why) =>
      reject(
        new Failure(
          `The virtual screen (Xvfb) did not start: ${why}`,
          'install the package xvfb, or set DISPLAY, and run the same command again.',
        ),
      );
    let text = '';
    server.stdio[3]?.on('data', (chunk) => {
      text += chunk;
      if (text.includes('\n')) resolve(text.trim());
    });
    server.once('error', (error) => fail(error.message));
    server.once('exit', () => fail(complaints.trim() || 'it ended at once'));
  });
  const display = `:${number}`;
  /** @type {NodeJS.ProcessEnv} */
  const env = { ...process.env, DISPLAY: display };
  delete env['WAYLAND_DISPLAY'];
  return { display, env, stop: () => stop(server) };
}
