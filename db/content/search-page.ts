import type { MarkedText, SearchHit, SearchPage, SearchQuestion } from '../../core/contract/search.ts';
import type { CalendarDate } from '../../core/domain/calendar-date.ts';
import { type Marked, marksIn } from '../../core/domain/search/marks.ts';
import { wordsIn } from '../../core/domain/search/words-in.ts';
import type { ReadDb } from '../open.ts';
import { homePage } from './pages.ts';
import { findDocuments } from './search/find-documents.ts';
import { nearestTopics } from './search/nearest-topics.ts';
import { readHits, type StoredHit } from './search/read-hits.ts';
import { searchStore } from './search/search-store.ts';
import { stemOf } from './search/stem-of.ts';

const BEST = 3;
/** More than this nobody reads. */
const MOST_HITS = 24;
/** What answers far worse than the best is no answer. */
const FAR_WORSE = 0.12;
const NEAREST = 4;

/** What is shown when nothing is asked. */
const NOTHING_ASKED: SearchPage = { nothingFound: false, best: [], groups: [], nearest: [] };

/** Answers a question: the best three, the rest by kind, with the words that were asked for marked. */
export function searchPage(db: ReadDb, { text, language }: SearchQuestion, today: CalendarDate): SearchPage {
  if (wordsIn(text).length === 0) return NOTHING_ASKED;
  const store = searchStore(db);
  const { documents, marks } = findDocuments(store, text, language);
  const least = (documents[0]?.score ?? 0) * FAR_WORSE;
  const found = documents.filter(({ score }) => score >= least).slice(0, MOST_HITS);
  const hits = readHits(store, found, language).map((hit) => onPage(hit, marks, today));
  if (hits.length === 0)
    return {
      ...NOTHING_ASKED,
      nothingFound: true,
      nearest: nearest(db, nearestTopics(store, text, language)),
    };
  const rest = hits.slice(BEST);
  const kinds = [...new Set(rest.map(({ kind }) => kind))];
  const groups = kinds.map((kind) => ({ kind, hits: rest.filter((hit) => hit.kind === kind) }));
  return { nothingFound: false, best: hits.slice(0, BEST), groups, nearest: [] };
}

function onPage(
  { review_by, title, summary, foundIn, ...hit }: StoredHit,
  marks: ReadonlyMap<string, Marked>,
  today: CalendarDate,
): SearchHit {
  // Words of the language that is shown, and of the one it was found in: names are the same in both.
  const asked = [hit.language, foundIn].flatMap((language) => marks.get(language) ?? []);
  const marked = (text: string): MarkedText => ({
    text,
    marks: marksIn(text, joined(asked), (word) => stemOf(word, hit.language)),
  });
  const outdated = review_by !== null && review_by < today;
  return { ...hit, outdated, foundIn, title: marked(title), summary: marked(summary) };
}

function joined(marks: readonly Marked[]): Marked {
  return {
    terms: new Set(marks.flatMap(({ terms }) => [...terms])),
    beginnings: marks.flatMap(({ beginnings }) => beginnings),
  };
}

/** The nearest topics, filled up with the first of the home screen: there is always a way on. */
function nearest(db: ReadDb, ids: readonly string[]): SearchPage['nearest'] {
  const { topics } = homePage(db, []);
  const near = ids.flatMap((id) => topics.find(({ topic }) => topic.id === id) ?? []);
  return [...new Set([...near, ...topics])].slice(0, NEAREST);
}
