import { z } from 'zod';
import { PackId } from '../contract/repository/names.ts';
import { PackVersion } from '../contract/repository/pack-version.ts';
import { Article, ArticleText } from './article.ts';
import { Contacts, ContactWords } from './contact.ts';
import { Flow, FlowCases } from './flow.ts';
import { FlowWords, LabelWords, TitleWords } from './flow-words.ts';
import { Id } from './id.ts';
import { Language } from './language.ts';
import { Parameters } from './parameter.ts';
import { Synonyms } from './synonyms.ts';
import { Topics, TopicWords } from './topic.ts';

/** More languages than any library reads: whoever asks for all of a pack's at once asks for no more. */
export const MOST_LANGUAGES = 50;

/** pack.yaml: who made this pack, in which languages, and which version it is. */
export const PackAbout = z.strictObject({
  /** Also its name in a repository, which is why not every id will do. */
  id: PackId,
  title: z.string().min(1).max(80),
  /** A whole number that goes up with every publication. */
  version: PackVersion,
  publisher: z.string().min(1),
  languages: z.array(Language).min(1).max(MOST_LANGUAGES),
  licence: z.string().min(1),
  /** Where a reader can report a mistake. */
  contact: z.string().min(1),
  /** Demonstration content says so, here and on the screen. */
  fictional: z.boolean().default(false),
});
export type PackAbout = z.infer<typeof PackAbout>;

/** words.LANGUAGE.yaml at the top of a pack: the names of topics and contacts, and words that flows share. */
export const PackWords = z.strictObject({
  topics: z.record(Id, TopicWords),
  contacts: z.record(Id, ContactWords).default({}),
  steps: z.record(Id, TitleWords).default({}),
  bring: z.record(Id, LabelWords).default({}),
});
export type PackWords = z.infer<typeof PackWords>;

/** A flow with its words by language and its cases. */
export const FlowInPack = z.strictObject({
  flow: Flow,
  words: z.record(Language, FlowWords),
  cases: FlowCases,
});
export type FlowInPack = z.infer<typeof FlowInPack>;

/** An article with its text by language. */
export const ArticleInPack = z.strictObject({ article: Article, texts: z.record(Language, ArticleText) });
export type ArticleInPack = z.infer<typeof ArticleInPack>;

/** A media file of the pack, by its path under `media/`. */
export const Media = z.strictObject({
  path: z.string(),
  type: z.enum(['image/png', 'image/jpeg']),
  bytes: z.number().int().min(1),
});
export type Media = z.infer<typeof Media>;

/** A whole pack, checked and put together: what is stored and shown. */
export const Pack = z.strictObject({
  about: PackAbout,
  topics: Topics,
  words: z.record(Language, PackWords),
  parameters: Parameters,
  contacts: Contacts,
  synonyms: Synonyms,
  flows: z.array(FlowInPack),
  articles: z.array(ArticleInPack),
  media: z.array(Media),
});
export type Pack = z.infer<typeof Pack>;
