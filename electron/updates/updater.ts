import { type EnrolRequest, enrolHere } from './enrol-job.ts';
import { type FactoryRequest, installFactory } from './factory-job.ts';
import { type HandoversRequest, tellHandovers } from './handovers-job.ts';
import { lookForUpdates, type UpdaterRequest } from './look-job.ts';
import { type OutboxRequest, tellServer } from './outbox-job.ts';
import { type ScrubRequest, scrubStore } from './scrub-job.ts';

// A process of its own: what comes from outside is read here, and the screens do not feel it.
process.parentPort.once('message', async ({ data }) => {
  process.parentPort.postMessage(await answer(data as AnyRequest));
  process.exit(0);
});

/** All that this process can be asked. */
export type AnyRequest =
  | UpdaterRequest
  | ScrubRequest
  | OutboxRequest
  | HandoversRequest
  | EnrolRequest
  | FactoryRequest;

async function answer(request: AnyRequest): Promise<unknown> {
  if (!('job' in request)) return lookForUpdates(request);
  switch (request.job) {
    case 'outbox':
      return tellServer(request);
    case 'handovers':
      return tellHandovers(request);
    case 'enrol':
      return enrolHere(request);
    case 'factory':
      return installFactory(request);
    default:
      return scrubStore(request, (told) => process.parentPort.postMessage({ told }));
  }
}
