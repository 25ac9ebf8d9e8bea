import type { Paper } from '../../core/domain/paper.ts';
import type { Slip } from '../../core/domain/slip.ts';
import { A4, htmlPdf, inches } from './html-pdf.ts';
import { slipHtml } from './slip-html.ts';

/** A CSS pixel is 1/96 inch. */
const PX_PER_INCH = 96;
const A4_MARGIN = inches(15);
const ROLL_WIDTH = inches(80);
/** Rounding must not push the last line to a second page. */
const ROLL_SLACK = inches(2);

/**
 * A slip as a PDF: pages of A4, or one page of a roll as long as what stands on it.
 * `printFolder` holds the style sheet and its letters. Throws when the page cannot be drawn.
 */
export async function slipPdf(slip: Slip, paper: Paper, printFolder: string): Promise<Buffer> {
  return htmlPdf(slipHtml(slip, paper), printFolder, async (page) =>
    paper === 'a4' ? sheet() : roll((await heightOf(page)) / PX_PER_INCH + ROLL_SLACK),
  );
}

function sheet(): Electron.PrintToPDFOptions {
  const [top, bottom, left, right] = [A4_MARGIN, A4_MARGIN, A4_MARGIN, A4_MARGIN];
  return { pageSize: A4, margins: { top, bottom, left, right } };
}

function roll(height: number): Electron.PrintToPDFOptions {
  const margins = { top: 0, bottom: 0, left: 0, right: 0 } as const;
  return { pageSize: { width: ROLL_WIDTH, height }, margins };
}

/** The height of what stands on the page, in CSS pixels, once its letters are there. */
async function heightOf(page: Electron.WebContents): Promise<number> {
  return page.executeJavaScript(
    'document.fonts.ready.then(() => document.querySelector("main").getBoundingClientRect().height)',
  );
}
