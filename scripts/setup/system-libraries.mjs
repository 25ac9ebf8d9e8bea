// Debian packages that a bare system lacks. Asked of dpkg each time (20 ms): a stamp would lie after
// the folder was copied to another machine.
import { spawnSync } from 'node:child_process';
import { asRoot } from './as-root.mjs';
import { npmEnv } from './node24.mjs';
import { runStep } from './run-step.mjs';
import { Failure } from './say.mjs';

/** What Electron is linked against. libgtk-3-0 brings X11, Pango, ATK and D-Bus along. */
const forElectron = [
  'libgtk-3-0',
  'libnss3',
  'libasound2',
  'libgbm1',
  'libatk-bridge2.0-0',
  'libcups2',
  'libdrm2',
  'libxcomposite1',
  'libxdamage1',
  'libxrandr2',
  'libxkbcommon0',
];
const forOwnDisplay = ['xvfb', 'xauth'];
/** A print system for the tests, and what reads the paper that comes out. Not what a kiosk needs: that has its own CUPS. */
const forOwnPrinters = ['cups-daemon', 'cups-client', 'poppler-utils'];
/**
 * For the tests: a web server, which hands out a repository, a database for the central server, what makes a certificate, asks
 * over TLS, judges the unit that operators get and opens what was locked to a partner, a browser for the administration, hosts on a
 * network of their own, and disks that fail. Not what a kiosk needs.
 */
const forOwnServer = [
  ...['nginx', 'postgresql', 'openssl', 'curl', 'systemd', 'chromium', 'age'],
  ...['iproute2', 'mount', 'e2fsprogs', 'gcc', 'libc6-dev'],
];
/** What an installation is measured beside. */
const forMeasuring = ['rsync'];
const forCompiling = ['python3', 'make', 'g++'];

/** @typedef {{ ownDisplay: boolean, ownPrinters: boolean, ownServer: boolean, measuring: boolean, compiling: boolean }} Needs */

/** @param {Needs} needs @returns {string[]} */
export function wantedLibraries({ ownDisplay, ownPrinters, ownServer, measuring, compiling }) {
  return [
    ...forElectron,
    ...(ownDisplay ? forOwnDisplay : []),
    ...(ownPrinters ? forOwnPrinters : []),
    ...(ownServer ? forOwnServer : []),
    ...(measuring ? forMeasuring : []),
    ...(compiling ? forCompiling : []),
  ];
}

/** @param {Needs} needs @returns {string[]} */
export function missingLibraries(needs) {
  const wanted = wantedLibraries(needs);
  // Newer releases of Debian and Ubuntu renamed some (libcups2t64): either name will do.
  const asked = wanted.flatMap((name) => [name, `${name}t64`]);
  // biome-ignore lint/suspicious/noTemplateCurlyInString: dpkg's own placeholders
  const query = spawnSync('dpkg-query', ['-W', '-f', '${Package} ${db:Status-Status}\n', ...asked], {
    encoding: 'utf8',
  });
  if (query.error) return []; // no Debian: nothing to ask, Electron's own message will have to do
  return pickMissing(wanted, query.stdout);
}

/** @param {string[]} wanted @param {string} answer of dpkg-query @returns {string[]} */
export function pickMissing(wanted, answer) {
  const installed = new Set(
    answer
      .split('\n')
      .filter((line) => line.endsWith(' installed'))
      .map((line) => line.split(' ')[0]),
  );
  return wanted.filter((name) => !installed.has(name) && !installed.has(`${name}t64`));
}

/**
 * @param {string[]} missing @param {(name: string) => string} [nameHere] the name under which this release has a package
 * @param {boolean} [sudo] is there sudo?
 */
export async function installLibraries(missing, nameHere = currentName, sudo = undefined) {
  /** @param {string[]} names */
  const commandFor = (names) => `apt-get install -y --no-install-recommends ${names.join(' ')}`;
  if (process.getuid?.() !== 0) {
    const names = missing.map(nameHere);
    throw new Failure(
      `These system packages are missing: ${names.join(', ')}.`,
      `run \`${asRoot(`apt-get update && ${commandFor(names)}`, sudo)}\`, then run the same command again.`,
    );
  }
  const env = { ...npmEnv(), DEBIAN_FRONTEND: 'noninteractive' };
  const update = await runStep('apt-get', ['update'], {
    label: 'Refreshing the list of system packages (apt-get update)',
    env,
  });
  const names = missing.map(nameHere);
  const label = `Installing ${names.length} system packages (${names.join(', ')})`;
  const install = await runStep('apt-get', installArguments(names), { label, env });
  if (update.ok && install.ok) return;
  if (install.ok) return; // an old list was good enough
  throw new Failure(
    'apt-get could not install the system packages; its output is above.',
    `make \`${commandFor(names)}\` work on this computer, then run the same command again.`,
  );
}

/**
 * A Debian that was just started installs its own updates first, and holds the lock meanwhile: it is waited for, for ten minutes
 * at most, and apt-get says by whom it is held. @param {string[]} names @returns {string[]} what apt-get is asked
 */
export function installArguments(names) {
  return ['install', '-y', '--no-install-recommends', '-o', 'DPkg::Lock::Timeout=600', ...names];
}

/** @param {string} name @returns {string} the name under which this release has the package */
function currentName(name) {
  const newer = spawnSync('apt-cache', ['show', '--no-all-versions', `${name}t64`], { encoding: 'utf8' });
  return newer.status === 0 && newer.stdout.includes('Package: ') ? `${name}t64` : name;
}
