/** So many wrong PINs in a row are forgiven: a finger slips. */
export const FREE_TRIES = 5;
const FIRST_MS = 60_000;
/** Not longer, so that whoever makes fun of a kiosk does not lock its admin out for a day; and six guesses a day lead nowhere. */
const LONGEST_MS = 4 * 60 * 60_000;

/**
 * How many milliseconds no PIN is taken after so many wrong ones in a row: none for the first four, then a minute, and twice as long
 * for each one more, up to four hours.
 */
export function lockOutMs(failures: number): number {
  return failures < FREE_TRIES ? 0 : Math.min(LONGEST_MS, FIRST_MS * 2 ** (failures - FREE_TRIES));
}

/** How many tries are left before the next lock-out: after the first one, one at a time. */
export function triesLeft(failures: number): number {
  return Math.max(1, FREE_TRIES - failures);
}
