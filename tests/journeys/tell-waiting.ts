import { EVENTS } from '../../core/contract/bridge.ts';
import type { KioskEvents } from '../../core/contract/ipc.ts';
import type { Kiosk } from './launch-kiosk.ts';

/** Tells the page of a desk which screens wait, as main tells it: more than a test has kiosks for. It rings when somebody waits. */
export async function tellWaiting(
  { app }: Kiosk,
  waiting: KioskEvents['help:changed']['waiting'],
): Promise<void> {
  await app.evaluate(
    ({ BrowserWindow }, { channel, detail }) =>
      BrowserWindow.getAllWindows()[0]?.webContents.send(channel, 'help:changed', detail),
    { channel: EVENTS, detail: { waiting, rings: waiting.length > 0 } },
  );
}
