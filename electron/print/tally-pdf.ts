import type { DeskLists } from '../../core/domain/desk/desk-lists.ts';
import type { Language } from '../../core/domain/words.ts';
import { A4, htmlPdf, inches } from './html-pdf.ts';
import { tallyHtml } from './tally-html.ts';

const MARGINS = { top: inches(12), bottom: inches(12), left: inches(14), right: inches(14) };

/** The tally sheet on A4. Throws when it cannot be drawn. */
export function tallyPdf(lists: DeskLists, language: Language, printFolder: string): Promise<Buffer> {
  return htmlPdf(tallyHtml(lists, language), printFolder, async () => ({ pageSize: A4, margins: MARGINS }));
}
