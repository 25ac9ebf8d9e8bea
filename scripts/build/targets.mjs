// The things that are built, what goes into each, and where each one's stamp lies.
import { join } from 'node:path';
import { stateFolder } from '../setup/places.mjs';
import { Failure } from '../setup/say.mjs';
import { hash, hashFiles, readStamp } from '../setup/stamp.mjs';

/** @typedef {'app' | 'cli' | 'administration'} Target */
/** @typedef {'test' | 'release' | 'rehearsal'} Kind */

const shared = [
  'core',
  'db',
  'maps',
  'packs',
  'trust',
  'updates',
  'sheets',
  'scripts/build.mjs',
  'scripts/build',
  'package-lock.json',
];

/** @type {Record<Target, { inputs: string[], folders: string[] }>} */
export const targets = {
  app: {
    inputs: [...shared, 'desk-line', 'electron', 'renderer', 'assets/icons', 'vite.config.ts'],
    folders: ['main', 'renderer'],
  },
  cli: { inputs: [...shared, 'server', 'cli'], folders: ['cli'] },
  // The pages that the server hands out.
  administration: { inputs: [...shared, 'renderer', 'vite.config.ts'], folders: ['administration'] },
};

/**
 * BALIE_RELEASE=1 builds what is shipped, without the doors for tests. BALIE_RELEASE=rehearsal builds
 * the same code where only the fallback Electron exists, to try it: never to be packaged.
 * @param {string | undefined} value @returns {Kind}
 */
export function kindOf(value) {
  if (!value) return 'test';
  return value === 'rehearsal' ? 'rehearsal' : 'release';
}

/** @param {Kind} kind */
export const outputFolder = (kind) => (kind === 'test' ? 'dist' : `dist-${kind}`);

/** @param {string} root @param {Target} target @param {Kind} kind */
export function wantedStamp(root, target, kind) {
  // The app also carries the SQLite binary that was made for the Electron in use.
  const native = target === 'app' ? (readStamp(join(stateFolder(root), 'sqlite.stamp')) ?? '') : '';
  return hash(hashFiles(root, targets[target].inputs), kind, native);
}

/** @param {string} root @param {Target} target @param {Kind} kind */
export const stampFile = (root, target, kind) => join(root, outputFolder(kind), `${target}.stamp`);

/** @param {string} root @param {Target} target @param {Kind} [kind] */
export function isBuilt(root, target, kind = kindOf(process.env['BALIE_RELEASE'])) {
  return readStamp(stampFile(root, target, kind)) === wantedStamp(root, target, kind);
}

/** What is shipped is only ever built beside the official Electron. @param {boolean} fallback */
export function refuseFallback(fallback) {
  if (!fallback) return;
  throw new Failure(
    'A release is never built with the fallback Electron.',
    'delete node_modules/.balie/electron.json and build again where Electron itself can be downloaded.',
  );
}
