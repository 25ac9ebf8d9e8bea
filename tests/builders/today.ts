/** The day on which all tests are set. */
export const TODAY = '2026-11-24';
