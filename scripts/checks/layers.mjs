// Who imports whom, held against .dependency-cruiser.cjs. The tool has gone blind before (with a
// TypeScript it did not know it read nothing and reported no breach), so what it saw is counted too.
import { spawnSync } from 'node:child_process';
import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { findNode24 } from '../setup/node24.mjs';
import { projectRoot } from '../setup/places.mjs';

const rooms = [
  'core',
  'db',
  'maps',
  'packs',
  'trust',
  'updates',
  'desk-line',
  'sheets',
  'electron',
  'renderer',
  'server',
  'cli',
  'scripts',
  'tests',
  'bench',
];

/**
 * @param {string} root the project whose configuration and packages are used
 * @param {string} folder what is read; the project itself, or a copy with a planted breach
 * @returns {{ seen: string[], breaches: string[] }}
 */
export function readLayers(root, folder = root) {
  const present = rooms.filter((room) => hasCode(join(folder, room)));
  const tool = join(root, 'node_modules/dependency-cruiser/bin/dependency-cruiser.mjs');
  const args = [tool, '--config', join(root, '.dependency-cruiser.cjs'), '--output-type', 'json', ...present];
  const run = spawnSync(findNode24(root), args, { cwd: folder, encoding: 'utf8', maxBuffer: 1 << 28 });
  if (!run.stdout.startsWith('{'))
    return { seen: [], breaches: [`dependency-cruiser said: ${run.stderr || run.stdout}`] };
  return judge(JSON.parse(run.stdout), present);
}

/**
 * @typedef {{ from: string, to: string, rule: { name: string } }} Violation
 * @param {{ modules: { source: string }[], summary: { violations: Violation[] } }} report
 * @param {string[]} present the rooms that hold code
 */
export function judge({ modules, summary }, present) {
  const seen = modules.map(({ source }) => source).filter((source) => !source.includes('node_modules'));
  const blind = present.filter((room) => !seen.some((source) => source.startsWith(`${room}/`)));
  return {
    seen,
    breaches: [
      ...(present.length === 0 ? ['No room holds any code: there is nothing to look at.'] : []),
      ...blind.map((room) => `dependency-cruiser read nothing in ${room}/ although there is code.`),
      ...summary.violations.map(({ rule, from, to }) => `${rule.name}: ${from} imports ${to}`),
    ],
  };
}

/** @param {string} folder @returns {boolean} */
function hasCode(folder) {
  if (!existsSync(folder)) return false;
  return readdirSync(folder, { recursive: true }).some((name) => /\.(ts|tsx|mjs)$/.test(String(name)));
}

if (process.argv[1] === import.meta.filename) {
  const { seen, breaches } = readLayers(projectRoot);
  for (const breach of breaches) console.log(breach);
  console.log(`${seen.length} modules read, ${breaches.length} breaches`);
  process.exitCode = breaches.length === 0 && seen.length > 0 ? 0 : 1;
}
