import { type ChildProcess, spawn } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { connect } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { freePort } from './free-port.ts';

/** A web server that is started answers within this. */
const PATIENCE_MS = 20_000;
const SNIPPET = join(import.meta.dirname, '../../docs/nginx.conf');

/** A real nginx of its own, on a free port of this computer only. */
export type RunningNginx = {
  readonly port: number;
  /** Ends it without warning; nothing that it was receiving is finished. */
  readonly kill: () => Promise<void>;
  readonly start: () => Promise<void>;
  readonly remove: () => Promise<void>;
};

/** The same with the configuration of docs/nginx.conf. */
export type OwnNginx = RunningNginx & {
  readonly url: string;
  /** Where libraries upload to, with the header that lets them. */
  readonly upload: string;
  readonly authorization: string;
};

/** Starts one for the repository in a folder. */
export async function startOwnNginx(repository: string): Promise<OwnNginx> {
  mkdirSync(`${repository}.uploads`, { recursive: true });
  writeFileSync(`${repository}.htpasswd`, 'bieb:{PLAIN}open\n');
  const snippet = readFileSync(SNIPPET, 'utf8').replaceAll('REPOSITORY', repository);
  const nginx = await startNginx((port) => `listen 127.0.0.1:${port};\n${snippet}`);
  const url = `http://127.0.0.1:${nginx.port}`;
  const authorization = `Basic ${Buffer.from('bieb:open').toString('base64')}`;
  return { ...nginx, url, upload: `${url}/upload`, authorization };
}

/** Starts one with what stands in its server block, and beside that. Throws when it does not start, or there is none. */
export async function startNginx(
  block: (port: number) => string,
  beside = '',
  program = '/usr/sbin/nginx',
): Promise<RunningNginx> {
  const place = mkdtempSync(join(tmpdir(), 'balie-nginx-'));
  const port = await freePort();
  mkdirSync(join(place, 'temp'));
  writeFileSync(join(place, 'nginx.conf'), configuration(place, block(port), beside));
  let child: ChildProcess | undefined;
  const start = async () => {
    const mine = spawn(program, ['-c', join(place, 'nginx.conf'), '-p', place, '-e', 'stderr'], {
      stdio: ['ignore', 'ignore', 'pipe'],
    });
    child = mine;
    let said = '';
    // Unheard, it would end whoever starts this: the other rows of a measurement too.
    mine.once('error', (error) => {
      child = undefined;
      said += String(error);
    });
    mine.stderr.on('data', (text) => {
      said += text;
    });
    const until = Date.now() + PATIENCE_MS;
    while (!(await listens(port))) {
      if (child !== mine || mine.exitCode !== null || Date.now() > until)
        throw new Error(`nginx does not answer: ${said}`);
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
  await start().catch((error) => {
    rmSync(place, { recursive: true, force: true });
    throw error;
  });
  return {
    port,
    start,
    kill: () => end('SIGKILL'),
    remove: async () => {
      await end('SIGTERM');
      rmSync(place, { recursive: true, force: true });
    },
  };
}

function configuration(place: string, block: string, beside: string): string {
  const temp = ['client_body', 'proxy', 'fastcgi', 'uwsgi', 'scgi']
    .map((kind) => `${kind}_temp_path ${join(place, 'temp')};`)
    .join('\n');
  return `daemon off;
master_process off; # so that one signal ends all of it
pid ${join(place, 'pid')};
error_log stderr;
events { }
http {
  access_log off;
  ${temp}
  ${beside}
  server {
    ${block}
  }
}
`;
}

function listens(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = connect(port, '127.0.0.1', () => {
      socket.destroy();
      resolve(true);
    });
    socket.once('error', () => resolve(false));
  });
}
