import { z } from 'zod';
import { Id } from '../domain/id.ts';
import { Language } from '../domain/language.ts';
import { MOST_TYPED } from '../domain/most-typed.ts';
import { TopicOnPage } from './pages.ts';

/** A question for the search: what somebody typed so far, and the language of the screen. */
export const SearchQuestion = z.strictObject({ text: z.string().max(MOST_TYPED), language: Language });
export type SearchQuestion = z.infer<typeof SearchQuestion>;

/** A text of which some words were asked for: from offset to offset (UTF-16 units, the end not included). */
export const MarkedText = z.strictObject({
  text: z.string(),
  marks: z.array(z.strictObject({ start: z.number().int().min(0), end: z.number().int().min(1) })),
});
export type MarkedText = z.infer<typeof MarkedText>;

/** Something that was found. */
export const SearchHit = z.strictObject({
  kind: z.enum(['flow', 'article', 'service']),
  id: z.string().min(1),
  topic: Id,
  picture: z.string(),
  /** Its review day has passed. */
  outdated: z.boolean(),
  /** The language of title and summary, and the one in which it was found. */
  language: Language,
  foundIn: Language,
  title: MarkedText,
  summary: MarkedText,
});
export type SearchHit = z.infer<typeof SearchHit>;

/** What a search gives. `nothingFound`: something was asked, and nothing answers it; then the nearest topics are there. */
export const SearchPage = z.strictObject({
  nothingFound: z.boolean(),
  /** Up to three, the best first. */
  best: z.array(SearchHit).max(3),
  /** The rest, by kind: the kind with the best hit first, and in each the best first. */
  groups: z.array(z.strictObject({ kind: SearchHit.shape.kind, hits: z.array(SearchHit).min(1) })),
  nearest: z.array(TopicOnPage),
});
export type SearchPage = z.infer<typeof SearchPage>;
