import { spawn } from 'node:child_process';

/** A command that could not be run, or that said no; the message is its own last words. */
export class CommandError extends Error {}

/** These commands take milliseconds; one that hangs must not keep a visitor waiting. */
const PATIENCE_MS = 15_000;

/**
 * Runs a command of the print system, without a shell, with what it reads given to it, and gives what it says, in
 * English. Throws CommandError when it is not there, takes too long, or ends with another status than 0.
 */
export function runCommand(name: string, args: readonly string[], input?: Uint8Array): Promise<string> {
  return new Promise((resolve, reject) => {
    const child = spawn(name, args, {
      env: { ...process.env, LC_ALL: 'C' },
      stdio: ['pipe', 'pipe', 'pipe'],
      timeout: PATIENCE_MS,
      killSignal: 'SIGKILL',
    });
    let said = '';
    let complaints = '';
    child.stdout.setEncoding('utf8').on('data', (text: string) => {
      said += text;
    });
    child.stderr.setEncoding('utf8').on('data', (text: string) => {
      complaints += text;
    });
    // One that ends before it has read everything tells why by its status.
    child.stdin.on('error', () => undefined);
    child.stdin.end(input);
    child.once('error', (error) => reject(new CommandError(`${name}: ${error.message}`)));
    child.once('close', (status, signal) =>
      status === 0
        ? resolve(said)
        : reject(new CommandError(complaints.trim() || `${name} ended with ${status ?? signal}`)),
    );
  });
}
