import type { MonthReport } from './month-report.ts';
import { plainText } from './plain-text.ts';
import type { ReportCell } from './report-table.ts';
import { reportWords } from './report-words.ts';

/** A report as lines of cells, for a table that has one sheet: each table under its title, and an empty line between. */
export function reportLines({ title, lead, notes, tables, language }: MonthReport): (string | number)[][] {
  const { notShown } = reportWords(language);
  const cell = (value: ReportCell) => (typeof value === 'string' ? plainText(value) : (value ?? notShown));
  return [
    ...[title, lead, ...notes].map((text) => [plainText(text)]),
    ...tables.flatMap((table) => [
      [],
      [table.title, ...(table.lead === undefined ? [] : [table.lead])].map(plainText),
      table.columns.map(plainText),
      ...table.rows.map((row) => row.map(cell)),
    ]),
  ];
}
