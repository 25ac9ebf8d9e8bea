import fc from 'fast-check';
import { expect, test } from 'vitest';
import { StagedWords } from '../../../../db/content/search/staged-words.ts';
import { openInMemory } from '../../../../db/open.ts';

const word = fc.stringMatching(/^[a-zé]{1,3}$/);
const language = fc.constantFrom('nl', 'en');

test('words are counted as a map in memory counts them, whenever they are asked for', () => {
  const db = openInMemory(undefined);
  const texts = fc.array(fc.tuple(language, fc.uniqueArray(word), fc.option(word)), { maxLength: 20 });
  fc.assert(
    fc.property(texts, fc.array(word), (all, others) => {
      const staged = new StagedWords(db);
      const counts = new Map<string, Map<string, number>>();
      for (const [code, words, asked] of all) {
        const known = counts.get(code) ?? new Map<string, number>();
        counts.set(code, known);
        for (const each of words) known.set(each, (known.get(each) ?? 0) + 1);
        staged.count(code, words);
        if (asked !== null) expect(staged.has(code, asked)).toBe(known.has(asked));
      }
      const there = [...counts].filter(([, known]) => known.size > 0);
      expect(staged.languages()).toEqual(there.map(([code]) => code).sort());
      for (const code of ['nl', 'en']) {
        const known = counts.get(code) ?? new Map();
        expect(new Map([...staged.of(code)].map((each) => [each.word, each.texts]))).toEqual(known);
        for (const each of others) expect(staged.has(code, each)).toBe(known.has(each));
      }
      staged.clear();
    }),
    { numRuns: 100 },
  );
  db.close();
});

test('more words than are held in memory, or read at a time, are all there once', () => {
  const db = openInMemory(undefined);
  const staged = new StagedWords(db);
  const many = Array.from({ length: 25_000 }, (_, number) => `w${number}`);
  staged.count('nl', many);
  staged.count('nl', many.slice(0, 3));
  const words = [...staged.of('nl')];
  expect(new Set(words.map((each) => each.word)).size).toBe(words.length);
  expect(words).toHaveLength(many.length);
  expect(words.filter(({ texts }) => texts === 2).map((each) => each.word)).toEqual(['w0', 'w1', 'w2']);
  db.close();
});
