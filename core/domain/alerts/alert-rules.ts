import { z } from 'zod';

const number = (most: number) => z.number().positive().max(most);

/** From when on a library is warned; what is left out is as it usually is. */
export const AlertRules = z.strictObject({
  /** Hours of opening without contact, where it is known when the branch is open. */
  silentOpenHours: number(1_000).default(8),
  /** Hours without contact, where it is not. A kiosk makes contact every six hours or so. */
  silentHours: number(10_000).default(24),
  /** Free bytes: an update of a large pack, and room for the stores. */
  freeBytes: number(1e15).default(500_000_000),
  /** Days for which a newer version has been there. */
  staleDays: number(1_000).default(7),
  /** Days before signatures run out. */
  expiryDays: number(1_000).default(14),
  /** Starts in an hour; once a day is usual. */
  startsPerHour: number(1_000).default(4),
});
export type AlertRules = z.infer<typeof AlertRules>;

/** As it is when nothing is said. */
export const USUAL_RULES: AlertRules = AlertRules.parse({});
