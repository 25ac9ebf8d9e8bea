import { HEARD_AGAIN_WITHIN_MS } from '../sync-schedule.ts';

/** When a server, or its store, was away, in milliseconds since 1970: no device could be heard. */
export type Away = { readonly from: number; readonly until: number };

/** A shorter break than this leaves a device the rest of the hours in which it would have been heard. */
const AWAY_MS = 3_600_000;

/** Was a server away until `now`, when it looks at its devices? `looked`: when it, or another instance, looked before. */
export function awayBetween(looked: number | undefined, now: number): Away | undefined {
  return looked === undefined || now - looked < AWAY_MS ? undefined : { from: looked, until: now };
}

/**
 * The times from one instant to another in which a device could be heard, all others left out: those at which the server was `away`, oldest
 * first, and after each of them as long as devices need to be back.
 */
export function heardTimes(from: number, to: number, away: readonly Away[]): Away[] {
  const times: Away[] = [];
  let begun = from;
  for (const each of away) {
    times.push({ from: begun, until: Math.min(to, each.from) });
    begun = Math.max(begun, each.until + HEARD_AGAIN_WITHIN_MS);
  }
  return [...times, { from: begun, until: to }].filter((each) => each.from < each.until);
}
