import { z } from 'zod';

/**
 * The name of a thing inside a pack: lower-case words joined by hyphens, at most 80 characters.
 * The same rule for every kind of thing, so an author learns it once. Figures alone are no name: JavaScript puts such
 * keys before all others, and the order in the file is the order on the screen.
 */
export const Id = z
  .string()
  .max(80)
  .regex(
    /^(?!\d+$)[a-z0-9]+(-[a-z0-9]+)*$/,
    'use lower-case letters, and next to those digits and single hyphens, as in "hoe-oud-bent-u"',
  );
export type Id = z.infer<typeof Id>;
