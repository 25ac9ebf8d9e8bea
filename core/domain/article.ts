import { z } from 'zod';
import { CalendarDate } from './calendar-date-schema.ts';
import { Id } from './id.ts';
import { Source } from './parameter.ts';
import { Picture } from './picture.ts';

/** A page to read: what it is about and where its facts come from. The text stands in one file a language. */
export const Article = z.strictObject({
  id: Id,
  topic: Id,
  picture: Picture,
  review_by: CalendarDate,
  sources: z.array(Source).min(1),
  /** A picture from `media/`, with its description in the text files. */
  image: z.string().optional(),
  contacts: z.array(Id).max(4).default([]),
  articles: z.array(Id).max(4).default([]),
  flows: z.array(Id).max(3).default([]),
});
export type Article = z.infer<typeof Article>;

/** A stretch of text, strong or not. */
export const Run = z.strictObject({ text: z.string(), strong: z.boolean().optional() });
export type Run = z.infer<typeof Run>;

/** What an article is built of. There is no raw HTML and no link: a kiosk has nowhere to go. */
export const Block = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('heading'), runs: z.array(Run), line: z.number().int() }),
  z.strictObject({ kind: z.literal('paragraph'), runs: z.array(Run), line: z.number().int() }),
  z.strictObject({
    kind: z.literal('list'),
    ordered: z.boolean(),
    items: z.array(z.strictObject({ runs: z.array(Run), line: z.number().int() })),
  }),
]);
export type Block = z.infer<typeof Block>;

/** An article in one language: `# title`, then a first paragraph that says it all, then the rest. */
export const ArticleText = z.strictObject({
  title: z.string().min(1).max(70),
  lead: z.array(Run).min(1),
  blocks: z.array(Block),
  /** Describes the picture of the article for those who do not see it. */
  alt: z.string().optional(),
});
export type ArticleText = z.infer<typeof ArticleText>;
