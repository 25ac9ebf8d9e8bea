import { type ChildProcess, spawn } from 'node:child_process';
import { TODAY } from '../builders/today.ts';
import { makeVisitorAccount, type VisitorAccount } from './visitor-account.ts';

type Electron_ = typeof Electron;

/**
 * The app with nobody attached to its page: Chromium shows dialogs, and sees that a page hangs, only then.
 */
export type UnwatchedKiosk = {
  readonly account: VisitorAccount;
  readonly pid: number;
  /** Runs a function in the main process; only what is in it and what is given may be used. */
  readonly inMain: <Given, Got>(
    act: (electron: Electron_, given: Given) => Got,
    given?: Given,
  ) => Promise<Awaited<Got>>;
  readonly close: () => Promise<void>;
};

/** Starts the app as a visitor meets it, and waits for its first screen. */
export async function launchUnwatched(
  prepare: (account: VisitorAccount) => void = () => undefined,
): Promise<UnwatchedKiosk> {
  const account = makeVisitorAccount();
  prepare(account);
  const app = spawn(account.executable, ['--inspect=0', account.appFolder], {
    env: {
      ...process.env,
      ...account.env,
      BALIE_DATA_DIR: account.dataDir,
      BALIE_PROFILE: 'kiosk',
      BALIE_TODAY: TODAY,
    },
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
    /** How many headings the screen has, or why there is no screen yet. */
    const headings = (): Promise<unknown> =>
      inMain(({ BrowserWindow }) => {
        const [window] = BrowserWindow.getAllWindows();
        if (window?.isVisible() !== true) return window === undefined ? 'no window' : 'a window nobody sees';
        return window.webContents.executeJavaScript('document.querySelectorAll("h1").length');
      });
    const until = performance.now() + 60_000;
    for (;;) {
      // Asked too early, there is no Electron yet to ask.
      const found = await headings().catch((error: unknown) => error);
      if (found === 1) break;
      if (performance.now() > until)
        throw new Error(`The app did not come to its first screen; at the end: ${String(found)}.`);
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

type Reply = {
  readonly id?: number;
  readonly method?: string;
  readonly params?: {
    readonly context?: { readonly id: number; readonly auxData?: { readonly isDefault?: boolean } };
  };
  readonly result?: {
    readonly result: { readonly value?: unknown };
    readonly exceptionDetails?: { readonly exception?: { readonly description?: string } };
  };
};

function evaluateIn(socket: WebSocket): UnwatchedKiosk['inMain'] {
  const waiting = new Map<number | undefined, (reply: Reply) => void>();
  let contextId: number | undefined;
  let last = 0;
  socket.onmessage = ({ data }) => {
    const reply = JSON.parse(String(data)) as Reply;
    const context = reply.params?.context;
    if (reply.method === 'Runtime.executionContextCreated' && context?.auxData?.isDefault === true)
      contextId = context.id;
    waiting.get(reply.id)?.(reply);
    waiting.delete(reply.id);
  };
  const ask = (method: string, params: object) => {
    const id = ++last;
    socket.send(JSON.stringify({ id, method, params }));
    return new Promise<Reply>((replied) => waiting.set(id, replied));
  };
  void ask('Runtime.enable', {});
  return async (act, given) => {
    // The inspector interrupts the app wherever it is. What runs there may need a part of Electron that is half loaded, and leaves
    // another one half loaded for good; between two tasks of the app all are whole.
    const expression = `new Promise((done, fail) => setTimeout(() =>
      Promise.resolve()
        .then(() => (${String(act)})(process.mainModule.require('electron'), ${JSON.stringify(given)}))
        .then(done, fail)))`;
    const { result } = await ask('Runtime.evaluate', {
      expression,
      contextId,
      awaitPromise: true,
      returnByValue: true,
    });
    if (result?.exceptionDetails !== undefined)
      throw new Error(result.exceptionDetails.exception?.description);
    return result?.result.value as never;
  };
}
