/** Anybody on the network can knock as often as it likes: the log has one line of that in so long. Milliseconds. */
const LEAST_MS = 60_000;

/** Strangers that were turned away, counted. */
export type StrangersNoted = {
  /** One more. `now`: milliseconds that only rise. */
  readonly turnedAway: (now: number) => void;
  /** Notes those of whom nothing was said yet, when it is time: to be called now and then. */
  readonly tidy: (now: number) => void;
};

/** Tells of strangers at most once a minute: the first one at once, those after it as a number. */
export function noteStrangers(note: (what: string) => void): StrangersNoted {
  let unsaid = 0;
  let saidAt = Number.NEGATIVE_INFINITY;
  const tidy = (now: number) => {
    if (unsaid === 0 || now - saidAt < LEAST_MS) return;
    note(unsaid === 1 ? 'a stranger was turned away' : `${unsaid} strangers were turned away`);
    unsaid = 0;
    saidAt = now;
  };
  return {
    turnedAway: (now) => {
      unsaid++;
      tidy(now);
    },
    tidy,
  };
}
