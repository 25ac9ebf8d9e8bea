// What the help was worth, at the desk: from what was added up, without a network, for eyes, for a screen reader and by keys.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'playwright';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { reportWords } from '../../core/domain/report/report-words.ts';
import { nl as staff } from '../../renderer/words/nl/staff.ts';
import { nl as worth } from '../../renderer/words/nl/worth.ts';
import { give, PIN, setPin } from './admin-door.ts';
import { fillDeskYear } from './desk-year.ts';
import { judgeScreen } from './judge-screen.ts';
import { type Kiosk, launchKiosk } from './launch-kiosk.ts';
import { heading, touch } from './walk-through.ts';

const words = reportWords('nl');
let kiosk: Kiosk;
let page: Page;
const dataDir = mkdtempSync(join(tmpdir(), 'balie-worth-'));

beforeAll(async () => {
  setPin(dataDir);
  fillDeskYear(dataDir);
  kiosk = await launchKiosk({ dataDir, profile: 'desk' });
  page = kiosk.page();
  await give(page, PIN);
  await heading(page, staff.log.title).waitFor();
});
afterAll(async () => {
  await kiosk?.close();
  rmSync(dataDir, { recursive: true, force: true });
});

const figure = (title: string) => page.getByRole('figure', { name: title, exact: true });

it('opens from the list, and says that this month has no question yet', async () => {
  await touch(page, staff.worth);
  await heading(page, worth.title).waitFor();
  await page.getByText(worth.none, { exact: true }).waitFor();
  // The space bar opens the list of months, and is no switch then.
  await page.getByLabel(worth.period).focus();
  await page.keyboard.press(' ');
  await page.keyboard.press('Escape');
  expect(await page.evaluate(() => document.documentElement.dataset['keys'])).toBeUndefined();
  await judgeScreen(page);
});

it('shows a whole year, each chart with its table behind it', async () => {
  await page.getByLabel(worth.period).selectOption({ label: 'Heel 2025' });
  await figure(words.variables.category).waitFor();
  await page.getByText('785', { exact: true }).first().waitFor();
  await judgeScreen(page);
  const category = figure(words.variables.category);
  await category.getByRole('button', { name: worth.table }).focus();
  await page.keyboard.press('Enter');
  const row = category.getByRole('row').filter({ hasText: 'Hulp bij contact met de overheid' });
  await expect.poll(() => row.getByRole('cell').allInnerTexts()).toEqual(['520', '66%']);
  for (const title of [words.variables.organization, worth.moments, words.trend])
    await figure(title).getByRole('button', { name: worth.table }).click();
  await figure(words.trend).getByRole('row').filter({ hasText: 'oktober 2025' }).waitFor();
  await judgeScreen(page);
});

it('shows one month, and then counts a question that is logged now', async () => {
  await page.getByLabel(worth.period).selectOption({ label: 'oktober 2025' });
  await page.getByText('110', { exact: true }).first().waitFor();
  await page.keyboard.press('F2');
  await heading(page, staff.log.title).waitFor();
  await page.locator('button[data-key]').filter({ hasText: 'DigiD' }).click();
  await page.locator('[data-saved]').waitFor();
  await touch(page, staff.worth);
  await figure(words.variables['sub-category']).getByText('DigiD', { exact: true }).first().waitFor();
  // Whoever logs nothing for months sees that in the trend, and hears it too.
  await figure(words.trend).getByRole('button', { name: worth.table }).click();
  const months = figure(words.trend).getByRole('row');
  expect((await months.allInnerTexts()).slice(-2).map((row) => row.split(/\s+/).at(-1))).toEqual(['0', '1']);
  expect(await months.count()).toBe(14);
  await judgeScreen(page);
});
