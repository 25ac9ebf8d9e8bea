import { z } from 'zod';

/** What became of a text that was to be said: its sound, or why there is none. */
export const Spoken = z.discriminatedUnion('kind', [
  /** One channel, 16 bits a sample with the low byte first, `rate` samples a second. */
  z.strictObject({
    kind: z.literal('sound'),
    rate: z.number().int().positive(),
    samples: z.instanceof(Uint8Array),
  }),
  z.strictObject({ kind: z.literal('no-voice') }),
  z.strictObject({ kind: z.literal('nothing') }),
  z.strictObject({ kind: z.literal('failed') }),
]);
export type Spoken = z.infer<typeof Spoken>;
