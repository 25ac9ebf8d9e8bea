import { expect, test } from 'vitest';
import { columnsOf, ownersOf, TABLE_NAMES, TABLES } from '../../../../core/domain/directory/tables.ts';

test('the columns of a file are the fields that are no list and no other record', () => {
  const columns = columnsOf('cost_option');
  expect(columns).toContainEqual({ name: 'amount', isNumber: true });
  expect(columns).toContainEqual({ name: 'id', isNumber: false });
  const names = columnsOf('service').map(({ name }) => name);
  expect(names).toContain('description');
  expect(names).not.toContain('phones');
  expect(names).not.toContain('organization');
});

test('knows which records a row can belong to', () => {
  expect(ownersOf('language')).toEqual(
    expect.arrayContaining([
      { owner: 'service', list: 'languages' },
      { owner: 'phone', list: 'languages' },
    ]),
  );
  expect(ownersOf('organization')).toEqual([]);
});

test('every list and every pointer is a field of its record, and leads to a table', () => {
  for (const name of TABLE_NAMES) {
    const { schema, lists, points } = TABLES[name];
    for (const [field, table] of Object.entries({ ...lists, ...points })) {
      expect(Object.keys(schema.shape), `${name}.${field}`).toContain(field);
      expect(TABLE_NAMES).toContain(table);
    }
  }
});

test('no two tables lie in one file', () => {
  expect(new Set(TABLE_NAMES.map((name) => TABLES[name].path)).size).toBe(TABLE_NAMES.length);
});
