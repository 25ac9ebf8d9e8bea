// What the set-up says to the person who started it, and how a failure ends: one plain
// sentence that names the next step.
import { stopAll } from './children.mjs';

/** @type {NodeJS.WriteStream} */
let stream = process.stdout;

/** Commands whose standard output belongs to their own result (`npm run balie`) talk on stderr. */
export function sayOnStderr() {
  stream = process.stderr;
}

/** @param {string} text */
export function say(text) {
  stream.write(`${text}\n`);
}

export const speaksToTerminal = () => stream.isTTY === true;

/** Replaces the current terminal line; only ever called when `speaksToTerminal()`. @param {string} text */
export function sayInPlace(text) {
  stream.write(`\r\u001b[2K${text}`);
}

/** A failure that is understood: what went wrong, and the one thing to do next. */
export class Failure extends Error {
  /**
   * @param {string} what
   * @param {string} nextStep one sentence, an instruction
   */
  constructor(what, nextStep) {
    super(what);
    this.name = 'Failure';
    this.nextStep = nextStep;
  }
}

/** @param {unknown} error @returns {string} the lines to print; the last one is the next step */
export function describeFailure(error) {
  if (error instanceof Failure) return `${error.message}\nNext step: ${error.nextStep}`;
  const detail = error instanceof Error ? (error.stack ?? error.message) : String(error);
  return `${detail}\nNext step: run the same command again, and report the lines above if it fails again.`;
}

/**
 * Runs the body of a command. Its number becomes the exit status; a failure ends with status 1.
 * @param {() => Promise<number>} body
 */
export async function runCommand(body) {
  try {
    process.exitCode = await body();
  } catch (error) {
    process.stderr.write(`${describeFailure(error)}\n`);
    process.exitCode = 1;
  }
  await stopAll();
}
