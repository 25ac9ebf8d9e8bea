/** How a device fares, as far as it is known. Times in milliseconds since 1970. */
export type DeviceFare = {
  readonly lastContact: number | undefined;
  readonly clockSkewMs: number | null;
  readonly backlog: number | null;
  readonly freeBytes: number | null;
  /** In the last 24 hours. */
  readonly starts: number;
};

/** What somebody should look at. */
export type DeviceConcern = 'silent' | 'falling-over' | 'full' | 'backlog' | 'clock';

const HOUR_MS = 3_600_000;
/** A closed weekend with a bank holiday is shorter. */
const SILENT_MS = 96 * HOUR_MS;
/** A kiosk starts once a day, and again after an update. */
const MOST_STARTS = 6;
/** A new version of a large pack still goes in. */
const LEAST_BYTES = 1_000_000_000;
/** Some days of a busy kiosk: by then it does not get through. */
const MOST_BACKLOG = 2_000;
/** Counts would come in the wrong hour. */
const MOST_SKEW_MS = 5 * 60_000;

/** What is wrong with a device, worst first; nothing when all is well. One that never called is not silent: it is new. */
export function deviceConcerns(fare: DeviceFare, now: number): DeviceConcern[] {
  const { lastContact, clockSkewMs, backlog, freeBytes, starts } = fare;
  const found: readonly [DeviceConcern, boolean][] = [
    ['silent', lastContact !== undefined && now - lastContact > SILENT_MS],
    ['falling-over', starts > MOST_STARTS],
    ['full', freeBytes !== null && freeBytes < LEAST_BYTES],
    ['backlog', (backlog ?? 0) > MOST_BACKLOG],
    ['clock', Math.abs(clockSkewMs ?? 0) > MOST_SKEW_MS],
  ];
  return found.flatMap(([concern, there]) => (there ? [concern] : []));
}
