import { CHANNELS, type ChannelName } from '../../core/contract/ipc.ts';
import type { CalendarDate } from '../../core/domain/calendar-date.ts';
import { articlePage, flowPage, homePage, topicPage } from '../../db/content/pages.ts';
import { searchPage } from '../../db/content/search-page.ts';
import type { ReadDb } from '../../db/open.ts';

type Answer = (db: ReadDb, input: never, today: CalendarDate) => unknown;
const answering = <N extends ChannelName>(
  channel: N,
  answer: (db: ReadDb, input: (typeof CHANNELS)[N]['input']['_output'], today: CalendarDate) => unknown,
) => [channel, answer as Answer] as const;

/** What the screens of visitors ask of the content; all else that they ask belongs to a kiosk. */
const ANSWERS: ReadonlyMap<string, Answer> = new Map([
  answering('content:home', (db) => homePage(db, [])),
  answering('content:topic', (db, { topic }, today) => topicPage(db, topic, today)),
  answering('content:flow', (db, { flow }, today) => flowPage(db, flow, today)),
  answering('content:article', (db, { article }, today) => articlePage(db, article, today)),
  answering('content:search', (db, question, today) => searchPage(db, question, today)),
]);

/** Answers a question of the screens out of a version, as main does on a kiosk; undefined when it is none about the content. */
export function answerScreens(
  db: ReadDb,
  channel: string,
  input: unknown,
  today: CalendarDate,
): { readonly answer: unknown } | undefined {
  const answer = ANSWERS.get(channel);
  if (answer === undefined) return undefined;
  const asked = CHANNELS[channel as ChannelName].input.safeParse(input);
  return asked.success ? { answer: answer(db, asked.data as never, today) } : undefined;
}
