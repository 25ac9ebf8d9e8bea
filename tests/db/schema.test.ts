import { describe, expect, test } from 'vitest';
import { aStore, tablesOf } from '../builders/a-store.ts';

describe.each(['content', 'ops'] as const)('the schema of the %s store', (kind) => {
  test('has only strict tables: what is no number never gets into a column of numbers', () => {
    const db = aStore(kind);
    const strict = db
      .prepare("SELECT name FROM pragma_table_list WHERE strict = 1 AND schema = 'main'")
      .pluck()
      .all();
    expect(tablesOf(db).length).toBeGreaterThan(1);
    expect(tablesOf(db).filter((table) => !strict.includes(table))).toEqual([]);
  });

  test('has an index for every foreign key, so that nothing is read whole to delete a row', () => {
    const db = aStore(kind);
    const bare = tablesOf(db).filter((table) => {
      const keys = db
        .prepare('SELECT DISTINCT "from" FROM pragma_foreign_key_list(?) ORDER BY seq')
        .pluck()
        .all(table);
      if (keys.length === 0) return false;
      const indexes = db
        .prepare<[string], string>('SELECT name FROM pragma_index_list(?)')
        .pluck()
        .all(table) as string[];
      const columns = indexes.map((name) =>
        db.prepare('SELECT name FROM pragma_index_info(?)').pluck().all(name),
      );
      return !columns.some((names) => keys.every((key, place) => names[place] === key));
    });
    // The active versions are a handful; nothing is looked up by their version.
    expect(bare).toEqual(kind === 'content' ? ['active_packs'] : []);
  });
});
