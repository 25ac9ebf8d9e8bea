import { expect, test } from 'vitest';
import { cellsOf } from '../../../../core/domain/report/cells-of.ts';
import type { Publication } from '../../../../core/domain/report/publication.ts';

const publication = {
  places: [{ id: 'bieb' }, { id: 'centrum' }],
  tables: [{ variable: 'category', rows: [{ value: 'course', cells: [25, null] }] }],
} as unknown as Publication;

test('gives the cells of a value, told or not, in the order of the places', () => {
  expect(cellsOf(publication, 'category', 'course')).toEqual([25, null]);
});

test.each([
  ['a value that is not named', 'category', 'information'],
  ['a variable without a table', 'channel', 'desk'],
] as const)('tells no cell of %s, at any place', (_, variable, value) => {
  expect(cellsOf(publication, variable, value)).toEqual([null, null]);
});
