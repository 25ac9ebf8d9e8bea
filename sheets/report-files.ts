import { stringify } from 'csv-stringify/sync';
import writeXlsxFile from 'write-excel-file/node';
import type { MonthReport } from '../core/domain/report/month-report.ts';
import { plainText } from '../core/domain/report/plain-text.ts';
import { reportLines } from '../core/domain/report/report-lines.ts';
import { reportWords } from '../core/domain/report/report-words.ts';

/** What a sheet of Excel may not be called, and how long it may be. */
const NOT_IN_NAMES = /[[\]*?:/\\']/g;
const LONGEST_NAME = 31;

/** A report as CSV (RFC 4180), with semicolons and a mark at the beginning: so a Dutch spreadsheet opens it as it is. */
export function reportCsv(report: MonthReport): string {
  return stringify(reportLines(report), { bom: true, delimiter: ';', record_delimiter: '\r\n' });
}

/** A report as XLSX: a sheet that says what it is, and one for each table. Texts are texts there, never formulas. */
export function reportXlsx(report: MonthReport): Promise<Buffer> {
  const { notShown } = reportWords(report.language);
  const text = (value: string, how: object = {}) => ({ type: String, value: plainText(value), ...how });
  const bold = { fontWeight: 'bold' } as const;
  const first = {
    sheet: sheetName(report.title, 0),
    columns: [{ width: 90 }],
    data: [
      [text(report.title, { ...bold, fontSize: 16 })],
      ...[report.lead, ...report.notes].map((line) => [text(line)]),
    ],
  };
  const others = report.tables.map(({ title, columns, rows }, index) => ({
    sheet: sheetName(title, index + 1),
    columns: columns.map((_, column) => ({ width: column === 0 ? 44 : 16 })),
    data: [
      columns.map((column) => text(column, bold)),
      ...rows.map((row) =>
        row.map((cell) =>
          typeof cell === 'number' ? { type: Number, value: cell } : text(cell ?? notShown),
        ),
      ),
    ],
  }));
  return writeXlsxFile([first, ...others]).toBuffer();
}

/** A name that Excel takes; the number keeps two alike apart. */
function sheetName(title: string, index: number): string {
  const number = index === 0 ? '' : `${index} `;
  return `${number}${title.replaceAll(NOT_IN_NAMES, ' ')}`.slice(0, LONGEST_NAME).trim();
}
