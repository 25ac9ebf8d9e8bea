import { termQuery } from '../../../core/domain/search/asked.ts';
import { placeOf, rowsOfLanguage } from '../../../core/domain/search/place.ts';
import { isStopWord } from '../../../core/domain/search/stop-words.ts';
import { wordsIn } from '../../../core/domain/search/words-in.ts';
import { HOME_LANGUAGE, type Language } from '../../../core/domain/words.ts';
import type { SearchStore } from './search-store.ts';

const MOST_ROWS = 40;
/** From so many letters on, words that begin the same may mean the same. */
const BEGINNING = 4;

/**
 * The topics that lie nearest to a question that found nothing, the nearest first: those of pages with words that
 * look like the ones that were asked. Empty when nothing looks like it.
 */
export function nearestTopics(store: SearchStore, text: string, wanted: Language): string[] {
  const near = new Map<number, number>();
  for (const [code, number] of store.languages()) {
    if (code !== wanted && code !== HOME_LANGUAGE) continue;
    const [from, to] = rowsOfLanguage(number).map(BigInt) as [bigint, bigint];
    for (const { word } of wordsIn(text)) {
      if (word.length < BEGINNING || isStopWord(word, code)) continue;
      const corrected = store.corrections(number, word, 2).map((each) => termQuery(each.word));
      const queries = [...corrected, termQuery(word.slice(0, BEGINNING), true)];
      for (const [table, worth] of [[store.titles, 3] as const, [store.bodies, 1] as const])
        for (const row of table.all(queries.join(' OR '), from, to, MOST_ROWS)) {
          const { document } = placeOf(row);
          near.set(document, Math.max(near.get(document) ?? 0, worth));
        }
    }
  }
  const topicOf = store.db
    .prepare<[number], string>('SELECT topic FROM search_documents WHERE document_id = ?')
    .pluck();
  const topics = new Map<string, number>();
  for (const [document, worth] of near) {
    const topic = topicOf.get(document);
    if (topic !== undefined) topics.set(topic, (topics.get(topic) ?? 0) + worth);
  }
  return [...topics].sort(([, one], [, other]) => other - one).map(([topic]) => topic);
}
