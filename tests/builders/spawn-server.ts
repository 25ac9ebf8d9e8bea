import { type ChildProcess, spawn } from 'node:child_process';
import { join } from 'node:path';

/** The command without the others of `balie`, which take seconds to load from source. */
const SERVE = join(import.meta.dirname, 'serve-from-source.ts');

/** `balie serve` as a process of its own. */
export type SpawnedServer = {
  readonly address: string;
  readonly pid: number | undefined;
  readonly said: () => string;
  /** Ends it with a signal; its exit status. */
  readonly end: (signal: NodeJS.Signals) => Promise<number | null>;
};

/** Starts it, from its sources or a `program`, and waits until it prints where it listens. Throws what it says when it ends before that. */
export async function spawnServer(
  data: string,
  database: string | undefined,
  port = 0,
  more: readonly string[] = [],
  program = SERVE,
): Promise<SpawnedServer> {
  const where = ['--data', data, ...(database === undefined ? [] : ['--database', database])];
  const child = spawn(process.execPath, [program, ...where, '--port', String(port), ...more], {
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let said = '';
  for (const stream of [child.stdout, child.stderr])
    stream.on('data', (text) => {
      said += text;
    });
  const address = await listening(child);
  return {
    address,
    pid: child.pid,
    said: () => said,
    end: async (signal) => {
      const ended = new Promise<number | null>((resolve) => child.once('exit', resolve));
      child.kill(signal);
      return ended;
    },
  };
}

function listening(child: ChildProcess): Promise<string> {
  let said = '';
  return new Promise((resolve, reject) => {
    const hear = (text: Buffer) => {
      said += text.toString();
      const address = /The server listens at (\S+)/.exec(said)?.[1];
      if (address !== undefined) resolve(address);
    };
    child.stdout?.on('data', hear);
    child.stderr?.on('data', hear);
    child.once('exit', () => reject(new Error(`The server ended: ${said}`)));
  });
}
