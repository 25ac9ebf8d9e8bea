import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { BrowserWindow, session } from 'electron';
import { SCHEME } from '../app-protocol.ts';
import { guardNetwork } from '../lockdown/guard-network.ts';
import { guardSession } from '../lockdown/guard-session.ts';
import { whileDrawn } from './while-drawn.ts';

const PAGE = `${SCHEME}://print/slip.html`;
const POLICY = "default-src 'none'; style-src 'self'; font-src 'self'";
const MM_PER_INCH = 25.4;
/** A slip takes a second on a slow kiosk. */
const USUAL_MOST_MS = 20_000;

/** A sheet of A4, in inches, as Electron wants it. */
export const A4 = { width: 210 / MM_PER_INCH, height: 297 / MM_PER_INCH };

/** Millimetres in inches. */
export const inches = (mm: number) => mm / MM_PER_INCH;

/** A partition to draw in, and what is drawn there now. */
type Press = { readonly partition: Electron.Session; html: string; folder: string };

/** Chromium never gives back the memory of a partition: a new one for every slip would fill a kiosk in time. They take turns. */
const free: Press[] = [];
let count = 0;

/**
 * A page as a PDF, as large as `size` says when the page is there. It is drawn in a hidden window with a partition that no visit has,
 * no script and no network, and that is gone afterwards; the partition keeps nothing. `printFolder` holds the style sheets and their letters.
 * Throws when the page cannot be drawn, and when that takes longer than `mostMs` milliseconds.
 */
export async function htmlPdf(
  html: string,
  printFolder: string,
  size: (page: Electron.WebContents) => Promise<Electron.PrintToPDFOptions>,
  mostMs = USUAL_MOST_MS,
): Promise<Buffer> {
  const press = free.pop() ?? openPress();
  Object.assign(press, { html, folder: printFolder });
  const { partition } = press;
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
    return await whileDrawn(page, mostMs, async () => {
      await window.loadURL(PAGE);
      return page.printToPDF(await size(page));
    });
  } finally {
    window.destroy();
    press.html = '';
    free.push(press);
  }
}

function openPress(): Press {
  const partition = session.fromPartition(`print-${process.pid}-${++count}`, { cache: false });
  guardSession(partition);
  const press: Press = { partition, html: '', folder: '' };
  partition.protocol.registerBufferProtocol(SCHEME, ({ url }, reply) => reply(answer(url, press)));
  return press;
}

function answer(url: string, { html, folder }: Press): Electron.ProtocolResponse {
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
