// The build and the checks need Node 24. It comes in as an optional package, so that a machine with
// Node 20 needs no other installation; where that package does not exist, the own Node must do.
import { existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { Failure } from './say.mjs';

/** @param {string} root @returns {string} */
export function findNode24(root) {
  const name = process.platform === 'win32' ? 'node.exe' : 'node';
  const bundled = join(bundledNode(root), 'bin', name);
  if (existsSync(bundled)) return bundled;
  if (Number(process.versions.node.split('.')[0]) >= 24) return process.execPath;
  throw new Failure(
    `Node 24 is needed; this is Node ${process.versions.node} and no package with Node 24 was installed.`,
    'install Node 24 or newer, then run the same command again.',
  );
}

/** @param {string} root */
export function bundledNode(root) {
  const system = process.platform === 'win32' ? 'win' : process.platform;
  return join(root, 'node_modules', `node-${system}-${process.arch}`);
}

/** The environment for tools from node_modules: they find Node 24 first. @param {string} root */
export function toolEnv(root) {
  return {
    ...process.env,
    PATH: `${join(root, 'node_modules', '.bin')}${delimiter}${process.env['PATH'] ?? ''}`,
  };
}

/**
 * The environment for npm itself: never with a Node from the folder that `npm ci` is about to empty.
 * @returns {NodeJS.ProcessEnv}
 */
export function npmEnv() {
  const path = (process.env['PATH'] ?? '')
    .split(delimiter)
    .filter((part) => !/node_modules[\\/]\.bin$/.test(part));
  return { ...process.env, PATH: path.join(delimiter), NODE_ENV: 'development' };
}

export const npmCommand = process.platform === 'win32' ? 'npm.cmd' : 'npm';
