// The desk's own PC: a question is logged by finger alone and by keys alone, put right, taken back, and entered from paper.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'playwright';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { nl } from '../../renderer/words/nl/screens.ts';
import { nl as staff } from '../../renderer/words/nl/staff.ts';
import { give, PIN, setPin } from './admin-door.ts';
import { judgeScreen } from './judge-screen.ts';
import { type Kiosk, launchKiosk } from './launch-kiosk.ts';
import { answer, heading, touch } from './walk-through.ts';

let kiosk: Kiosk;
let page: Page;
const dataDir = mkdtempSync(join(tmpdir(), 'balie-desk-'));
beforeAll(async () => {
  setPin(dataDir);
  kiosk = await launchKiosk({ dataDir, profile: 'desk' });
  page = kiosk.page();
});
afterAll(async () => {
  await kiosk?.close();
  rmSync(dataDir, { recursive: true, force: true });
});

const recent = () =>
  page
    .locator('section ul li')
    .filter({ has: page.locator('small') })
    .locator('b')
    .allInnerTexts();
const saved = (subject: string) => page.locator('[data-saved]').filter({ hasText: subject });
const tile = (subject: string) => page.locator('button[data-key]').filter({ hasText: subject });

it('begins at the door of the staff, and opens at the log', async () => {
  await judgeScreen(page);
  await give(page, PIN);
  await heading(page, staff.log.title).waitFor();
  await tile('DigiD').waitFor();
  await judgeScreen(page);
});

it('logs with one touch, says so, and takes what was otherwise and another question of the same visitor', async () => {
  await tile('DigiD').click();
  await saved('DigiD').waitFor();
  await page.getByRole('radio', { name: staff.outcomes.referred, exact: true }).click();
  await touch(page, staff.log.sameVisitor);
  await judgeScreen(page);
  await tile('Toeslagen').click();
  await saved('Toeslagen').waitFor();
  await expect.poll(recent).toEqual(['Toeslagen', 'DigiD']);
  expect(await page.locator('section li').filter({ hasText: 'DigiD' }).textContent()).toContain(
    staff.outcomes.referred,
  );
});

it('takes a question back with one touch, and after that with none', async () => {
  await touch(page, staff.log.undo);
  await page.getByText(staff.log.undone, { exact: true }).last().waitFor();
  await expect.poll(recent).toEqual(['DigiD']);
});

it('fills itself from the flow that was just walked here', async () => {
  await touch(page, staff.visitor);
  await heading(page, nl.home.title).waitFor();
  await page.locator('li[data-tint=money] button').click();
  await page
    .locator('main section button')
    .filter({ hasText: /Huurtoeslag/ })
    .first()
    .click();
  await page.locator('[data-answer]').first().waitFor();
  await answer(page, 1);
  await judgeScreen(page);
  await page.keyboard.press('F2');
  await heading(page, staff.log.title).waitFor();
  await page.getByText(staff.log.walked, { exact: true }).waitFor();
  await judgeScreen(page);
  await page.keyboard.press('0');
  await saved('Toeslagen').waitFor();
  await expect.poll(recent).toEqual(['Toeslagen', 'DigiD']);
  await expect.poll(() => page.getByText(staff.log.walked, { exact: true }).count()).toBe(0);
});

it('logs with two keys from anywhere, and undoes with one more', async () => {
  await page.keyboard.press('F2');
  await page.waitForFunction(() => document.activeElement?.hasAttribute('data-first'));
  await page.keyboard.press('1');
  await saved('DigiD').waitFor();
  await expect.poll(recent).toEqual(['DigiD', 'Toeslagen', 'DigiD']);
  await page.keyboard.press('Control+z');
  await expect.poll(recent).toEqual(['Toeslagen', 'DigiD']);
});

it('corrects a question, by keys alone, and keeps how it was', async () => {
  await page.locator('section li button').first().focus();
  await page.keyboard.press('Enter');
  await page.getByRole('dialog').waitFor();
  await judgeScreen(page);
  await page.getByRole('radio', { name: staff.durations['5-15'], exact: true }).last().focus();
  await page.keyboard.press('ArrowRight');
  await page.getByRole('button', { name: staff.form.earlier, exact: true }).focus();
  await page.keyboard.press('Enter');
  await page.getByText(staff.form.yesterday, { exact: true }).waitFor();
  await page.getByRole('button', { name: staff.form.save, exact: true }).focus();
  await page.keyboard.press('Enter');
  await page.getByRole('dialog').waitFor({ state: 'detached' });
  await page.locator('section li button').first().click();
  await page.getByRole('heading', { name: staff.form.history, exact: true }).waitFor();
  await judgeScreen(page);
  await touch(page, staff.close);
});

it('fills in all fields of a question', async () => {
  await touch(page, staff.log.more);
  await page.getByRole('dialog').waitFor();
  await page.getByRole('dialog').getByRole('radio', { name: 'Printen en scannen', exact: true }).click();
  await judgeScreen(page);
  await touch(page, staff.form.save);
  await saved('Printen en scannen').waitFor();
});

it('enters a tally sheet by finger and by keys, and takes it back', async () => {
  await touch(page, staff.log.tally);
  await heading(page, staff.tally.title).waitFor();
  const box = (subject: string) =>
    page.getByRole('button', { name: new RegExp(`^${subject}, ${staff.outcomes.answered}:`) });
  await box('DigiD').click();
  await box('DigiD').click();
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('1');
  await page.keyboard.press('2');
  await judgeScreen(page);
  await touch(page, staff.tally.total_other.replace('{{count}}', '14'));
  await page.getByText(staff.tally.saved_other.replace('{{count}}', '14')).waitFor();
  await touch(page, staff.log.undo);
  await page.getByText(staff.log.undone, { exact: true }).waitFor();
  await touch(page, staff.tally.back);
  await expect.poll(recent).toEqual(['Printen en scannen', 'Toeslagen', 'DigiD']);
});
