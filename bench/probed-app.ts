import { type ChildProcess, spawn } from 'node:child_process';
import { join } from 'node:path';
import { stop, track } from '../scripts/setup/children.mjs';
import { electronPath } from '../scripts/setup/electron.mjs';
import { projectRoot } from '../scripts/setup/places.mjs';
import { TODAY } from '../tests/builders/today.ts';

/** The two apps that are measured: ours, and the least an app can be. `usable`: what a visitor needs to begin. */
export const BALIE = { folder: projectRoot, usable: 'main button:enabled' };
export const BLANK = { folder: join(import.meta.dirname, 'blank-app'), usable: 'h1' };

const PATIENCE_MS = 60_000;

type Reply = {
  readonly painted?: number;
  readonly id?: number;
  readonly value?: unknown;
  readonly error?: string;
};
/** A place of the page, in CSS pixels, and when the finger leaves it: this long after a frame began. */
type Click = { readonly x: number; readonly y: number; readonly afterFrameMs: number };
type Question = { readonly code: string } | { readonly click: Click };

/** A running app with the probe in it. */
export type ProbedApp = {
  readonly pid: number;
  /** Milliseconds from the start of the process to the painted first screen. */
  readonly startMs: number;
  /** Runs a function in the page that was opened last. It can use nothing from outside itself. */
  readonly inPage: <A extends unknown[], R>(act: (...given: A) => R, ...given: A) => Promise<Awaited<R>>;
  /** Clicks at a place of the page, as a mouse does. */
  readonly click: (click: Click) => Promise<void>;
  /** The next page that is opened is painted. Ask before doing what opens it. */
  readonly nextPage: () => Promise<void>;
  readonly close: () => Promise<void>;
};

/** Starts an app and waits for its first screen; `doors` are for what it does beside. Its processes go with it when this process is ended. */
export async function startProbed(
  app: typeof BALIE,
  dataDir: string,
  doors: Readonly<Record<string, string>> = {},
): Promise<ProbedApp> {
  const root = process.getuid?.() === 0 ? ['--no-sandbox'] : []; // Chromium has no sandbox for root.
  const args = [...root, '-r', join(import.meta.dirname, 'probe.cjs'), app.folder];
  const spawnedAt = performance.timeOrigin + performance.now();
  const child = spawn(electronPath(projectRoot).path, args, {
    env: environment({
      BALIE_TODAY: TODAY,
      ...doors,
      BALIE_DATA_DIR: dataDir,
      BALIE_BENCH_USABLE: app.usable,
    }),
    stdio: ['ignore', 'ignore', 'ignore', 'ipc'],
  });
  track(child);
  const painted = await replyTo(child, (reply) => reply.painted !== undefined);
  let asked = 0;
  const ask = async (question: Question) => {
    const id = ++asked;
    child.send({ id, ...question });
    const { value, error } = await replyTo(child, (reply) => reply.id === id);
    if (error !== undefined) throw new Error(`The page could not do what it was asked: ${error}`);
    return value;
  };
  return {
    pid: child.pid ?? 0,
    startMs: (painted.painted ?? 0) - spawnedAt,
    inPage: async (act, ...given) => (await ask({ code: `(${act})(...${JSON.stringify(given)})` })) as never,
    click: async (click) => void (await ask({ click })),
    nextPage: async () => void (await replyTo(child, (reply) => reply.painted !== undefined)),
    close: () => stop(child),
  };
}

function replyTo(child: ChildProcess, fits: (reply: Reply) => boolean): Promise<Reply> {
  return new Promise((resolve, reject) => {
    const end = () => {
      clearTimeout(patience);
      child.off('message', hear).off('exit', gone);
    };
    const hear = (reply: Reply) => {
      if (!fits(reply)) return;
      end();
      resolve(reply);
    };
    const gone = () => {
      end();
      reject(
        new Error('The app ended by itself while it was measured. Run `npm start` to see what it says.'),
      );
    };
    const patience = setTimeout(() => {
      end();
      reject(new Error(`The app did not answer within ${PATIENCE_MS / 1000} seconds.`));
    }, PATIENCE_MS);
    child.on('message', hear).on('exit', gone);
  });
}

/** Ours without the doors that a user may have set: what is measured is the app as it is shipped. */
function environment(more: NodeJS.ProcessEnv): NodeJS.ProcessEnv {
  const own = Object.entries(process.env).filter(([name]) => !name.startsWith('BALIE_'));
  return { ...Object.fromEntries(own), ...more };
}
