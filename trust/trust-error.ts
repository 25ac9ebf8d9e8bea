/** Something in a key file or repository is not as it must be. The message says what, where, and what to do next. */
export class TrustError extends Error {}
