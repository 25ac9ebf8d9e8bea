// Runs a TypeScript file of ours that drives the real app, under Node 24 (which strips the types), on
// a virtual screen of the given size.
import { spawn } from 'node:child_process';
import { track, waitForExit } from '../setup/children.mjs';
import { findNode24 } from '../setup/node24.mjs';
import { driverEnv } from './electron-env.mjs';
import { startXvfb } from './xvfb.mjs';

/**
 * @param {string} root @param {string} file @param {string} size
 * @param {{ args?: string[], env?: NodeJS.ProcessEnv }} [options]
 * @returns {Promise<number>} its exit status
 */
export async function drive(root, file, size, { args = [], env = {} } = {}) {
  const screen = await startXvfb(size);
  try {
    const child = spawn(findNode24(root), [file, ...args], {
      cwd: root,
      env: { ...driverEnv(root, screen.env), ...env },
      stdio: ['ignore', 'inherit', 'inherit'],
    });
    track(child);
    return await waitForExit(child);
  } finally {
    await screen.stop();
  }
}
