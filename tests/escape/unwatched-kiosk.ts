import { type ChildProcess, spawn } from 'node:child_process';
import { makeVisitorAccount, type VisitorAccount } from './visitor-account.ts';

type Electron_ = typeof Electron;

/** The app with nobody attached to its page: Chromium shows dialogs, and sees that a page hangs, only then. */
export type UnwatchedKiosk = {
  readonly account: VisitorAccount;
  readonly pid: number;
  /** Runs a function in the main process; only what is in it and what is given may be used. */
  readonly inMain: <Given, Got>(act: (electron: Electron_, given: Given) => Got, given?: Given) => Promise<Awaited<Got>>;
  readonly close: () => Promise<void>;
};

/** Starts the app as a visitor meets it, and waits for its first screen. */
export async function launchUnwatched(prepare: (account: VisitorAccount) => void = () => undefined): Promise<UnwatchedKiosk> {
  const account = makeVisitorAccount();
  prepare(account);
  const app = spawn(account.executable, ['--inspect=0', account.appFolder], {
    env: { ...process.env, ...account.env, BALIE_DATA_DIR: account.dataDir, BALIE_PROFILE: 'kiosk' },
    stdio: ['ignore', 'ignore', 'pipe'],
  });
  const close = async () => {
    const ended = new Promise((done) => app.once('exit', done));
    if (app.exitCode === null && app.signalCode === null) {
      app.kill('SIGKILL');
      await ended;
    }
    account.remove();
  };
  try {
    const inMain = evaluateIn(await connect(await inspectorAddress(app)));
    const isThere = () =>
      inMain(async ({ BrowserWindow }) => {
        const [window] = BrowserWindow.getAllWindows();
        return window?.isVisible() === true && (await window.webContents.executeJavaScript('document.querySelectorAll("h1").length')) === 1;
      });
    const until = performance.now() + 60_000;
    // Asked too early, there is no Electron yet to ask.
    while (!(await isThere().catch(() => false))) {
      if (performance.now() > until) throw new Error('The app did not come to its first screen.');
      await new Promise((again) => setTimeout(again, 100));
    }
    return { account, pid: app.pid ?? 0, inMain, close };
  } catch (error) {
    await close();
    throw error;
  }
}

function inspectorAddress(app: ChildProcess): Promise<string> {
  return new Promise((found, fail) => {
    let said = '';
    app.stderr?.on('data', (data: Buffer) => {
      said += data;
      const address = /^Debugger listening on (ws:\S+)/m.exec(said)?.[1];
      if (address !== undefined) found(address);
    });
    app.once('exit', () => fail(new Error(`The app ended at once: ${said}`)));
  });
}

async function connect(address: string): Promise<WebSocket> {
  const socket = new WebSocket(address);
  await new Promise((open, fail) => {
    socket.onopen = open;
    socket.onerror = () => fail(new Error('The main process does not listen.'));
  });
  return socket;
}

type Reply = { id: number; result?: { result: { value?: unknown }; exceptionDetails?: { exception?: { description?: string } } } };

function evaluateIn(socket: WebSocket): UnwatchedKiosk['inMain'] {
  const waiting = new Map<number, (reply: Reply) => void>();
  socket.onmessage = ({ data }) => {
    const reply = JSON.parse(String(data)) as Reply;
    waiting.get(reply.id)?.(reply);
    waiting.delete(reply.id);
  };
  let last = 0;
  return async (act, given) => {
    const id = ++last;
    const expression = `(${String(act)})(require('electron'), ${JSON.stringify(given)})`;
    const params = { expression, awaitPromise: true, returnByValue: true, includeCommandLineAPI: true };
    const replied = new Promise<Reply>((done) => waiting.set(id, done));
    socket.send(JSON.stringify({ id, method: 'Runtime.evaluate', params }));
    const { result } = await replied;
    if (result?.exceptionDetails !== undefined) throw new Error(result.exceptionDetails.exception?.description);
    return result?.result.value as never;
  };
}
