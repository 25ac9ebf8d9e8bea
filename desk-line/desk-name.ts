import { createHash } from 'node:crypto';
import { HELP_SERVICE } from '../core/contract/desk/help-line.ts';
import type { DeviceKey } from '../core/contract/sync/device.ts';

/**
 * The name under which a desk announces itself: of its key, so that a kiosk looks only at announcements of its own desks, and nobody else
 * reads in it whose desk it is. Nothing is proven by it: anybody can say a name.
 */
export function deskName(desk: DeviceKey): string {
  return `${createHash('sha256').update(`balie desk\n${desk}`).digest('hex').slice(0, 20)}.${HELP_SERVICE}`;
}
