/** What a detached signature can be of: `typ` of its header. */
export const BATCH_KIND = 'balie-batch';
export const ACKNOWLEDGEMENT_KIND = 'balie-acknowledgement';
/** Who signs acknowledgements: `kid` of their header. */
export const SERVER_SIGNER = 'server';
