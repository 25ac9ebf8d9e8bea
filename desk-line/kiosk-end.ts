import type { DeviceKey } from '../core/contract/sync/device.ts';
import type { HelpRequest, PlaceNumber } from '../core/domain/desk/help-request.ts';
import { askDesks, type KioskPlan } from './ask-desks.ts';
import { findDesks } from './find-desks.ts';

/** The whole of a kiosk's end: it finds its desks, and asks them. */
export type KioskEnd = {
  readonly ask: (request: HelpRequest) => void;
  readonly withdraw: () => void;
  readonly settle: (desks: ReadonlySet<DeviceKey>, number: PlaceNumber | null) => void;
  readonly close: () => Promise<void>;
};

/** Opens it. Networks that are not there yet are joined when they come. */
export function openKioskEnd(plan: KioskPlan): KioskEnd {
  const line = askDesks(plan);
  const finder = findDesks(plan.desks, line.isLooking, line.heardOf);
  return {
    ask: (request) => {
      line.ask(request);
      if (line.isLooking()) finder.look();
    },
    withdraw: line.withdraw,
    settle: (desks, number) => {
      line.settle(desks, number);
      finder.settle(desks);
    },
    close: () => {
      finder.close();
      return line.close();
    },
  };
}
