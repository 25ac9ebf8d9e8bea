import { type ChildProcess, spawn } from 'node:child_process';
import { end, track, waitForExit } from '../../scripts/setup/children.mjs';

/** Starts a script and waits until it says where it listens. Throws what it says when it ends before. */
export async function startListening(script: string, args: readonly string[]): Promise<Listening> {
  const child = spawn(process.execPath, [script, ...args], { stdio: ['ignore', 'pipe', 'inherit'] });
  track(child);
  const address = await new Promise<string>((resolve, reject) => {
    let said = '';
    child.stdout.on('data', (text) => {
      said += text;
      const found = /listens at (\S+)/.exec(said)?.[1];
      if (found !== undefined) resolve(found);
    });
    child.once('exit', () => reject(new Error(`${script} ended: ${said}`)));
  });
  return { address, child, stop: () => stop(child) };
}

/** A server that runs. */
export type Listening = {
  readonly address: string;
  readonly child: ChildProcess;
  readonly stop: () => Promise<void>;
};

/** Runs a script to its end; what it printed as JSON. Throws when it fails. */
export async function runJson<T>(script: string, args: readonly string[]): Promise<T> {
  const child = spawn(process.execPath, [script, ...args], { stdio: ['ignore', 'pipe', 'inherit'] });
  track(child);
  let said = '';
  child.stdout.on('data', (text) => {
    said += text;
  });
  if ((await waitForExit(child)) !== 0) throw new Error(`${script} failed; see above.`);
  return JSON.parse(said) as T;
}

async function stop(child: ChildProcess): Promise<void> {
  const ended = waitForExit(child);
  end(child);
  await ended;
}
