import { z } from 'zod';

/** Versions fit in 31 bits, in every store and language. How high one may be at a time, says `version-limit.ts`. */
export const MOST_VERSION = 2_147_483_647;

/** The version of a pack: a whole number that goes up with every publication. */
export const PackVersion = z.number().int().min(1).max(MOST_VERSION);
