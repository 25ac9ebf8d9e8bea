import { contextBridge, ipcRenderer } from 'electron';
import type { About } from '../core/contract/about.ts';
import { type Bridge, CALLS, EVENTS } from '../core/contract/bridge.ts';
import type { KioskEvents } from '../core/contract/ipc.ts';

const ABOUT = '--balie-about=';

const about = JSON.parse(
  process.argv.find((argument) => argument.startsWith(ABOUT))?.slice(ABOUT.length) ?? 'null',
) as About;

const bridge: Bridge = {
  about,
  invoke: (channel, input) => ipcRenderer.invoke(CALLS, channel, input),
  on: (event, hear) => {
    const listener = (_: unknown, name: string, detail: unknown) => {
      if (name === event) hear(detail as KioskEvents[typeof event]);
    };
    ipcRenderer.on(EVENTS, listener);
    return () => void ipcRenderer.off(EVENTS, listener);
  },
};

contextBridge.exposeInMainWorld('balie', bridge);
