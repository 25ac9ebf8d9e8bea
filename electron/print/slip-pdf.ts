import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { BrowserWindow, session } from 'electron';
import type { Paper } from '../../core/domain/paper.ts';
import type { Slip } from '../../core/domain/slip.ts';
import { SCHEME } from '../app-protocol.ts';
import { guardNetwork } from '../lockdown/guard-network.ts';
import { guardSession } from '../lockdown/guard-session.ts';
import { slipHtml } from './slip-html.ts';

const PAGE = `${SCHEME}://print/slip.html`;
const POLICY = "default-src 'none'; style-src 'self'; font-src 'self'";
const MM_PER_INCH = 25.4;
/** A CSS pixel is 1/96 inch. */
const PX_PER_INCH = 96;
const A4 = { width: 210 / MM_PER_INCH, height: 297 / MM_PER_INCH };
const A4_MARGIN = 15 / MM_PER_INCH;
const ROLL_WIDTH = 80 / MM_PER_INCH;
/** Rounding must not push the last line to a second page. */
const ROLL_SLACK = 2 / MM_PER_INCH;

let count = 0;

/**
 * A slip as a PDF: pages of A4, or one page of a roll as long as what stands on it. It is drawn in a hidden window that
 * has a partition of its own, no script and no network, and that is gone afterwards.
 * `printFolder` holds the style sheet and its letters. Throws when the page cannot be drawn.
 */
export async function slipPdf(slip: Slip, paper: Paper, printFolder: string): Promise<Buffer> {
  const partition = session.fromPartition(`print-${process.pid}-${++count}`, { cache: false });
  guardSession(partition);
  const html = slipHtml(slip, paper);
  partition.protocol.registerBufferProtocol(SCHEME, ({ url }, reply) =>
    reply(answer(url, html, printFolder)),
  );
  const window = new BrowserWindow({
    show: false,
    width: 400,
    height: 600,
    webPreferences: {
      session: partition,
      contextIsolation: true,
      sandbox: true,
      nodeIntegration: false,
      webviewTag: false,
      devTools: false,
      disableDialogs: true,
      spellcheck: false,
      enableWebSQL: false,
    },
  });
  try {
    const page = window.webContents;
    page.setWindowOpenHandler(() => ({ action: 'deny' }));
    page.on('will-navigate', (event) => event.preventDefault());
    guardNetwork(partition, page);
    await window.loadURL(PAGE);
    return await page.printToPDF(
      paper === 'a4' ? sheet() : roll((await heightOf(page)) / PX_PER_INCH + ROLL_SLACK),
    );
  } finally {
    window.destroy();
  }
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

function answer(url: string, html: string, folder: string): Electron.ProtocolResponse {
  if (url === PAGE)
    return {
      data: Buffer.from(html),
      headers: { 'content-type': 'text/html; charset=utf-8', 'content-security-policy': POLICY },
    };
  const name = /^balie:\/\/print\/((?:files\/)?[a-z0-9-]+\.(css|woff2))$/.exec(url);
  if (name?.[1] === undefined) return { statusCode: 404, data: Buffer.from('not here') };
  const type = name[2] === 'css' ? 'text/css; charset=utf-8' : 'font/woff2';
  return { data: readFileSync(join(folder, name[1])), headers: { 'content-type': type } };
}
