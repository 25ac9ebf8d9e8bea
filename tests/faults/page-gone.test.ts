import type { Page } from 'playwright';
import { expect, test } from 'vitest';
import { nl } from '../../renderer/words/nl/screens.ts';
import type { Kiosk } from '../journeys/launch-kiosk.ts';
import { heading } from '../journeys/walk-through.ts';
import { logged, startKiosk, useContent } from './start-kiosk.ts';
import { aUsedKiosk } from './used-kiosk.ts';

const SECRET = 'left-by-a-visitor';

/** The process of the page that is shown. */
async function processOf(kiosk: Kiosk): Promise<number> {
  return await kiosk.app.evaluate(({ webContents }) =>
    Math.max(...webContents.getAllWebContents().map((each) => each.getOSProcessId())),
  );
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch {
    return false;
  }
}

/** Leaves something in every place where a page can keep it. */
async function leave(page: Page): Promise<void> {
  await page.evaluate((secret) => {
    localStorage.setItem('left', secret);
    sessionStorage.setItem('left', secret);
  }, SECRET);
}

/** A page as no visitor has ever seen it: the first screen, and nothing of anybody before. */
async function expectFresh(page: Page): Promise<void> {
  await heading(page, nl.attract.title).waitFor();
  const left = await page.evaluate(() => [localStorage.length, sessionStorage.length]);
  expect(left).toEqual([0, 0]);
}

test('a page whose process dies, and one that hangs, make way for a fresh one', async () => {
  const { dataDir, packsDir } = aUsedKiosk();
  const kiosk = await startKiosk({ dataDir, packsDir });
  await useContent(kiosk.page());
  await leave(kiosk.page());
  const first = await processOf(kiosk);
  const afterCrash = await kiosk.nextVisit(async () => process.kill(first, 'SIGKILL'));
  await expectFresh(afterCrash);
  expect(await logged(dataDir, 'page-crashed')).toContain('killed');
  await useContent(afterCrash);

  await leave(afterCrash);
  const second = await processOf(kiosk);
  expect(second).not.toBe(first);
  const afterHang = await kiosk.nextVisit(async () => {
    void afterCrash.evaluate('for (;;);').catch(() => undefined);
    // Chromium looks whether a page hangs when somebody touches it.
    void afterCrash.mouse.click(200, 200).catch(() => undefined);
  });
  await expectFresh(afterHang);
  await logged(dataDir, 'visit-ended');
  await expect.poll(() => isAlive(second), { timeout: 20_000 }).toBe(false);
  await useContent(afterHang);
});
