import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parse } from 'csv-parse/sync';
import { expect, onTestFinished, test } from 'vitest';
import type { MonthReport } from '../../core/domain/report/month-report.ts';
import { reportCsv, reportXlsx } from '../../sheets/report-files.ts';
import { textInZip } from '../builders/read-zip.ts';

const REPORT: MonthReport = {
  language: 'nl',
  title: 'Wat de hulp opleverde: november 2026',
  lead: 'Bibliotheek Voorbeeld',
  notes: ['Aantallen onder de 10 staan er niet in.'],
  tables: [
    {
      title: 'Soort [hulp]',
      columns: ['Soort', 'Aantal', 'Procent'],
      rows: [
        ['=cmd|x', 120, '36%'],
        ['Cursus "A"; B', null, '–'],
      ],
    },
  ],
};

test('a CSV is read back as it was, its numbers as numbers and no cell as a formula', () => {
  const text = reportCsv(REPORT);
  const rows: string[][] = parse(text, {
    bom: true,
    delimiter: ';',
    relax_column_count: true,
    skip_empty_lines: true,
  });
  expect(rows).toContainEqual(["'=cmd|x", '120', '36%']);
  expect(rows).toContainEqual(['Cursus "A"; B', 'niet getoond', '–']);
  expect(text.startsWith('\uFEFF')).toBe(true);
});

test('an XLSX holds a sheet for each table, its texts as texts', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'balie-xlsx-'));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  const file = join(folder, 'report.xlsx');
  writeFileSync(file, await reportXlsx(REPORT));
  const read = (name: string) => textInZip(file, name);
  expect(read('xl/workbook.xml')).toContain('1 Soort  hulp');
  const sheet = read('xl/worksheets/sheet2.xml');
  expect(sheet).toContain('<v>120</v>');
  expect(sheet).not.toContain('<f>');
  expect(read('xl/sharedStrings.xml')).toContain("'=cmd|x");
});
