import type { Trouble } from '../../core/contract/about.ts';
import type {
  ArticlePage,
  ContactOnPage,
  Entry,
  FlowPage,
  HomePage,
  TopicOnPage,
  TopicPage,
} from '../../core/contract/pages.ts';
import type { CalendarDate } from '../../core/domain/calendar-date.ts';
import { parametersIn } from '../../core/domain/condition.ts';
import { rulesOf } from '../../core/domain/flow-edges.ts';
import type { Id } from '../../core/domain/id.ts';
import type { Parameters } from '../../core/domain/parameter.ts';
import { holesIn } from '../../core/domain/running-text.ts';
import type { ReadDb } from '../open.ts';
import { countValue, hasServices } from './directory/list-services.ts';
import {
  listEntries,
  listTopics,
  packOf,
  readArticle,
  readEntry,
  readFlow,
  readShared,
  type Shared,
  type Entry as StoredEntry,
} from './read-content.ts';

/** The home screen; without a pack it has no topics, and the screens say so. */
export function homePage(db: ReadDb | undefined, troubles: readonly Trouble[]): HomePage {
  const shared = db === undefined ? undefined : readShared(db);
  if (db === undefined || shared === undefined)
    return { languages: [], fictional: false, topics: [], directory: false, troubles: [...troubles] };
  const topics = listTopics(db).map((topic) => onPage(shared, topic));
  return {
    languages: shared.about.languages,
    fictional: shared.about.fictional,
    topics,
    directory: hasServices(db),
    troubles: [...troubles],
  };
}

/** The page of a topic; null when there is none of that id. */
export function topicPage(db: ReadDb, id: Id, today: CalendarDate): TopicPage | null {
  const shared = readShared(db);
  const topic = listTopics(db).find((each) => each.id === id);
  if (shared === undefined || topic === undefined) return null;
  const entries = (['flows', 'articles'] as const).flatMap((kind) =>
    listEntries(db, kind, id).map((entry) => listed(kind, entry, today)),
  );
  return { ...onPage(shared, topic), entries, services: countValue(db, 'topic', id) };
}

/** A flow with all that its screens need, so that walking it asks main nothing; null when there is none of that id. */
export function flowPage(db: ReadDb, id: Id, today: CalendarDate): FlowPage | null {
  const found = readFlow(db, id);
  const shared = readShared(db, { kind: 'flows', id });
  const topic = listTopics(db).find((each) => each.id === found?.flow.topic);
  if (found === undefined || shared === undefined || topic === undefined) return null;
  const { flow, words } = found;
  const outcomes = Object.values(flow.outcomes);
  const used = {
    steps: new Set(outcomes.flatMap(({ steps }) => steps)),
    bring: new Set(outcomes.flatMap(({ bring }) => bring)),
  };
  const common = mapValues(shared.words, (each) => ({
    steps: only(each.steps, used.steps),
    bring: only(each.bring, used.bring),
  }));
  const parameters = [
    ...rulesOf(flow).flatMap(({ rule }) => (rule.when === undefined ? [] : parametersIn(rule.when))),
    ...holesIn(JSON.stringify([words, common])),
  ];
  return {
    ...everyPage(db, shared, today, {
      parameters,
      contacts: outcomes.flatMap(({ contacts }) => contacts),
      flows: outcomes.flatMap(({ flows }) => flows),
      articles: outcomes.flatMap(({ articles }) => articles),
    }),
    ...onPage(shared, topic),
    outdated: flow.review_by < today,
    flow,
    texts: words,
    shared: common,
  };
}

/** An article; null when there is none of that id. */
export function articlePage(db: ReadDb, id: Id, today: CalendarDate): ArticlePage | null {
  const found = readArticle(db, id);
  const pack = packOf(db, 'articles', id);
  const shared = readShared(db, { kind: 'articles', id });
  const topic = listTopics(db).find((each) => each.id === found?.article.topic);
  if (found === undefined || pack === undefined || shared === undefined || topic === undefined) return null;
  const { article, texts } = found;
  return {
    ...everyPage(db, shared, today, { ...article, parameters: holesIn(JSON.stringify(texts)) }),
    ...onPage(shared, topic),
    outdated: article.review_by < today,
    pack,
    article,
    texts,
  };
}

type Used = {
  readonly parameters: readonly string[];
  readonly contacts: readonly Id[];
  readonly flows: readonly Id[];
  readonly articles: readonly Id[];
};

function everyPage(db: ReadDb, shared: Shared, today: CalendarDate, used: Used) {
  const related = (['flows', 'articles'] as const).flatMap((kind) =>
    [...new Set(used[kind])].flatMap((id) => {
      const entry = readEntry(db, kind, id);
      return entry === undefined ? [] : [listed(kind, entry, today)];
    }),
  );
  const contacts = contactsOnPage(shared, used.contacts, today);
  const needed = new Set([
    ...used.parameters,
    ...holesIn(JSON.stringify(contacts.map(({ words }) => words))),
  ]);
  const parameters = only(shared.parameters as Record<string, Parameters[string]>, needed);
  return { today, parameters, contacts, related };
}

function contactsOnPage(shared: Shared, ids: readonly Id[], today: CalendarDate): ContactOnPage[] {
  return [...new Set(ids)].flatMap((id) => {
    const contact = own(shared.contacts, id);
    if (contact === undefined) return [];
    const words = mapValues(shared.words, (each) => own(each.contacts, id));
    return [{ id, contact, words: present(words), outdated: contact.review_by < today }];
  });
}

function onPage(shared: Shared, topic: TopicOnPage['topic']): TopicOnPage {
  return { topic, words: present(mapValues(shared.words, (each) => own(each.topics, topic.id))) };
}

function listed(kind: 'flows' | 'articles', entry: StoredEntry, today: CalendarDate): Entry {
  return {
    kind: kind === 'flows' ? 'flow' : 'article',
    id: entry.id,
    picture: entry.picture,
    outdated: entry.review_by < today,
    titles: entry.titles,
  };
}

function only<T>(values: Readonly<Record<string, T>>, wanted: ReadonlySet<string>): Record<string, T> {
  return Object.fromEntries(Object.entries(values).filter(([key]) => wanted.has(key)));
}

/** What a record holds under a name itself: "constructor" is a good name for a topic, and every object has one. */
function own<T>(values: Readonly<Record<string, T>>, name: string): T | undefined {
  return Object.hasOwn(values, name) ? values[name] : undefined;
}

function mapValues<T, R>(values: Readonly<Record<string, T>>, change: (value: T) => R): Record<string, R> {
  return Object.fromEntries(Object.entries(values).map(([key, value]) => [key, change(value)]));
}

function present<T>(values: Readonly<Record<string, T | undefined>>): Record<string, T> {
  return Object.fromEntries(
    Object.entries(values).filter((entry): entry is [string, T] => entry[1] !== undefined),
  );
}
