import { describe, expect, test } from 'vitest';
import { findDocuments } from '../../../../db/content/search/find-documents.ts';
import { indexDocuments } from '../../../../db/content/search/index-documents.ts';
import { readHits } from '../../../../db/content/search/read-hits.ts';
import { searchStore } from '../../../../db/content/search/search-store.ts';
import type { WriteDb } from '../../../../db/open.ts';
import { aDocument } from '../../../builders/a-document.ts';
import { aStore, everyRow } from '../../../builders/a-store.ts';

const find = (db: WriteDb, asked: string) =>
  readHits(searchStore(db), findDocuments(searchStore(db), asked, 'nl').documents, 'nl').map(({ id }) => id);

/** How much there is of everything that belongs to documents. */
const sizes = (db: WriteDb) =>
  [
    'search_documents',
    'search_texts',
    'search_words',
    'search_deletions',
    'search_synonyms',
    'search_titles',
    'search_bodies',
  ].map((table) => db.prepare(`SELECT count(*) FROM ${table}`).pluck().get());

describe('indexing a source', () => {
  test('takes the place of all that came from it before, and leaves the others', () => {
    const db = aStore('content');
    indexDocuments(db, 'other', [aDocument('stoel', { nl: 'Een stoel' })]);
    indexDocuments(db, 'test', [aDocument('fiets', { nl: 'Een fiets' })], {
      synonyms: { nl: [{ say: ['rijwiel'], find: ['fiets'] }] },
    });
    indexDocuments(db, 'test', [aDocument('tafel', { nl: 'Een tafel' })]);
    expect(['fiets', 'rijwiel', 'tafel', 'stoel'].map((asked) => find(db, asked))).toEqual([
      [],
      [],
      ['tafel'],
      ['stoel'],
    ]);
  });

  test('again with the same documents leaves the same, however often', () => {
    const documents = ['fiets', 'tafel'].map((id) => aDocument(id, { nl: `Een ${id}`, en: `A ${id}` }));
    const db = aStore('content');
    indexDocuments(db, 'test', documents);
    const rows = everyRow(db);
    const before = sizes(db);
    for (let times = 0; times < 5; times++) indexDocuments(db, 'test', documents);
    expect(sizes(db)).toEqual(before);
    expect(everyRow(db)).toEqual(rows);
  });

  test('with nothing empties it', () => {
    const db = aStore('content');
    indexDocuments(db, 'test', [aDocument('fiets', { nl: 'Een fiets' })]);
    indexDocuments(db, 'test', []);
    expect(sizes(db)).toEqual([0, 0, 0, 0, 0, 0, 0]);
  });

  test('that breaks off leaves the index as it was', () => {
    const db = aStore('content');
    indexDocuments(db, 'test', [aDocument('fiets', { nl: 'Een fiets' })]);
    const before = everyRow(db);
    const breaking = function* () {
      yield aDocument('tafel', { nl: 'Een tafel' });
      throw new Error('torn');
    };
    expect(() => indexDocuments(db, 'test', breaking())).toThrow('torn');
    expect(everyRow(db)).toEqual(before);
    expect(find(db, 'fiets')).toEqual(['fiets']);
  });

  test('takes compounds apart by the words of other sources too', () => {
    const db = aStore('content');
    indexDocuments(db, 'pack:x', [aDocument('fiets', { nl: 'Een fiets en een winkel' })]);
    indexDocuments(db, 'directory', [aDocument('zaak', { nl: 'Fietswinkel' }, { kind: 'service' })]);
    expect(find(db, 'winkel')).toContain('zaak');
  });

  test('leaves an index in which SQLite finds no fault', () => {
    const db = aStore('content');
    for (const id of ['fiets', 'tafel']) indexDocuments(db, 'test', [aDocument(id, { nl: `Een ${id}` })]);
    expect(db.pragma('integrity_check', { simple: true })).toBe('ok');
  });
});
