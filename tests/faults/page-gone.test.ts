import { join } from 'node:path';
import Database from 'better-sqlite3';
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

// A page that hangs is in tests/escape/unwatched.test.ts: Chromium does not look for that while a debugger is attached.
test('a page whose process dies makes way for a fresh one', async () => {
  const { dataDir, packsDir } = aUsedKiosk();
  const kiosk = await startKiosk({ dataDir, packsDir });
  await useContent(kiosk.page());
  await leave(kiosk.page());
  const before = await processOf(kiosk);
  const next = await kiosk.nextVisit(async () => process.kill(before, 'SIGKILL'));
  await expectFresh(next);
  expect(await logged(dataDir, 'page-crashed')).toContain('killed');
  expect(await logged(dataDir, 'visit-ended')).toContain('crashed');
  expect(await processOf(kiosk)).not.toBe(before);
  await useContent(next);
  // A server holds the roll-out of a version that does this: so it must hear of it.
  let last = next;
  for (let more = 0; more < 2; more += 1) {
    const process_ = await processOf(kiosk);
    last = await kiosk.nextVisit(async () => process.kill(process_, 'SIGKILL'));
    await expectFresh(last);
  }
  await useContent(last);
  const ops = new Database(join(dataDir, 'ops.db'), { readonly: true });
  const rows = ops.prepare("SELECT code FROM incidents WHERE code = 'page-crashed'").all();
  ops.close();
  expect(rows).toHaveLength(3);
});
