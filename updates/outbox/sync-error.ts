import type { Refusal } from '../../core/contract/sync/batch.ts';

/** Why it came to nothing: what the server said, or that nothing that a server says came back. */
export type SyncFault = Refusal['why'] | 'unreachable' | 'not-the-server' | 'no-key';

/** Telling the server something came to nothing. The message is for whoever looks after the kiosk. */
export class SyncError extends Error {
  readonly fault: SyncFault;

  constructor(fault: SyncFault, message: string) {
    super(message);
    this.fault = fault;
  }
}
