import { z } from 'zod';
import { Answers } from '../domain/condition-schema.ts';
import { HsdsId } from '../domain/directory/hsds-values.ts';
import { Id } from '../domain/id.ts';
import { Language } from '../domain/language.ts';

/** What to make a slip of. A page names it; what stands on the slip, main looks up itself. */
export const SlipOf = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('outcome'), flow: Id, answers: Answers }),
  z.strictObject({ kind: z.literal('article'), article: Id }),
  z.strictObject({ kind: z.literal('service'), service: HsdsId }),
]);
export type SlipOf = z.infer<typeof SlipOf>;

/** A slip in a language. */
export const SlipWanted = z.strictObject({ of: SlipOf, language: Language });
export type SlipWanted = z.infer<typeof SlipWanted>;

/** A sheet, or the roll of a receipt printer. */
export const Paper = z.enum(['a4', 'receipt']);

/** What can be printed on here, and whether it can be now. */
export const PaperAtHand = z.strictObject({ paper: Paper, ready: z.boolean() });
export type PaperAtHand = z.infer<typeof PaperAtHand>;

/** What came of printing. Whatever it is, nothing is left in a queue. */
export const PrintResult = z.enum([
  'printed',
  'no-printer',
  'paper-out',
  'printer-stopped',
  'cancelled',
  'failed',
]);
export type PrintResult = z.infer<typeof PrintResult>;
