const DAY_MS = 24 * 3_600_000;

/**
 * Starts that were told of in one contact, as so many in a day: they happened since the contact before, `sinceMs` milliseconds ago, which
 * is a week for a kiosk of a library that was closed. Within a day they all count.
 */
export function startsADay(starts: number, sinceMs: number): number {
  return (starts * DAY_MS) / Math.max(DAY_MS, sinceMs);
}
