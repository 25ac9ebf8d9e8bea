import { z } from 'zod';
import { Language } from './language.ts';

const Said = z.string().trim().min(1).max(60);

/** Whoever says one of these, looks for one of those. It does not hold the other way round. */
export const SynonymRule = z.strictObject({
  /** Words, or words that stand together in a question in any order, as in "geen werk". */
  say: z.array(Said).min(1).max(60),
  /** What stands in the pages that answer it. */
  find: z.array(Said).min(1).max(12),
});
export type SynonymRule = z.infer<typeof SynonymRule>;

/** synonyms.yaml: how people really say it, by language. */
export const Synonyms = z.record(Language, z.array(SynonymRule));
export type Synonyms = z.infer<typeof Synonyms>;
