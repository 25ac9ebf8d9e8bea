import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { attempt, CORNER, placeLink } from './attempt.ts';
import { press } from './finger.ts';
import { kioskForFile } from './kiosk-for-file.ts';
import type { OutsideWorld } from './outside-world.ts';
import { HOME_URL } from './still-home.ts';

/** The machines of the tests are slow at times. */
const PATIENT = { timeout: 15_000 };
const OWN_PDF = 'balie://app/assets/planted.pdf';
const OWN_PAGE = 'balie://app/planted.html';

const ground = kioskForFile({}, ({ appFolder }) => {
  // Files of the right kind in the right place: were they shown, they would show.
  const renderer = join(appFolder, 'dist/renderer');
  mkdirSync(join(renderer, 'assets'), { recursive: true });
  writeFileSync(
    join(renderer, 'assets/planted.pdf'),
    '%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n',
  );
  writeFileSync(join(renderer, 'planted.html'), '<!doctype html><h1>Planted</h1>');
});

/**
 * Does it, and waits until the main process refused a navigation or Chromium said in the console that it did.
 */
async function expectRefused(act: () => Promise<unknown>): Promise<void> {
  const page = ground.kiosk.page();
  const said: string[] = [];
  const hear = (message: { type: () => string; text: () => string }) =>
    void (message.type() === 'error' && said.push(message.text()));
  page.on('console', hear);
  const refused: string[] = [];
  const moved: string[] = [];
  await ground.main.take();
  await act();
  await expect
    .poll(async () => {
      for (const { event, url, refused: no } of await ground.main.take()) {
        if (no) refused.push(url);
        if (/^did-(frame-)?navigate$|^did-navigate-in-page$|^will-download$/.test(event))
          moved.push(`${event} ${url}`);
      }
      return [...said, ...refused].length;
    }, PATIENT)
    .toBeGreaterThan(0);
  page.off('console', hear);
  expect(moved).toEqual([]);
}

const addresses: readonly [string, (outside: OutsideWorld) => string][] = [
  ['https:', ({ https }) => https],
  ['http:', ({ http }) => http],
  ['mailto:', () => 'mailto:somebody@example.nl'],
  ['tel:', () => 'tel:0201234567'],
  ['file:', () => 'file:///etc/passwd'],
  ['data:', () => 'data:text/html,<h1>Elsewhere</h1>'],
  ['chrome:', () => 'chrome://version'],
  ['devtools:', () => 'devtools://devtools/bundled/inspector.html'],
  ['view-source:', () => `view-source:${HOME_URL}`],
  ['a PDF of our own scheme', () => OWN_PDF],
  ['another page of our own scheme', () => OWN_PAGE],
  ['our own page with a question', () => `${HOME_URL}?q=1`],
  ['another host of our own scheme', () => 'balie://elsewhere/index.html'],
  ['a scheme nobody knows', () => 'vscode://file/etc/passwd'],
  ['javascript:', () => 'javascript:document.body.remove()'],
];

describe('a link that leads away', () => {
  it.each(addresses)('%s', async (_, address) => {
    const href = address(ground.outside);
    await expectRefused(async () => {
      await placeLink(ground.kiosk.page(), { href });
      await press(ground.kiosk, CORNER);
    });
  });
});

describe('a script that sets the address', () => {
  it.each(addresses)('%s', async (_, address) => {
    const href = address(ground.outside);
    await expectRefused(() => attempt(ground.kiosk.page(), (to) => void location.assign(to), href));
  });

  it('blob:', async () => {
    const goToBlob = () => {
      location.href = URL.createObjectURL(new Blob(['<h1>Elsewhere</h1>'], { type: 'text/html' }));
    };
    await expectRefused(() => attempt(ground.kiosk.page(), goToBlob));
  });

  it('window.open into its own window', async () => {
    const open = (to: string) => void window.open(to, '_self');
    await expectRefused(() => attempt(ground.kiosk.page(), open, ground.outside.http));
  });

  it('meta refresh', async () => {
    const refresh = (to: string) => {
      const meta = document.createElement('meta');
      meta.httpEquiv = 'refresh';
      meta.content = `0;url=${to}`;
      document.head.append(meta);
    };
    await expectRefused(() => attempt(ground.kiosk.page(), refresh, ground.outside.http));
  });
});

describe('what Chromium lets happen is taken back', () => {
  it('about:blank', async () => {
    await ground.main.take();
    await attempt(ground.kiosk.page(), () => location.assign('about:blank'));
    const went: string[] = [];
    await expect
      .poll(async () => {
        for (const { event, url } of await ground.main.take()) if (event === 'did-navigate') went.push(url);
        return went;
      }, PATIENT)
      .toEqual(['about:blank', HOME_URL]);
  });

  it('about:srcdoc, which is an error at the top', async () => {
    const { kiosk } = ground;
    await kiosk.nextVisit(() =>
      attempt(kiosk.page(), () => location.assign('about:srcdoc')).catch(() => undefined),
    );
    await expect
      .poll(() => kiosk.app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows().length), PATIENT)
      .toBe(1);
  });
});

it.each([
  ['of our own', () => HOME_URL],
  ['of the network', ({ http }: OutsideWorld) => http],
  ['of data:', () => 'data:text/plain,hello'],
])('a link that downloads something %s leaves nothing', async (_, address) => {
  const page = ground.kiosk.page();
  await ground.main.take();
  await placeLink(page, { href: address(ground.outside), download: 'taken.txt' });
  await page.evaluate(() =>
    document
      .querySelector('#placed')
      ?.addEventListener('click', ({ target }) => (target as Element).remove()),
  );
  await press(ground.kiosk, CORNER);
  await expect.poll(() => page.evaluate(() => document.querySelector('#placed')), PATIENT).toBeNull();
  // The ground looks for files; a download that began and was stopped would be seen here.
  const begun = (await ground.main.take()).filter(
    ({ event, refused }) => event === 'will-download' && !refused,
  );
  expect(begun).toEqual([]);
});

describe('history', () => {
  it('has nothing to go back to', async () => {
    const { kiosk } = ground;
    const page = kiosk.page();
    await page.evaluate(() => Object.assign(window, { same: true }));
    await attempt(page, () => {
      history.go(-5);
      history.back();
      history.forward();
    });
    const states = await kiosk.app.evaluate(({ webContents }) => {
      const contents = webContents.getAllWebContents()[0];
      contents?.goBack();
      return [contents?.canGoBack(), contents?.canGoForward()];
    });
    expect(states).toEqual([false, false]);
    expect(await page.evaluate(() => 'same' in window)).toBe(true);
  });
});
