// Two set-ups at once in one folder would empty node_modules under each other: the second one waits.
import { linkSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { Failure, say } from './say.mjs';

/** @param {string} file @returns {Promise<() => void>} call it to let go */
export async function takeLock(file) {
  let told = false;
  for (;;) {
    const owner = tryLock(file);
    if (owner === undefined) {
      const release = () => {
        if (readOwner(file) === process.pid) rmSync(file, { force: true });
      };
      process.once('exit', release);
      return release;
    }
    if (!told)
      say(
        `Another set-up (process ${owner}) is busy in this folder; waiting for it. If there is none, delete ${file}.`,
      );
    told = true;
    await sleep(300);
  }
}

/** @param {string} file @returns {number | undefined} the process that holds it, or undefined: it is ours */
function tryLock(file) {
  const own = `${file}.${process.pid}`;
  try {
    mkdirSync(dirname(file), { recursive: true });
    // Written first and linked into place: nobody ever reads a lock without its owner.
    writeFileSync(own, String(process.pid));
    linkSync(own, file);
    return undefined;
  } catch (error) {
    const code = /** @type {NodeJS.ErrnoException} */ (error).code;
    if (code !== 'EEXIST') {
      throw new Failure(
        `This folder cannot be written to (${code}).`,
        `make ${dirname(file)} writable for this user, or run the set-up as its owner.`,
      );
    }
  } finally {
    rmSync(own, { force: true });
  }
  const owner = readOwner(file);
  if (owner !== undefined && isAlive(owner)) return owner;
  // Its owner was killed before it could let go.
  rmSync(file, { force: true });
  return tryLock(file);
}

/** @param {string} file */
function readOwner(file) {
  try {
    return Number(readFileSync(file, 'utf8')) || undefined;
  } catch {
    return undefined;
  }
}

/** @param {number} pid */
function isAlive(pid) {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return /** @type {NodeJS.ErrnoException} */ (error).code === 'EPERM';
  }
}
