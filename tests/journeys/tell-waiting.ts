import type { KioskEvents } from '../../core/contract/ipc.ts';
import type { Kiosk } from './launch-kiosk.ts';
import { tellPage } from './tell-page.ts';

/** Tells the page of a desk which screens wait: more than a test has kiosks for. It rings when somebody waits. */
export function tellWaiting(kiosk: Kiosk, waiting: KioskEvents['help:changed']['waiting']): Promise<void> {
  return tellPage(kiosk, 'help:changed', { waiting, promised: [], rings: waiting.length > 0 });
}
