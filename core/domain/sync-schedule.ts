const MINUTE_MS = 60_000;
/** Between two looks at the repository when all goes well. */
const USUAL_MS = 6 * 60 * MINUTE_MS;
const FIRST_RETRY_MS = 5 * MINUTE_MS;
/** A server that is put out every night hears all its devices within an hour of the day, jitter and all: what it does once they were heard gets done. */
const MOST_CONTACT_RETRY_MS = 48 * MINUTE_MS;
/** After a start the kiosk itself comes first. */
const AFTER_START_MS = 4 * MINUTE_MS;
/** But not so long that a kiosk which dies again and again never comes to it. */
const SOONEST_MS = 5_000;
/** Kiosks that are switched on at the same moment shall not ask at the same moment: each waits up to so much longer or shorter. */
const JITTER = 0.25;

/** Devices that are on make contact within so long after a server was away: the longest wait, and time for a try that is slow or fails. */
export const HEARD_AGAIN_WITHIN_MS = MOST_CONTACT_RETRY_MS * (1 + JITTER) + 15 * MINUTE_MS;

/**
 * How many milliseconds to wait before the next look at the repository. `failures`: how often in a row it came to nothing, or
 * undefined when it was not looked at since the start. `random` from 0 to 1. Each failure doubles the wait, up to the usual one.
 * `starts`: how often the program started since the server heard of it, this time included. Each of those before halves the wait after
 * a start: whatever ended the program before it came to that, the server learns of it in the end.
 */
export function untilNextSync(failures: number | undefined, random: number, starts = 1): number {
  return untilNext(failures, random, starts, USUAL_MS);
}

/** The same before the next contact with the server, which costs little: after failures it is tried once an hour at least. */
export function untilNextContact(failures: number | undefined, random: number, starts = 1): number {
  return untilNext(failures, random, starts, MOST_CONTACT_RETRY_MS);
}

/** Somebody stands at the partner with a code, or waits at the desk: a minute, and so many after more than one failure in a row. */
const HANDOVERS_MINUTES = [1, 1, 2, 5, 10] as const;

/**
 * How many milliseconds to wait before the server is told of handovers again, or asked how far they are, and of nothing else. `failures` in a
 * row make it longer, up to ten minutes; `random` from 0 to 1.
 */
export function untilNextHandovers(failures: number, random: number): number {
  return spread((HANDOVERS_MINUTES[failures] ?? 10) * MINUTE_MS, random);
}

function untilNext(
  failures: number | undefined,
  random: number,
  starts: number,
  mostRetryMs: number,
): number {
  const wait =
    failures === undefined
      ? Math.max(SOONEST_MS, AFTER_START_MS / 2 ** Math.max(0, starts - 1))
      : failures === 0
        ? USUAL_MS
        : Math.min(mostRetryMs, FIRST_RETRY_MS * 2 ** (failures - 1));
  return spread(wait, random);
}

function spread(wait: number, random: number): number {
  return Math.round(wait * (1 + JITTER * (2 * random - 1)));
}
