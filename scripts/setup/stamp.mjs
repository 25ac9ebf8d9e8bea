// A stamp records for which inputs a step was done. Same inputs, same stamp: nothing to do.
import { createHash } from 'node:crypto';
import {
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { dirname, join } from 'node:path';

/** @param {...(string | Buffer)} parts */
export function hash(...parts) {
  const sum = createHash('sha256');
  // The length goes in too, so that ('ab', 'c') and ('a', 'bc') differ.
  for (const part of parts) sum.update(`${Buffer.byteLength(part)}:`).update(part);
  return sum.digest('hex');
}

/**
 * Hash of the names and contents of files and folders; a missing one counts as missing.
 * @param {string} root @param {string[]} paths relative to root
 */
export function hashFiles(root, paths) {
  /** @type {(string | Buffer)[]} */
  const parts = [];
  for (const path of paths.flatMap((each) => listFiles(root, each))) {
    const full = join(root, path);
    parts.push(path, existsSync(full) ? readFileSync(full) : 'missing');
  }
  return hash(...parts);
}

/** @param {string} root @param {string} path @returns {string[]} in a fixed order */
function listFiles(root, path) {
  const stat = statSync(join(root, path), { throwIfNoEntry: false });
  if (!stat?.isDirectory()) return [path];
  return readdirSync(join(root, path))
    .sort()
    .flatMap((name) => listFiles(root, `${path}/${name}`));
}

/** @param {string} file */
export function readStamp(file) {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    return undefined;
  }
}

/** Whole or not at all: a stamp cut short must never look like one. @param {string} file @param {string} text */
export function writeStamp(file, text) {
  mkdirSync(dirname(file), { recursive: true });
  const half = `${file}.${process.pid}`;
  writeFileSync(half, text);
  renameSync(half, file);
}
