import { expect, it } from 'vitest';
import { formTables } from '../../../../core/domain/report/form-tables.ts';
import type { Publication } from '../../../../core/domain/report/publication.ts';

/** Of a library and a branch: at the branch less is told. */
const PUBLICATION = {
  places: [{ id: 'library' }, { id: 'branch:dorp' }],
  totals: [100, 40],
  tables: [
    {
      variable: 'category',
      rows: [
        { value: 'digital-contact', cells: [60, null] },
        { value: 'course', cells: [40, 30] },
      ],
    },
    {
      variable: 'place',
      rows: [
        { value: 'balie', cells: [80, null] },
        { value: '-', cells: [20, null] },
      ],
    },
    {
      variable: 'organization',
      rows: [
        { value: 'duo', cells: [75, null] },
        { value: '-', cells: [25, 20] },
      ],
    },
  ],
} as unknown as Publication;

const NAMES = { organization: { duo: 'DUO' }, place: { balie: 'Aan de balie' } };
const tables = (place = 0) => formTables(PUBLICATION, place, 'nl', NAMES);
const PLACES = 2;
const KINDS = 3;
const ORGANISATIONS = 4;

it('has a table for each thing that the form asks, in its order, each with numbers and shares', () => {
  expect(tables().length).toBe(10);
  for (const { lead, columns, rows } of tables()) {
    expect([lead, columns.length]).toEqual(['Voor het landelijke formulier', 3]);
    for (const row of rows) expect(row.length).toBe(3);
  }
});

it('has every line of a list of the form, also where nothing is told, to be copied as it stands', () => {
  const rows = tables()[KINDS]?.rows ?? [];
  expect(rows).toContainEqual(['Hulp bij contact met de overheid', 60, '60%']);
  expect(rows).toContainEqual(['Cursus', 40, '40%']);
  expect(rows.find(([name]) => name === 'Informatie')?.[1]).toBeNull();
});

it('has of lists that grow only what is told of that place, by the names of the library', () => {
  expect(tables()[ORGANISATIONS]?.rows.map(([name, count]) => [name, count])).toEqual([
    ['DUO', 75],
    [expect.any(String), 25],
  ]);
  expect(tables()[PLACES]?.rows).toEqual([
    ['Aan de balie', 80, '80%'],
    ['Niet ingevuld', 20, '20%'],
  ]);
  expect(tables(1)[ORGANISATIONS]?.rows).toEqual([[expect.any(String), 20, expect.any(String)]]);
});
