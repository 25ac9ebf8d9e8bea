import { EVENTS } from '../../core/contract/bridge.ts';
import type { EventName, KioskEvents } from '../../core/contract/ipc.ts';

/** Tells a page that something happened. A page that is gone hears nothing. */
export function emit<N extends EventName>(
  page: Electron.WebContents | undefined,
  event: N,
  detail: KioskEvents[N],
): void {
  if (page !== undefined && !page.isDestroyed()) page.send(EVENTS, event, detail);
}
