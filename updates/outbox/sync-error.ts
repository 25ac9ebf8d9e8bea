import type { Refusal } from '../../core/contract/sync/batch.ts';
import type { CertificateFault } from '../source/certificate-fault.ts';

/** What a server answers: the bytes, and the signature over them, empty when there is none. */
export type Posted = { readonly body: Buffer; readonly signature: string };

/** Why it came to nothing: what the server said, or that nothing that a server says came back. */
export type SyncFault = Refusal['why'] | 'unreachable' | CertificateFault | 'not-the-server' | 'no-key';

/** Telling the server something came to nothing. The message is for whoever looks after the kiosk. */
export class SyncError extends Error {
  readonly fault: SyncFault;
  /** What the server said, as it came: a refusal that ends something has to be signed. */
  readonly answer: Posted | undefined;

  constructor(fault: SyncFault, message: string, answer?: Posted) {
    super(message);
    this.fault = fault;
    this.answer = answer;
  }
}
