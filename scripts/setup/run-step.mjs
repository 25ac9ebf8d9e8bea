// Runs one long command with a sign of life: the elapsed seconds, and its last line of output.
// The full output is kept and shown only when the command fails.
import { spawn } from 'node:child_process';
import { end, track } from './children.mjs';
import { say, sayInPlace, speaksToTerminal } from './say.mjs';

/**
 * @typedef {object} StepOptions
 * @property {string} label what is being done, in the words of the person waiting
 * @property {string} [cwd]
 * @property {NodeJS.ProcessEnv} [env]
 * @property {(elapsedMs: number) => string | undefined} [giveUp] asked every second; a reason ends the command
 * @property {boolean} [showFailure] print the output when the command fails (default true)
 *
 * @typedef {{ ok: boolean, status: number | null, output: string, gaveUp?: string }} StepResult
 */

/** @param {string} command @param {string[]} args @param {StepOptions} options @returns {Promise<StepResult>} */
export function runStep(command, args, { label, cwd, env, giveUp, showFailure = true }) {
  const started = Date.now();
  const seconds = () => Math.round((Date.now() - started) / 1000);
  const group = process.platform !== 'win32';
  const child = spawn(command, args, { cwd, env, detached: group, stdio: ['ignore', 'pipe', 'pipe'] });
  track(child, { group });
  const isTime = everySoOften();
  let output = '';
  /** @type {string | undefined} */
  let gaveUp;
  /** @param {Buffer} chunk */
  const collect = (chunk) => {
    output += chunk;
  };
  child.stdout.on('data', collect);
  child.stderr.on('data', collect);
  say(`${label} …`);
  const timer = setInterval(() => {
    const lastLine =
      output
        .trimEnd()
        .split(/[\r\n]/)
        .at(-1)
        ?.slice(0, 80) ?? '';
    const line = `  ${label}: ${seconds()} s  ${lastLine}`.trimEnd();
    if (speaksToTerminal()) sayInPlace(line);
    else if (isTime(seconds())) say(line);
    gaveUp ??= giveUp?.(Date.now() - started);
    if (gaveUp !== undefined) end(child, 'SIGKILL');
  }, 1000);
  return new Promise((resolve) => {
    /** @param {number | null} status @param {string} [problem] */
    const finish = (status, problem) => {
      clearInterval(timer);
      if (speaksToTerminal() && seconds() > 0) sayInPlace('');
      if (problem) output += problem;
      const ok = status === 0 && gaveUp === undefined;
      if (ok) say(`  done in ${((Date.now() - started) / 1000).toFixed(1)} s`);
      else if (showFailure) say(output.trimEnd());
      resolve({ ok, status, output, ...(gaveUp === undefined ? {} : { gaveUp }) });
    };
    child.once('error', (error) => finish(null, `${command}: ${error.message}`));
    child.once('close', (status) => finish(status));
  });
}

/** Every five seconds in the first minute, then every half minute. A busy computer may skip a second. */
export function everySoOften() {
  let next = 5;
  return (/** @type {number} */ seconds) => {
    if (seconds < next) return false;
    next = seconds < 60 ? seconds - (seconds % 5) + 5 : seconds + 30;
    return true;
  };
}
