const MINUTE_MS = 60_000;
/** Between two looks at the repository when all goes well. */
const USUAL_MS = 6 * 60 * MINUTE_MS;
const FIRST_RETRY_MS = 5 * MINUTE_MS;
/** After a start the kiosk itself comes first. */
const AFTER_START_MS = 4 * MINUTE_MS;
/** Kiosks that are switched on at the same moment shall not ask at the same moment: each waits up to so much longer or shorter. */
const JITTER = 0.25;

/**
 * How many milliseconds to wait before the next look at the repository. `failures`: how often in a row it came to nothing, or
 * undefined when it was not looked at since the start. `random` from 0 to 1. Each failure doubles the wait, up to the usual one.
 */
export function untilNextSync(failures: number | undefined, random: number): number {
  const wait =
    failures === undefined
      ? AFTER_START_MS
      : failures === 0
        ? USUAL_MS
        : Math.min(USUAL_MS, FIRST_RETRY_MS * 2 ** (failures - 1));
  return Math.round(wait * (1 + JITTER * (2 * random - 1)));
}
