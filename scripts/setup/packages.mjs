// The npm packages, exactly as package-lock.json has them. No package may run a script of its own.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { npmCommand, npmEnv } from './node24.mjs';
import { stateFolder } from './places.mjs';
import { runStep } from './run-step.mjs';
import { Failure } from './say.mjs';
import { hashFiles, readStamp, writeStamp } from './stamp.mjs';

/** @param {string} root */
const stampFile = (root) => join(stateFolder(root), 'packages.stamp');
/** @param {string} root */
const wanted = (root) => hashFiles(root, ['package-lock.json']);

/** @param {string} root */
export function packagesAreInStep(root) {
  return readStamp(stampFile(root)) === wanted(root);
}

/** @param {string} root */
export async function installPackages(root) {
  if (!(await alreadyInstalled(root))) await runNpmCi(root);
  writeStamp(stampFile(root), wanted(root));
}

/** @param {string} root */
async function runNpmCi(root) {
  // --loglevel=error: npm warns that some packages ask for a newer Node than the one npm runs on.
  // They get it: they run under the Node 24 that is one of the packages.
  const args = ['ci', '--ignore-scripts', '--include=dev', '--include=optional', '--loglevel=error'];
  const options = {
    label: 'Installing the npm packages (npm ci, about 300 of them)',
    cwd: root,
    env: npmEnv(),
  };
  const { ok } = await runStep(npmCommand, args, options);
  if (!ok) {
    throw new Failure(
      'npm ci could not install the packages; its output is above.',
      'check that this computer reaches the npm registry, then run the same command again.',
    );
  }
}

/**
 * Somebody may have run `npm install` himself: npm's own record of node_modules then says the same
 * as the lock file, and there is nothing to do.
 * @param {string} root
 */
async function alreadyInstalled(root) {
  try {
    const lock = JSON.parse(readFileSync(join(root, 'package-lock.json'), 'utf8'));
    const record = JSON.parse(readFileSync(join(root, 'node_modules', '.package-lock.json'), 'utf8'));
    return recordMatchesLock(lock.packages, record.packages);
  } catch {
    return false;
  }
}

/**
 * @typedef {Record<string, { version?: string, optional?: boolean }>} LockedPackages
 * @param {LockedPackages} locked @param {LockedPackages} installed
 */
export function recordMatchesLock(locked, installed) {
  const extra = Object.keys(installed).some((path) => locked[path] === undefined);
  const lacking = Object.entries(locked).some(([path, { version, optional }]) => {
    const found = installed[path];
    // Optional ones for other systems are rightly absent.
    return path !== '' && (found === undefined ? optional !== true : found.version !== version);
  });
  return !extra && !lacking;
}
