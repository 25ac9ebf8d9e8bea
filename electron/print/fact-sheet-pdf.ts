import type { FlowPage } from '../../core/contract/pages.ts';
import type { Language } from '../../core/domain/words.ts';
import { factSheet } from '../../maps/fact-sheet.ts';
import { factSheetHtml } from './fact-sheet-html.ts';
import { A4, htmlPdf, inches } from './html-pdf.ts';
import { escaped } from './slip-html.ts';

/** Wide enough at the side to write on. */
const MARGINS = { top: inches(14), bottom: inches(16), left: inches(16), right: inches(16) };
/** A flow of a hundred screens, in all its languages. */
const MOST_MS = 120_000;

/**
 * All screens of a flow on sheets of A4, one language after the other; languages that the flow has no words in are left out.
 * Throws when there is none at all, and when the pages cannot be drawn.
 */
export async function factSheetPdf(
  page: FlowPage,
  languages: readonly Language[],
  printFolder: string,
): Promise<Buffer> {
  const sheets = languages.flatMap((language) => factSheet(page, language) ?? []);
  const [first] = sheets;
  if (first === undefined) throw new Error(`Flow "${page.flow.id}" has no words in ${languages.join(', ')}.`);
  const options = {
    pageSize: A4,
    margins: MARGINS,
    displayHeaderFooter: true,
    headerTemplate: '<span></span>',
    footerTemplate: footer(`${first.title} · ${page.flow.id} · ${first.today}`),
  };
  return htmlPdf(factSheetHtml(sheets), printFolder, async () => options, MOST_MS);
}

/** Chromium writes the numbers in. It takes no style of the page along. */
function footer(said: string): string {
  return `<div style="width:100%;margin:0 16mm;display:flex;justify-content:space-between;font:8pt sans-serif;color:#444">
<span>${escaped(said)}</span><span><span class="pageNumber"></span> / <span class="totalPages"></span></span></div>`;
}
