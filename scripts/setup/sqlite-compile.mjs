// better-sqlite3 13 ships binaries for Node-API 10; the fallback Electron 25 has 8. The unchanged
// sources are compiled once with a small header force-included, in a copy, and kept in the cache.
import { copyFileSync, cpSync, existsSync, mkdirSync, readFileSync, renameSync, rmSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { bundledNode, findNode24, toolEnv } from './node24.mjs';
import { cacheFolder, stateFolder } from './places.mjs';
import { runStep } from './run-step.mjs';
import { Failure } from './say.mjs';
import { hash } from './stamp.mjs';
import { sweepHalves } from './sweep.mjs';

const header = join(dirname(fileURLToPath(import.meta.url)), 'napi8-compat.h');

/** @param {string} root @returns {Promise<string>} the compiled file, in the cache */
export async function compiledForNodeApi8(root) {
  const source = join(root, 'node_modules/better-sqlite3');
  const about = readFileSync(join(source, 'package.json'));
  const key = hash(about, readFileSync(header)).slice(0, 12);
  const cached = join(cacheFolder(), `better_sqlite3-${JSON.parse(String(about)).version}-napi8-${key}.node`);
  if (existsSync(cached)) return cached;
  // Inside node_modules, so that its build finds node-addon-api where it always does.
  const copy = join(stateFolder(root), `sqlite-build-${process.pid}`);
  sweepHalves(stateFolder(root), 'sqlite-build-');
  try {
    cpSync(source, copy, { recursive: true });
    await compile(root, copy);
    mkdirSync(cacheFolder(), { recursive: true });
    copyFileSync(join(copy, 'build/Release/better_sqlite3.node'), `${cached}.${process.pid}`);
    renameSync(`${cached}.${process.pid}`, cached);
    return cached;
  } finally {
    rmSync(copy, { recursive: true, force: true });
  }
}

/** @param {string} root @param {string} folder */
async function compile(root, folder) {
  const gyp = join(root, 'node_modules/node-gyp/bin/node-gyp.js');
  const args = [
    gyp,
    'rebuild',
    '--release',
    '--force_build=1',
    '-j',
    '2',
    `--nodedir=${headersFolder(root)}`,
  ];
  const env = { ...toolEnv(root), CXXFLAGS: `-include ${header}` };
  const label = 'Compiling SQLite for the fallback Electron (about a minute, once)';
  const { ok } = await runStep(findNode24(root), args, { label, cwd: folder, env });
  if (ok) return;
  throw new Failure(
    'SQLite could not be compiled; the output is above.',
    'check that python3, make and g++ are installed, then run the same command again.',
  );
}

/** @param {string} root */
function headersFolder(root) {
  const bundled = bundledNode(root);
  const own = dirname(dirname(process.execPath));
  return existsSync(join(bundled, 'include/node/node_api.h')) ? bundled : own;
}
