import type { ElectronApplication } from 'playwright';
import { CALLS } from '../../core/contract/bridge.ts';

type Handler = (event: unknown, name: unknown, input: unknown) => unknown;
/** Where Electron keeps who answers: it has no public way to stand in between. */
type Handlers = { readonly _invokeHandlers: Map<string, Handler> };

/** From now on main answers one of its calls only when the promise's function is called: a slow disk, told apart from a fast one. */
export async function holdCall(app: ElectronApplication, held: string): Promise<() => Promise<void>> {
  const gate = await app.evaluateHandle(
    ({ ipcMain }, { channel, held }) => {
      const handlers = (ipcMain as unknown as Handlers)._invokeHandlers;
      const answer = handlers.get(channel);
      if (answer === undefined) throw new Error(`nobody answers ${channel}`);
      let open = () => {};
      const opened = new Promise<void>((resolve) => {
        open = resolve;
      });
      handlers.set(channel, async (event, name, input) => {
        if (name === held) await opened;
        return answer(event, name, input);
      });
      return {
        open: () => {
          handlers.set(channel, answer);
          open();
        },
      };
    },
    { channel: CALLS, held },
  );
  return () => gate.evaluate(({ open }) => open());
}

/** From now on one of main's calls fails. `times` says how often it did; `stop` ends that. */
export async function failCall(app: ElectronApplication, failing: string) {
  const handle = await app.evaluateHandle(
    ({ ipcMain }, { channel, failing }) => {
      const handlers = (ipcMain as unknown as Handlers)._invokeHandlers;
      const answer = handlers.get(channel);
      if (answer === undefined) throw new Error(`nobody answers ${channel}`);
      const state = { times: 0, stop: () => void handlers.set(channel, answer) };
      handlers.set(channel, (event, name, input) => {
        if (name !== failing) return answer(event, name, input);
        state.times++;
        throw new Error(`${failing} fails, as a test wants`);
      });
      return state;
    },
    { channel: CALLS, failing },
  );
  return {
    times: () => handle.evaluate(({ times }) => times),
    stop: () => handle.evaluate(({ stop }) => stop()),
  };
}
