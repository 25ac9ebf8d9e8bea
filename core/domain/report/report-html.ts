import type { MonthReport } from './month-report.ts';
import type { ReportCell, ReportTable } from './report-table.ts';
import { reportWords } from './report-words.ts';

/** A percentage, or that there is none: it stands under its heading as numbers do. */
const SHARE = /^(\d+%|–)$/;

/**
 * A report as a page that is made for paper. Everything in it is text: no mark-up gets through. `style`: the address of the style sheet.
 * Each table has its bars beside the numbers, drawn with what the page itself holds.
 */
export function reportHtml(report: MonthReport, style: string): string {
  const { language, title, lead, notes, tables } = report;
  return `<!doctype html>
<html lang="${escaped(language)}">
<head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>${escaped(title)}</title><link rel="stylesheet" href="${escaped(style)}"></head>
<body><main><header><h1>${escaped(title)}</h1><p class="lead">${escaped(lead)}</p>
<div class="notes">${notes.map((note) => `<p>${escaped(note)}</p>`).join('')}</div></header>
${tables.map((table, index) => tableHtml(table, index, language)).join('\n')}
</main></body></html>`;
}

function tableHtml({ title, lead, columns, rows }: ReportTable, index: number, language: string): string {
  const { notShown } = reportWords(language);
  const id = `table-${index}`;
  const most = Math.max(1, ...rows.flatMap((row) => row.filter((cell) => typeof cell === 'number')));
  const numbers = new Intl.NumberFormat(language);
  const cell = (value: ReportCell) => {
    if (value === null) return `<td class="number hidden">${escaped(notShown)}</td>`;
    if (typeof value === 'string')
      return `<td${SHARE.test(value) ? ' class="number"' : ''}>${escaped(value)}</td>`;
    return `<td class="number">${escaped(numbers.format(value))}</td>`;
  };
  // The bar is of the first number of its row.
  const bar = (row: readonly ReportCell[]) => {
    const count = row.find((value) => typeof value === 'number');
    return `<td class="bar" aria-hidden="true">${
      typeof count === 'number'
        ? `<svg viewBox="0 0 100 10" preserveAspectRatio="none"><rect width="${Math.round((count * 100) / most)}" height="10"/></svg>`
        : ''
    }</td>`;
  };
  return `<section aria-labelledby="${id}"><h2 id="${id}">${escaped(title)}</h2>${lead === undefined ? '' : `<p class="note">${escaped(lead)}</p>`}
<table aria-labelledby="${id}"><thead><tr>${columns
    .map((column, at) => `<th scope="col"${at === 0 ? '' : ' class="number"'}>${escaped(column)}</th>`)
    .join('')}<td aria-hidden="true"></td></tr></thead>
<tbody>${rows
    .map(
      ([name = '', ...others]) =>
        `<tr><th scope="row">${escaped(String(name))}</th>${others.map(cell).join('')}${bar(others)}</tr>`,
    )
    .join('\n')}</tbody></table></section>`;
}

function escaped(text: string): string {
  return text.replaceAll(/[&<>"']/g, (sign) => `&#${sign.charCodeAt(0)};`);
}
