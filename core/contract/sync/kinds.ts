/** What a detached signature can be of: `typ` of its header. */
export const BATCH_KIND = 'balie-batch';
export const ACKNOWLEDGEMENT_KIND = 'balie-acknowledgement';
export const PLAN_KIND = 'balie-plan';
export const HANDOVERS_KIND = 'balie-handovers';
export const HANDOVERS_ANSWER_KIND = 'balie-handovers-answer';
/** A refusal that a device is revoked. */
export const REVOCATION_KIND = 'balie-revocation';
export const PEOPLE_REQUEST_KIND = 'balie-people-request';
export const PEOPLE_KIND = 'balie-people';
export const PUBLICATION_REQUEST_KIND = 'balie-publication-request';
export const PUBLICATION_KIND = 'balie-publication';
/** Who signs acknowledgements, plans and revocations: `kid` of their header. */
export const SERVER_SIGNER = 'server';
