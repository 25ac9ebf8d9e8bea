import { readdirSync } from 'node:fs';
import { relative } from 'node:path';
import { expect } from 'vitest';
import type { VisitorKiosk } from './launch-as-visitor.ts';

export const HOME_URL = 'balie://app/index.html';
/**
 * What Chromium and the desktop's libraries keep for themselves; everything else was put there by an attempt.
 */
const THEIR_OWN = /^(data|run|\.cache|\.config|\.pki|\.local)(\/|$)|^(Desktop|Downloads)$/;

/**
 * Holds that nothing came of an attempt: the same window with the same page, still of use, and nothing
 * outside it.
 */
export async function expectStillHome(kiosk: VisitorKiosk): Promise<void> {
  const page = kiosk.page();
  // No locators: after a navigation that was refused, Playwright's wait for it to finish.
  await expect
    .poll(() => page.evaluate(() => document.querySelectorAll('h1').length), { timeout: 15_000 })
    .toBe(1);
  expect(await page.evaluate(() => location.href)).toBe(HOME_URL);
  // An answer from the other end also means that what was asked before it has been dealt with.
  const home = await page.evaluate(() => window.balie.invoke('content:home', {}));
  expect(home.topics.length).toBeGreaterThan(0);
  const windows = await kiosk.app.evaluate(({ BrowserWindow, webContents, screen }) => {
    const { width, height } = screen.getPrimaryDisplay().bounds;
    return {
      contents: webContents.getAllWebContents().map((contents) => contents.getURL()),
      devTools: webContents.getAllWebContents().some((contents) => contents.isDevToolsOpened()),
      windows: BrowserWindow.getAllWindows().map((window) => {
        const bounds = window.getBounds();
        // Without a window manager, X leaves a pixel of the screen.
        const fills =
          bounds.x === 0 && bounds.y === 0 && bounds.width >= width - 1 && bounds.height >= height - 1;
        return {
          visible: window.isVisible(),
          kiosk: window.isKiosk(),
          minimized: window.isMinimized(),
          fills,
        };
      }),
    };
  });
  expect(windows).toEqual({
    contents: [HOME_URL],
    devTools: false,
    windows: [{ visible: true, kiosk: true, minimized: false, fills: true }],
  });
  expect(kiosk.account.opened()).toBe('');
  // Chromium itself makes an empty file for a download that begins, and takes it away a moment after it was refused.
  await expect.poll(() => filesOutside(kiosk.account.home), { timeout: 15_000 }).toEqual([]);
}

function filesOutside(home: string): string[] {
  return readdirSync(home, { recursive: true, withFileTypes: true })
    .map((entry) => relative(home, `${entry.parentPath}/${entry.name}`))
    .filter((name) => !THEIR_OWN.test(name));
}
