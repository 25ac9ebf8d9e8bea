// Everything that must be there before anything can run, in order. A step that is in step already
// costs a few milliseconds; the first one that is not takes the lock, so that two set-ups in one
// folder never get into each other's way.
import { join } from 'node:path';
import { isBuilt } from './build/targets.mjs';
import { buildTarget } from './setup/built.mjs';
import { electronIsReady, setUpElectron } from './setup/electron.mjs';
import { takeLock } from './setup/lock.mjs';
import { installPackages, packagesAreInStep } from './setup/packages.mjs';
import { projectRoot } from './setup/places.mjs';
import { say, sayOnStderr } from './setup/say.mjs';
import { setUpSqlite, sqliteIsReady } from './setup/sqlite.mjs';
import { installLibraries, missingLibraries } from './setup/system-libraries.mjs';

/** @typedef {{ isReady: (root: string) => boolean, make: (root: string) => Promise<void>, outside?: boolean }} Step
 *   `outside`: changes nothing in this folder, so it needs no lock */

/** @typedef {Omit<import('./setup/system-libraries.mjs').Needs, 'compiling'>} Wanted */

/** What the tests need. @type {Wanted} */
export const FOR_TESTS = { ownDisplay: true, ownPrinters: true, ownServer: true, measuring: false };
/** What measurements need: they start servers too. @type {Wanted} */
export const FOR_MEASURING = { ownDisplay: true, ownPrinters: false, ownServer: true, measuring: true };

/** @param {Wanted} wanted @returns {Step} */
const libraries = (wanted) => {
  // The compiler is asked for only while there is still something to compile.
  const missing = (/** @type {string} */ root) =>
    missingLibraries({
      ...wanted,
      compiling: !(packagesAreInStep(root) && electronIsReady(root) && sqliteIsReady(root)),
    });
  return {
    isReady: (root) => missing(root).length === 0,
    make: (root) => installLibraries(missing(root)),
    outside: true,
  };
};
/** @type {Step} */
const packages = { isReady: packagesAreInStep, make: installPackages };
/** @type {Step} */
const electron = { isReady: electronIsReady, make: setUpElectron };
/** @type {Step} */
const sqlite = { isReady: sqliteIsReady, make: setUpSqlite };
/** @param {import('./build/targets.mjs').Target} target @returns {Step} */
const built = (target) => ({
  isReady: (root) => isBuilt(root, target),
  make: (root) => buildTarget(root, target),
});

/**
 * All that the app and its journeys need.
 * @param {Partial<Wanted> & { quiet?: boolean }} [options] `quiet`: say nothing when all is in step; `ownDisplay`: a virtual
 *   screen will be needed; `ownPrinters`, `ownServer`, `measuring`: a print system, a web server with a database, and what
 *   measurements compare with will be
 */
export async function setUp({
  quiet = false,
  ownDisplay = !hasDisplay(),
  ownPrinters = false,
  ownServer = false,
  measuring = false,
} = {}) {
  await runSteps(
    [
      libraries({ ownDisplay, ownPrinters, ownServer, measuring }),
      ...[packages, electron, sqlite],
      ...[built('app'), built('cli'), built('administration')],
    ],
    quiet,
  );
}

/** Only the packages: what types, lint and unit tests need. */
export async function setUpPackages({ quiet = false } = {}) {
  await runSteps([packages], quiet);
}

/** What `npm run balie` needs. Its output belongs to the command, so progress goes to stderr. */
export async function setUpCommandLine() {
  sayOnStderr();
  await runSteps([packages, built('cli'), built('administration')], true);
}

export const hasDisplay = () =>
  process.platform !== 'linux' || Boolean(process.env['DISPLAY'] || process.env['WAYLAND_DISPLAY']);

/** @param {Step[]} steps @param {boolean} quiet */
async function runSteps(steps, quiet) {
  const root = projectRoot;
  process.umask(0o022); // another user may run the app later
  /** @type {(() => void) | undefined} */
  let release;
  let worked = false;
  const started = Date.now();
  try {
    for (const step of steps) {
      if (step.isReady(root)) continue;
      if (!step.outside) release ??= await takeLock(join(root, '.balie', 'setup.lock'));
      worked = true;
      // While waiting for the lock, another set-up may have done it.
      if (!step.isReady(root)) await step.make(root);
    }
    if (worked) say(`Set-up done in ${((Date.now() - started) / 1000).toFixed(1)} s.`);
    else if (!quiet) say('Set-up: everything is in place.');
  } finally {
    release?.();
  }
}
