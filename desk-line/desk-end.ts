import type { DeviceKey } from '../core/contract/sync/device.ts';
import type { DeskWord } from '../core/domain/desk/help-asking.ts';
import type { PlaceNumber } from '../core/domain/desk/help-request.ts';
import { deviceKeyOf } from '../trust/jws/device-key.ts';
import { announceDesk } from './announce-desk.ts';
import { type DeskPlan, serveDesk } from './serve-desk.ts';

/** The whole of a desk's end: it can be found, and reached. */
export type DeskEnd = {
  readonly press: (request: string, word: DeskWord) => void;
  readonly port: number;
  readonly settle: (kiosks: ReadonlySet<DeviceKey>, number: PlaceNumber | null) => void;
  readonly close: () => Promise<void>;
};

/** Opens it. Rejects with the error of the system when no port can be had. */
export async function openDeskEnd(plan: DeskPlan): Promise<DeskEnd> {
  const line = await serveDesk(plan);
  const hush = announceDesk(deviceKeyOf(plan.key), line.port);
  return {
    port: line.port,
    press: line.press,
    settle: line.settle,
    close: () => {
      hush();
      return line.close();
    },
  };
}
