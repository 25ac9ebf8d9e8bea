import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { nl } from '../../renderer/words/nl/screens.ts';
import { begin, starting, touch } from '../journeys/walk-through.ts';
import { launchAsVisitor, type VisitorKiosk } from './launch-as-visitor.ts';

/** Nowhere by chance. */
const MARK = 'achtergelaten-woord-58213';
const BIRTHDAY = { typed: '23111957', kept: '1957-11-23' };

let kiosk: VisitorKiosk;
beforeAll(async () => {
  kiosk = await launchAsVisitor();
});
afterAll(() => kiosk?.close());

describe('what a visitor leaves', () => {
  it('is given: answers on the screen, and a word in every place a page can keep one', async () => {
    const page = kiosk.page();
    await begin(page);
    await starting(page, 'Geld en toeslagen').click();
    await starting(page, 'AOW').first().click();
    for (const digit of BIRTHDAY.typed) await touch(page, digit);
    await touch(page, nl.flow.next);
    await page.locator('[data-answer]').first().waitFor();
    await page.evaluate(async (mark) => {
      localStorage.setItem(mark, mark);
      sessionStorage.setItem(mark, mark);
      // biome-ignore lint/suspicious/noDocumentCookie: it is the attempt
      document.cookie = `mark=${mark}; max-age=99999`;
      document.title = mark;
      window.name = mark;
      history.replaceState({ mark }, '');
      await new Promise((done) => {
        const open = indexedDB.open(mark);
        open.onupgradeneeded = () => open.result.createObjectStore(mark).add(mark, mark);
        open.onsuccess = done;
      });
      const cache = await caches.open(mark).catch(() => undefined);
      await cache?.put('https://example.nl/', new Response(mark)).catch(() => undefined);
      const folder = await navigator.storage.getDirectory().catch(() => undefined);
      await folder?.getFileHandle(mark, { create: true }).catch(() => undefined);
      const field = document.body.appendChild(document.createElement('textarea'));
      field.value = mark;
      field.select();
      document.execCommand('copy');
      field.remove();
    }, MARK);
    expect(await page.evaluate((mark) => localStorage.getItem(mark), MARK)).toBe(MARK);
  });

  it('is not there for the next visitor', async () => {
    const next = await kiosk.nextVisit(() => touch(kiosk.page(), nl.bar.stop));
    const left = await next.evaluate(async () => ({
      local: localStorage.length,
      session: sessionStorage.length,
      cookie: document.cookie,
      title: document.title,
      name,
      state: history.state as unknown,
      history: history.length,
      databases: (await indexedDB.databases()).length,
      caches: await caches.keys().catch(() => []),
    }));
    expect(left).toEqual({
      local: 0,
      session: 0,
      cookie: '',
      title: 'Balie',
      name: '',
      state: null,
      history: 1,
      databases: 0,
      caches: [],
    });
  });

  it('is not on the clipboard, nor in the selection', async () => {
    const copied = await kiosk.app.evaluate(async ({ clipboard }) => {
      const both = clipboard as unknown as {
        readText: (from?: string) => string | Promise<string>;
        selection?: typeof clipboard;
      };
      return [await both.readText(), await (both.selection ?? both).readText('selection' as never)];
    });
    expect(copied).toEqual(['', '']);
  });

  it('is in no file: not in the stores, the logs, nor what Chromium keeps', async () => {
    await kiosk.app.close();
    const files = readdirSync(kiosk.account.home, { recursive: true, withFileTypes: true }).filter((entry) =>
      entry.isFile(),
    );
    expect(files.map(({ name }) => name)).toEqual(
      expect.arrayContaining(['content.db', 'ops.db', 'balie.log']),
    );
    const traces = [MARK, BIRTHDAY.kept, BIRTHDAY.typed].flatMap((text) => [
      Buffer.from(text),
      Buffer.from(text, 'utf16le'),
    ]);
    const found = files
      .map((entry) => join(entry.parentPath, entry.name))
      .filter((path) => {
        const bytes = readFileSync(path);
        return path.includes(MARK) || traces.some((trace) => bytes.includes(trace));
      });
    expect(found).toEqual([]);
  });
});
