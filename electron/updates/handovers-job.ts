import { exchangeHandovers } from '../../updates/handovers/exchange-handovers.ts';
import { SyncError } from '../../updates/outbox/sync-error.ts';
import { inOpsStore, type OpsPlaces } from './in-ops-store.ts';
import type { Spoken } from './server-line.ts';

/** What main asks of the process that tells the server of handovers alone. */
export type HandoversRequest = OpsPlaces & { readonly job: 'handovers' };

/**
 * Tells the server of handovers, and hears how far they are. Nothing else that waits goes with it: a question that was logged a moment
 * before would come to the server at the very moment at which its visitor was there, and counts say no more than the hour. What fails is
 * told, not thrown, and not written down as how the last contact went: this is none.
 */
export function tellHandovers(request: HandoversRequest): Promise<Spoken> {
  return inOpsStore(request, async (db): Promise<Spoken> => {
    try {
      await exchangeHandovers(db, request.dataDir, () => new Date());
    } catch (error) {
      if (!(error instanceof SyncError)) throw error;
      // A server that knows no handovers yet is told none.
      if (error.fault !== 'not-found') return { ok: false, fault: error.fault, message: error.message };
    }
    return { ok: true };
  });
}
