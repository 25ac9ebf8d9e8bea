import type { MonthReport } from '../../core/domain/report/month-report.ts';
import { reportHtml } from '../../core/domain/report/report-html.ts';
import { A4, htmlPdf, inches } from './html-pdf.ts';
import { escaped } from './slip-html.ts';

const MARGINS = { top: inches(16), bottom: inches(18), left: inches(16), right: inches(16) };

/** A monthly report as a PDF on A4, with the number of each page. Throws when it cannot be drawn. */
export function reportPdf(report: MonthReport, printFolder: string): Promise<Buffer> {
  return htmlPdf(reportHtml(report, 'report.css'), printFolder, async () => ({
    ...{ pageSize: A4, margins: MARGINS, printBackground: true },
    displayHeaderFooter: true,
    headerTemplate: '<span></span>',
    footerTemplate: footer(`${report.title} · ${report.lead}`),
  }));
}

/** Chromium writes the numbers in. It takes no style of the page along. */
function footer(said: string): string {
  return `<div style="width:100%;margin:0 16mm;display:flex;justify-content:space-between;font:8pt sans-serif;color:#444">
<span>${escaped(said)}</span><span><span class="pageNumber"></span> / <span class="totalPages"></span></span></div>`;
}
