// better-sqlite3's native part for the Electron in use, at one place: node_modules/.balie. The build
// copies it next to the app, which names it through the `nativeBinding` option. It never goes into
// better-sqlite3's own build/Release, which would win over the shipped binaries everywhere.
import { spawnSync } from 'node:child_process';
import { copyFileSync, existsSync, mkdirSync, readFileSync, renameSync } from 'node:fs';
import { join } from 'node:path';
import { electronPath } from './electron.mjs';
import { findNode24 } from './node24.mjs';
import { stateFolder } from './places.mjs';
import { Failure } from './say.mjs';
import { compiledForNodeApi8 } from './sqlite-compile.mjs';
import { hash, hashFiles, readStamp, writeStamp } from './stamp.mjs';

/** @param {string} root */
export const sqliteBinary = (root) => join(stateFolder(root), 'better_sqlite3.node');
/** @param {string} root */
const stampFile = (root) => join(stateFolder(root), 'sqlite.stamp');

/** @param {string} root */
function wanted(root) {
  const about = readFileSync(join(root, 'node_modules/better-sqlite3/package.json'), 'utf8');
  return hash(about, hashFiles(root, ['scripts/setup/napi8-compat.h']), electronPath(root).version);
}

/** @param {string} root */
export function sqliteIsReady(root) {
  return existsSync(sqliteBinary(root)) && readStamp(stampFile(root)) === wanted(root);
}

/** @param {string} root */
export async function setUpSqlite(root) {
  const { fallback, path: electron } = electronPath(root);
  const source = fallback ? await compiledForNodeApi8(root) : shippedBinary(root);
  const target = sqliteBinary(root);
  mkdirSync(stateFolder(root), { recursive: true });
  copyFileSync(source, `${target}.${process.pid}`);
  renameSync(`${target}.${process.pid}`, target);
  proveItLoads(root, electron, 'Electron');
  proveItLoads(root, findNode24(root), 'Node 24');
  writeStamp(stampFile(root), wanted(root));
}

/** @param {string} root */
function shippedBinary(root) {
  const folder = join(root, 'node_modules/better-sqlite3');
  const name = `${isMusl() ? 'linuxmusl' : process.platform}-${process.arch}.node`;
  const file = join(folder, 'prebuilds', name);
  if (!existsSync(file))
    throw new Failure(
      `better-sqlite3 ships no binary for ${process.platform} on ${process.arch}.`,
      'use a computer with an x64 or arm64 processor.',
    );
  return file;
}

const isMusl = () =>
  process.platform === 'linux' &&
  existsSync(`/lib/ld-musl-${process.arch === 'x64' ? 'x86_64' : 'aarch64'}.so.1`);

/** @param {string} root @param {string} runtime @param {string} name */
function proveItLoads(root, runtime, name) {
  const script = `
    const Database = require(process.argv[1]);
    const db = new Database(':memory:', { nativeBinding: process.argv[2] });
    db.exec("create virtual table t using fts5(x)");
    db.prepare('insert into t values (?)').run('kaart');
    if (db.prepare("select x from t where t match 'kaart'").pluck().get() !== 'kaart') process.exit(3);`;
  const args = ['-e', script, join(root, 'node_modules/better-sqlite3'), sqliteBinary(root)];
  const env = { ...process.env, ELECTRON_RUN_AS_NODE: '1' };
  const result = spawnSync(runtime, args, { encoding: 'utf8', env });
  if (result.status === 0) return;
  throw new Failure(
    `SQLite does not run in ${name}: ${result.error?.message ?? result.stderr.trim()}`,
    'delete node_modules/.balie and the folder balie in the cache (~/.cache), then run the same command again.',
  );
}
