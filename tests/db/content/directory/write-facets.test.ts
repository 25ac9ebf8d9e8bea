import { expect, test } from 'vitest';
import { beginDirectory } from '../../../../db/content/directory/write-directory.ts';
import { facetWriter } from '../../../../db/content/directory/write-facets.ts';
import { aStore } from '../../../builders/a-store.ts';

function written(most?: number) {
  const db = aStore('content');
  const { generation } = beginDirectory(db, 'import', 'digest');
  const facets = facetWriter(db, generation, most);
  const rows = () =>
    db
      .prepare('SELECT facet, value, service FROM directory_facets ORDER BY facet, value, service')
      .raw()
      .all();
  facets.add('language', 'nl', 1);
  facets.add('language', 'ar', 1);
  facets.add('language', 'nl', 2);
  return { facets, rows };
}

test('facets stand in the store once they are written, and each once', () => {
  const { facets, rows } = written();
  expect(rows()).toEqual([]);
  facets.write();
  facets.write();
  expect(rows()).toEqual([
    ['language', 'ar', 1],
    ['language', 'nl', 1],
    ['language', 'nl', 2],
  ]);
});

test('no more rows wait than may wait', () => {
  const { facets, rows } = written(2);
  expect(rows()).toEqual([
    ['language', 'ar', 1],
    ['language', 'nl', 1],
  ]);
  facets.write();
  expect(rows()).toHaveLength(3);
});
