/** What a detached signature can be of: `typ` of its header. */
export const BATCH_KIND = 'balie-batch';
export const ACKNOWLEDGEMENT_KIND = 'balie-acknowledgement';
/** A refusal that a device is revoked. */
export const REVOCATION_KIND = 'balie-revocation';
/** Who signs acknowledgements and revocations: `kid` of their header. */
export const SERVER_SIGNER = 'server';
