import { expect, test } from 'vitest';
import { reportLines } from '../../../../core/domain/report/report-lines.ts';

const report = {
  language: 'nl',
  title: 'November',
  lead: '=HYPERLINK("x")',
  notes: ['Onder de 10'],
  tables: [
    {
      title: 'Soort hulp',
      lead: '@naam',
      columns: ['Soort', 'Aantal'],
      rows: [
        ['Cursus', 25],
        ['-brief', null],
      ],
    },
    { title: 'Leeg', columns: ['Soort'], rows: [] },
  ],
};

test('each table stands under its title, with an empty line before it; what is not told says so', () => {
  expect(reportLines(report)).toEqual([
    ...[['November'], [`'=HYPERLINK("x")`], ['Onder de 10']],
    ...[[], ['Soort hulp', "'@naam"], ['Soort', 'Aantal'], ['Cursus', 25], ["'-brief", 'niet getoond']],
    ...[[], ['Leeg'], ['Soort']],
  ]);
});
