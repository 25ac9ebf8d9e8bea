import { z } from 'zod';
import { Article, ArticleText } from '../domain/article.ts';
import { CalendarDate } from '../domain/calendar-date-schema.ts';
import { Contact, ContactWords } from '../domain/contact.ts';
import { Flow } from '../domain/flow.ts';
import { FlowWords, LabelWords, TitleWords } from '../domain/flow-words.ts';
import { Id } from '../domain/id.ts';
import { Language } from '../domain/language.ts';
import { Parameters } from '../domain/parameter.ts';
import { Topic, TopicWords } from '../domain/topic.ts';
import { Trouble } from './about.ts';
import { PackId } from './repository/names.ts';

const inLanguages = <T extends z.ZodType>(words: T) => z.partialRecord(Language, words);

/** The topic that a page belongs to, with its names. */
export const TopicOnPage = z.strictObject({ topic: Topic, words: inLanguages(TopicWords) });
export type TopicOnPage = z.infer<typeof TopicOnPage>;

/** The home screen: the topics, the languages the content is complete in, and whether there is a service to find. */
export const HomePage = z.strictObject({
  languages: z.array(Language),
  fictional: z.boolean(),
  topics: z.array(TopicOnPage),
  directory: z.boolean(),
  troubles: z.array(Trouble),
});
export type HomePage = z.infer<typeof HomePage>;

/** A flow or an article in a list. `outdated`: its review day has passed. */
export const Entry = z.strictObject({
  kind: z.enum(['flow', 'article']),
  id: Id,
  picture: z.string(),
  outdated: z.boolean(),
  titles: inLanguages(z.strictObject({ title: z.string(), summary: z.string().optional() })),
});
export type Entry = z.infer<typeof Entry>;

/** A topic's page: its flows and articles, and how many services of the directory there are for it. */
export const TopicPage = z.strictObject({
  ...TopicOnPage.shape,
  entries: z.array(Entry),
  services: z.number().int().nonnegative(),
});
export type TopicPage = z.infer<typeof TopicPage>;

/** A contact with its words, as a page shows it. */
export const ContactOnPage = z.strictObject({
  id: Id,
  contact: Contact,
  words: inLanguages(ContactWords),
  outdated: z.boolean(),
});
export type ContactOnPage = z.infer<typeof ContactOnPage>;

/** What flows and articles share: the day, the parameters they use, whom they name, what they lead on to. */
const everyPage = {
  ...TopicOnPage.shape,
  today: CalendarDate,
  outdated: z.boolean(),
  parameters: Parameters,
  contacts: z.array(ContactOnPage),
  related: z.array(Entry),
};

/** A flow, whole: the renderer walks it without asking again. */
export const FlowPage = z.strictObject({
  ...everyPage,
  flow: Flow,
  texts: inLanguages(FlowWords),
  /** Steps and things to bring that flows of the pack share. */
  shared: inLanguages(z.strictObject({ steps: z.record(Id, TitleWords), bring: z.record(Id, LabelWords) })),
});
export type FlowPage = z.infer<typeof FlowPage>;

/** An article with all its texts, and the pack it stands in: its picture is of that pack. */
export const ArticlePage = z.strictObject({
  ...everyPage,
  pack: PackId,
  article: Article,
  texts: inLanguages(ArticleText),
});
export type ArticlePage = z.infer<typeof ArticlePage>;
