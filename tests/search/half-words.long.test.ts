import { join } from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import { wordsIn } from '../../core/domain/search/words-in.ts';
import type { Language } from '../../core/domain/words.ts';
import { installPack } from '../../db/content/install-pack.ts';
import { findDocuments } from '../../db/content/search/find-documents.ts';
import { readHits } from '../../db/content/search/read-hits.ts';
import { type SearchStore, searchStore } from '../../db/content/search/search-store.ts';
import { migrate, readMigrations } from '../../db/migrate.ts';
import { openInMemory } from '../../db/open.ts';
import { MIGRATIONS } from '../builders/a-store.ts';
import { shippedPack } from '../flows/shipped-pack.ts';

/** From so many letters on a beginning says which word it will be. */
const TELLING = 4;

let store: SearchStore;
beforeAll(() => {
  const db = openInMemory(undefined);
  migrate(db, readMigrations(join(MIGRATIONS, 'content')));
  installPack(db, { pack: shippedPack(), digest: 'shipped', media: new Map() });
  store = searchStore(db);
  return () => db.close();
});

const found = (asked: string, language: Language) =>
  readHits(store, findDocuments(store, asked, language).documents, language).map(({ id }) => id);

/** The beginnings of a word that give nothing, though a shorter one gives something. */
function gapsIn(word: string, language: Language): string[] {
  const beginnings = [...word].slice(TELLING - 1).map((_, at) => word.slice(0, TELLING + at));
  const first = beginnings.findIndex((each) => found(each, language).length > 0);
  return first < 0 ? [] : beginnings.slice(first).filter((each) => found(each, language).length === 0);
}

describe('a synonym that is being typed', () => {
  test.each(Object.entries(shippedPack().synonyms))(
    'in %s that has found something goes on finding something with every letter',
    (language, rules) => {
      const words = rules.flatMap(({ say }) => say.filter((each) => wordsIn(each).length === 1));
      expect(words.length).toBeGreaterThan(100);
      expect(words.flatMap((word) => gapsIn(word, language))).toEqual([]);
    },
  );

  test('finds what the whole word does: "uitkeri" finds bijstand, WW and WIA first', () =>
    expect(found('uitkeri', 'nl').slice(0, 3).sort()).toEqual(['bijstand', 'wia', 'ww-uitkering']));
});
