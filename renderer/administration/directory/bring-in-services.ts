import { DIRECTORY_ROUTES } from '../../../core/contract/administration/directory.ts';
import { AskError, type AskFault, ask } from '../api/ask.ts';

/** What is about one service, and says nothing of the next one. */
const OF_ONE: ReadonlySet<AskFault> = new Set(['too-large', 'bad-request']);

/** How many services came in, how many are of no use, and why the others were not sent, if so. */
type BroughtIn = {
  readonly count: number;
  readonly left: number;
  readonly fault?: AskFault;
};

/** Brings services in, one after another: one that the server refuses holds none of the others up. */
export async function bringInServices(services: readonly Record<string, unknown>[]): Promise<BroughtIn> {
  let [count, left] = [0, 0];
  for (const service of services)
    try {
      if ((await ask(DIRECTORY_ROUTES.bringIn, { body: { service } })).taken) count++;
      else left++;
    } catch (error) {
      const fault = error instanceof AskError ? error.fault : 'unavailable';
      if (!OF_ONE.has(fault)) return { count, left, fault };
      left++;
    }
  return { count, left };
}
