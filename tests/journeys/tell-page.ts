import { EVENTS } from '../../core/contract/bridge.ts';
import type { KioskEvents } from '../../core/contract/ipc.ts';
import type { Kiosk } from './launch-kiosk.ts';

/** Tells a page something as main tells it: what would take another device, or a long time. */
export async function tellPage<Name extends keyof KioskEvents>(
  { app }: Pick<Kiosk, 'app'>,
  name: Name,
  detail: KioskEvents[Name],
): Promise<void> {
  await app.evaluate(
    ({ BrowserWindow }, [channel, event, told]) =>
      BrowserWindow.getAllWindows()[0]?.webContents.send(channel, event, told),
    [EVENTS, name, detail] as const,
  );
}
