/** The day on which all tests are set, those of the real app and the bench too: all that is shipped is current then. */
export const TODAY = '2026-11-24';
