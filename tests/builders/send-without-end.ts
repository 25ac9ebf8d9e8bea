import type { Batch } from '../../core/contract/sync/batch.ts';
import type { aDevice } from './a-device.ts';

/** The items of each batch. */
export const ITEMS = 20;
const LANES = 4;
/** Between two tries. What asks more often takes the processor from the server that it waits for. */
const RETRY_MS = 100;

/** Sends batch after batch in a few lanes, each again until it is acknowledged. */
export function sendWithoutEnd(device: ReturnType<typeof aDevice>, address: string) {
  let done = 0;
  let going = true;
  const untilAcknowledged = async (batch: Batch) => {
    for (;;) {
      const answer = await device.send(address, batch).catch(() => undefined);
      if (answer?.status === 200) return device.acknowledged(answer).catch(() => undefined);
      await new Promise((resolve) => setTimeout(resolve, RETRY_MS));
    }
  };
  const lane = async () => {
    while (going) {
      const batch = device.batch(Array.from({ length: ITEMS }, () => device.item()));
      while ((await untilAcknowledged(batch)) === undefined);
      done += 1;
    }
  };
  const lanes = Promise.all(Array.from({ length: LANES }, lane));
  return {
    acknowledged: async (number: number) => {
      while (done < number) await new Promise((resolve) => setTimeout(resolve, 5));
    },
    /** So many items were sent and acknowledged, all together. */
    stop: async () => {
      going = false;
      await lanes;
      return done * ITEMS;
    },
  };
}
