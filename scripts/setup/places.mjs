// Where the set-up keeps things. Everything inside the project is found relative to its root, so
// that a copied project folder still works.
import { homedir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';

export const projectRoot = dirname(dirname(dirname(fileURLToPath(import.meta.url))));

/** Stamps, the fallback Electron, the SQLite binary: gone with node_modules, as they should be. @param {string} root */
export const stateFolder = (root) => join(root, 'node_modules', '.balie');

/** Downloads and compiled binaries that outlive node_modules. */
export const cacheFolder = () => join(process.env['XDG_CACHE_HOME'] || join(homedir(), '.cache'), 'balie');

/** What visitors and staff write, unless BALIE_DATA_DIR says otherwise. @param {string} root */
export const dataFolder = (root) => resolve(process.env['BALIE_DATA_DIR'] || join(root, '.balie'));
