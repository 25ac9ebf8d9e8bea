// Without a schema, so that a screen can know them without loading what checks it.

/** How many digits a PIN has. */
export const LEAST_DIGITS = 6;
export const MOST_DIGITS = 12;
