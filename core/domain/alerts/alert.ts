import { z } from 'zod';

/**
 * What a library is warned of. Of a device: `silent` (no contact), `full` (its disk), `stale` (its packs are old), `crash-looping` (it
 * starts again and again). Of what the library publishes: `expiring` (its signatures run out, so that no device can take anything in). Of
 * what its devices sent: `set-aside` (the server does not count it).
 */
export const AlertKind = z.enum(['silent', 'full', 'stale', 'crash-looping', 'expiring', 'set-aside']);
export type AlertKind = z.infer<typeof AlertKind>;

/** What was found, with the one number that its sentence needs. */
export const AlertFinding = z.discriminatedUnion('kind', [
  /** `hours`: since the last contact; of opening where the hours of the branch are known. */
  z.strictObject({ kind: z.literal('silent'), hours: z.number(), ofOpening: z.boolean() }),
  z.strictObject({ kind: z.literal('full'), freeBytes: z.number() }),
  /** `version` 0: it shows none that was published. */
  z.strictObject({
    kind: z.literal('stale'),
    pack: z.string(),
    version: z.number(),
    newest: z.number(),
    days: z.number(),
  }),
  z.strictObject({ kind: z.literal('crash-looping'), startsPerHour: z.number() }),
  z.strictObject({ kind: z.literal('expiring'), role: z.string(), expires: z.iso.datetime() }),
  z.strictObject({ kind: z.literal('set-aside'), number: z.number() }),
]);
export type AlertFinding = z.infer<typeof AlertFinding>;
