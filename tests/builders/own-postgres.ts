import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { chmodSync, chownSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** A PostgreSQL that is started answers within this. */
const PATIENCE_MS = 30_000;
const VERSIONS = '/usr/lib/postgresql';
/** `nobody`, on every Debian: PostgreSQL refuses to run as root. */
const NOBODY = 65534;

/** A real PostgreSQL of its own in a temporary folder, on a Unix socket: nothing else can reach it. */
export type OwnPostgres = {
  /** Where its socket is. */
  readonly folder: string;
  /** Makes an empty database; its address. */
  readonly makeDatabase: (name: string) => string;
  /** Restores what `pg_dump` wrote into a database, with the real `pg_restore`. */
  readonly restore: (dump: string, database: string) => void;
  /** Ends it as a power cut does, connections and all. */
  readonly kill: () => Promise<void>;
  readonly start: () => Promise<void>;
  readonly remove: () => Promise<void>;
};

/**
 * Starts one, as an account without rights when this runs as root. `isDurable`: it waits for the disk, as it does in earnest. `superuser`:
 * who may do everything in it.
 */
export async function startOwnPostgres(isDurable = false, superuser = 'balie'): Promise<OwnPostgres> {
  const place = mkdtempSync(join(tmpdir(), 'balie-pg-'));
  chmodSync(place, 0o700);
  if (process.getuid?.() === 0) chownSync(place, NOBODY, NOBODY);
  const data = join(place, 'data');
  run('initdb', ['-D', data, '-U', superuser, '-A', 'trust', '-E', 'UTF8', '--locale=C.UTF-8', '--no-sync']);
  let child: ChildProcess | undefined;
  const ready = () => spawnSync(tool('pg_isready'), ['-q', '-h', place, '-U', superuser]).status === 0;
  const start = async () => {
    const fsync = `fsync=${isDurable ? 'on' : 'off'}`;
    const options = ['-c', 'listen_addresses=', '-c', `unix_socket_directories=${place}`, '-c', fsync];
    const [command, args] = unprivileged('postgres', ['-D', data, ...options]);
    const mine = spawn(command, args, { stdio: ['ignore', 'ignore', 'pipe'], cwd: '/' });
    child = mine;
    let said = '';
    mine.stderr.on('data', (text) => {
      said += text;
    });
    const until = Date.now() + PATIENCE_MS;
    while (!ready()) {
      if (mine.exitCode !== null || Date.now() > until)
        throw new Error(`PostgreSQL does not answer: ${said}`);
      await new Promise((resolve) => setTimeout(resolve, 20));
    }
  };
  const end = async (signal: NodeJS.Signals) => {
    const mine = child;
    child = undefined;
    if (mine === undefined || mine.exitCode !== null) return;
    const ended = new Promise((resolve) => mine.once('exit', resolve));
    mine.kill(signal);
    await ended;
  };
  await start();
  return {
    folder: place,
    makeDatabase: (name) => {
      run('createdb', ['-h', place, '-U', superuser, name]);
      return `postgres://${superuser}@localhost/${name}?host=${place}`;
    },
    restore: (dump, database) => {
      const args = ['--exit-on-error', '--no-owner', `--dbname=${database}`, dump];
      const { status, stderr } = spawnSync(tool('pg_restore'), args, { encoding: 'utf8' });
      if (status !== 0) throw new Error(`pg_restore failed: ${stderr}`);
    },
    start,
    kill: () => end('SIGQUIT'), // "immediate": no goodbye to anybody, and recovery at the next start
    remove: async () => {
      await end('SIGINT');
      rmSync(place, { recursive: true, force: true });
    },
  };
}

/** A program of the newest PostgreSQL that is installed. */
function tool(name: string): string {
  const newest = readdirSync(VERSIONS).sort((one, other) => Number(other) - Number(one))[0];
  return join(VERSIONS, String(newest), 'bin', name);
}

function unprivileged(name: string, args: string[]): [string, string[]] {
  if (process.getuid?.() !== 0) return [tool(name), args];
  const account = [`--reuid=${NOBODY}`, `--regid=${NOBODY}`, '--clear-groups'];
  return ['setpriv', [...account, tool(name), ...args]];
}

function run(name: string, args: string[]): void {
  const [command, all] = unprivileged(name, args);
  const { status, stderr, error } = spawnSync(command, all, { encoding: 'utf8', cwd: '/' });
  if (status !== 0) throw new Error(`${name} failed: ${stderr ?? String(error)}`);
}
