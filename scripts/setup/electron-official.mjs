// The download that Electron's own package does. On many networks it is blocked in one of two ways:
// refused at once, or left hanging. A slow but moving download may take as long as it needs.
import { mkdirSync, readdirSync, rmSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { findNode24, toolEnv } from './node24.mjs';
import { stateFolder } from './places.mjs';
import { runStep } from './run-step.mjs';
import { sweepHalves } from './sweep.mjs';

const patienceMs = 20_000;

/** @param {string} root @returns {Promise<string | undefined>} why it failed, in one clause; undefined: it is there */
export async function downloadOfficial(root) {
  const folder = join(stateFolder(root), `electron-download-${process.pid}`);
  sweepHalves(stateFolder(root), 'electron-download-');
  mkdirSync(folder, { recursive: true });
  /** @type {NodeJS.ProcessEnv} */
  const env = { ...toolEnv(root), TMPDIR: folder, TEMP: folder, ELECTRON_GET_NO_PROGRESS: '1' };
  delete env['ELECTRON_OVERRIDE_DIST_PATH'];
  const giveUp = giveUpWhenStalled(
    () => folderSize(folder) + folderSize(join(root, 'node_modules/electron/dist')),
    patienceMs,
  );
  try {
    const options = { label: 'Downloading Electron', cwd: root, env, giveUp, showFailure: false };
    const result = await runStep(findNode24(root), ['node_modules/electron/install.js'], options);
    return result.ok ? undefined : (result.gaveUp ?? shortReason(result.output));
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/**
 * @param {() => number} measure the bytes so far
 * @param {number} patience milliseconds without a new byte
 */
export function giveUpWhenStalled(measure, patience) {
  let size = measure();
  let movedAt = 0;
  return (/** @type {number} */ elapsedMs) => {
    const now = measure();
    if (now !== size) movedAt = elapsedMs;
    size = now;
    return elapsedMs - movedAt >= patience ? `no data for ${Math.round(patience / 1000)} s` : undefined;
  };
}

/** @param {string} output */
export function shortReason(output) {
  const cause = /\b(E[A-Z]{4,}|UND_ERR_[A-Z_]+|[A-Z]+_CERT[A-Z_]*)\b/.exec(output)?.[1];
  const line = output
    .split('\n')
    .find((each) => /error/i.test(each))
    ?.trim()
    .slice(0, 120);
  if (/fetch failed/.test(output) && !cause) return 'no connection';
  return cause ?? line ?? 'the download failed';
}

/** @param {string} folder @returns {number} */
function folderSize(folder) {
  let bytes = 0;
  try {
    for (const entry of readdirSync(folder, { withFileTypes: true })) {
      const path = join(folder, entry.name);
      bytes += entry.isDirectory() ? folderSize(path) : statSync(path).size;
    }
  } catch {
    // Not there yet, or just moved away: measured again in a second.
  }
  return bytes;
}
