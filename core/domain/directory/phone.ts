import { z } from 'zod';
import { Attributes } from './attribute.ts';
import { Code, HsdsId, Name, Text } from './hsds-values.ts';

/** HSDS language: one that is spoken there. */
export const SpokenLanguage = z.strictObject({
  id: HsdsId,
  name: Name.optional(),
  /** ISO 639-1 or 639-3. */
  code: z
    .string()
    .regex(/^[a-z]{2,3}$/, 'is no language code of two or three letters')
    .optional(),
  note: Text.optional(),
  attributes: Attributes,
});
export type SpokenLanguage = z.infer<typeof SpokenLanguage>;

/** HSDS phone. */
export const Phone = z.strictObject({
  id: HsdsId,
  number: z.string().regex(/^[+(\d][\d\s()./-]{1,39}$/, 'is no telephone number'),
  extension: z.number().int().nonnegative().optional(),
  type: Code.optional(),
  description: Text.optional(),
  languages: z.array(SpokenLanguage).optional(),
  attributes: Attributes,
});
export type Phone = z.infer<typeof Phone>;
