import { describe, expect, test } from 'vitest';
import { type Level, rowOf } from '../../../../core/domain/search/place.ts';
import { scoreDocuments } from '../../../../core/domain/search/score.ts';

const word = { ways: [], tells: 1 };
const row = (document: number, level: Level = 'title', length = 4) =>
  rowOf({ language: 1, level, length, document });
const order = (scored: ReturnType<typeof scoreDocuments>) =>
  [...scored].sort(([, one], [, other]) => other.score - one.score).map(([document]) => document);

describe('the documents that were found', () => {
  test('come by where the word stands', () => {
    const rows = [row(1, 'body'), row(2, 'title'), row(3, 'strong'), row(4, 'summary')];
    expect(order(scoreDocuments([word], [{ word: 0, weight: 1, rows }]))).toEqual([2, 4, 3, 1]);
  });

  test('come by how short the title is', () => {
    const rows = [row(1, 'title', 9), row(2, 'title', 5)];
    expect(order(scoreDocuments([word], [{ word: 0, weight: 1, rows }]))).toEqual([2, 1]);
  });

  test('come by how sure the way is, and of several the best counts', () => {
    const found = [
      { word: 0, weight: 0.5, rows: [row(1), row(2)] },
      { word: 0, weight: 1, rows: [row(2)] },
    ];
    expect(order(scoreDocuments([word], found))).toEqual([2, 1]);
  });

  test('come by how many of the words they have, as far as those tell something', () => {
    const words = [word, word, { ways: [], tells: 0.1 }];
    const found = [
      { word: 0, weight: 1, rows: [row(1), row(2)] },
      { word: 1, weight: 1, rows: [row(2), row(3)] },
      { word: 2, weight: 1, rows: [row(1)] },
    ];
    const scored = scoreDocuments(words, found);
    expect(order(scored)).toEqual([2, 1, 3]);
    expect([...scored.values()].some(({ hasAll }) => hasAll)).toBe(false);
  });

  test('have all words when every word has a place in them', () => {
    const found = [0, 1].map((at) => ({ word: at, weight: 1, rows: [row(5, 'body')] }));
    expect(scoreDocuments([word, word], found).get(5)).toMatchObject({ hasAll: true });
  });
});
