import { z } from 'zod';

/** A language by its BCP 47 code, in the short form that packs use: `nl`, `en`, `ar`. */
export const Language = z
  .string()
  .regex(/^[a-z]{2,3}$/, 'use a language code of two or three letters, as in "nl"');
export type Language = z.infer<typeof Language>;
