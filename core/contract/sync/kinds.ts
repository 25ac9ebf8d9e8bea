/** What a detached signature can be of: `typ` of its header. */
export const BATCH_KIND = 'balie-batch';
export const ACKNOWLEDGEMENT_KIND = 'balie-acknowledgement';
export const PLAN_KIND = 'balie-plan';
/** Who signs acknowledgements and plans: `kid` of their header. */
export const SERVER_SIGNER = 'server';
