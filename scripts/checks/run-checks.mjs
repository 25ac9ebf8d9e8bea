// Runs checks, a few at a time, and tells of each how it went: one line when it passed, all of its
// output when it failed. All of them run, whatever the others do.
import { spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { argsWithReport, reportFile } from '../checks.mjs';
import { track } from '../setup/children.mjs';
import { findNode24, toolEnv } from '../setup/node24.mjs';
import { everySoOften } from '../setup/run-step.mjs';
import { say } from '../setup/say.mjs';
import { countCheck, countTests } from './count.mjs';
import { failuresOf } from './failures.mjs';

/**
 * @typedef {import('../checks.mjs').Check} Check
 * @typedef {{ check: Check, count: import('./count.mjs').Count, failures: string[] }} Outcome `failures`: the tests that failed, a line each
 * @typedef {{ root: string, reports: string, atOnce: number, env?: NodeJS.ProcessEnv, more?: string[] }} Options
 *   `more`: further arguments, for the checks that count
 */

/** @param {Check[]} checks @param {Options} options @returns {Promise<Outcome[]>} */
export async function runChecks(checks, options) {
  const waiting = [...checks];
  /** @type {Outcome[]} */
  const outcomes = [];
  const lane = async () => {
    for (let check = waiting.shift(); check; check = waiting.shift())
      outcomes.push(await runCheck(check, options));
  };
  await Promise.all(Array.from({ length: options.atOnce }, lane));
  return outcomes;
}

/** @param {Check} check @param {Options} options @returns {Promise<Outcome>} */
async function runCheck(check, { root, reports, env = toolEnv(root), more = [] }) {
  say(`${check.name} …`);
  const started = Date.now();
  const seconds = () => (Date.now() - started) / 1000;
  const isTime = everySoOften();
  const soFar = { output: '' };
  const timer = setInterval(() => {
    if (isTime(seconds())) say(`  ${check.name}: ${Math.round(seconds())} s${filesDone(soFar.output)}`);
  }, 1000);
  const args = [...argsWithReport(reports, check), ...(check.counts ? more : [])];
  const { ok, output } = await capture(findNode24(root), args, root, env, soFar);
  clearInterval(timer);
  const report = check.counts ? readReport(reportFile(reports, check)) : undefined;
  const count = check.counts ? countTests(report, ok) : countCheck(ok);
  const passed = count.failed === 0;
  if (!passed) say(output.trimEnd());
  const numbers = check.counts ? `: ${count.passed} passed, ${count.failed} failed` : '';
  const note = count.note ? ` (${count.note})` : '';
  say(`${passed ? 'ok    ' : 'FAILED'} ${check.name}${numbers}${note} in ${seconds().toFixed(1)} s`);
  return { check, count, failures: failuresOf(report, root) };
}

/**
 * How many files of tests are done, and which of them failed: half an hour is long to wait for that.
 * @param {string} output of vitest, as far as it is there
 */
function filesDone(output) {
  const done = [...output.matchAll(/^ *([✓❯]) (?:\|[^|]+\| )?.*?(tests\/\S+)/gm)];
  const failed = done.filter(([, mark]) => mark === '❯').map(([, , file]) => file);
  if (done.length === 0) return '';
  return `, ${done.length} files done${failed.length === 0 ? '' : `, failed: ${failed.join(', ')}`}`;
}

/**
 * @param {string} command @param {string[]} args @param {string} cwd @param {NodeJS.ProcessEnv} env
 * @param {{ output: string }} soFar told while it runs @returns {Promise<{ ok: boolean, output: string }>}
 */
function capture(command, args, cwd, env, soFar) {
  const group = process.platform !== 'win32';
  const plain = { ...env, NO_COLOR: '1', FORCE_COLOR: '0' }; // the output goes through a pipe
  const child = spawn(command, args, { cwd, env: plain, detached: group, stdio: ['ignore', 'pipe', 'pipe'] });
  track(child, { group });
  for (const stream of [child.stdout, child.stderr]) {
    stream.setEncoding('utf8').on('data', (text) => {
      soFar.output += text;
    });
  }
  return new Promise((resolve) => {
    child.once('error', (error) => resolve({ ok: false, output: `${soFar.output}${error.message}` }));
    child.once('close', (status) => resolve({ ok: status === 0, output: soFar.output }));
  });
}

/** @param {string} file */
function readReport(file) {
  try {
    return JSON.parse(readFileSync(file, 'utf8'));
  } catch {
    return undefined;
  }
}
