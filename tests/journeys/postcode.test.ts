import type { Locator, Page } from 'playwright';
import { afterAll, beforeAll, expect, it, onTestFinished } from 'vitest';
import { dayText } from '../../core/domain/day-text.ts';
import { en } from '../../renderer/words/en/screens.ts';
import { nl } from '../../renderer/words/nl/screens.ts';
import { choose } from './displays.ts';
import { judgeScreen } from './judge-screen.ts';
import { type Kiosk, launchKiosk } from './launch-kiosk.ts';
import { type OwnPacks, ownPacks } from './own-packs.ts';
import { AMOUNTS, ASKS, ENDS, packOfQuestions } from './pack-of-questions.ts';
import { begin, heading, heardTyped, starting, touch } from './walk-through.ts';

let packs: OwnPacks;
let kiosk: Kiosk;
beforeAll(async () => {
  packs = ownPacks(packOfQuestions());
  kiosk = await launchKiosk({ packsDir: packs.packsDir, idleSeconds: 600 });
  await begin(kiosk.page());
  await toQuestion(kiosk.page());
});
afterAll(async () => {
  await kiosk?.close();
  packs?.remove();
});

const ownSource = `${nl.outcome.checkedAmounts.replace('{{date}}', dayText(AMOUNTS.checkedOn, 'nl'))} · ${nl.outcome.source.replace('{{site}}', AMOUNTS.site)}`;

async function toQuestion(page: Page): Promise<void> {
  await starting(page, 'Geld').click();
  await starting(page, 'Huur').first().click();
  await heading(page, ASKS.postcode).waitFor();
}

const group = (page: Page, name: string) => page.getByRole('group', { name, exact: true });

it('asks for digits first, and nothing goes on before all of it is there', async () => {
  const page = kiosk.page();
  await judgeScreen(page);
  for (const sign of '351') await touch(page, sign);
  await group(page, nl.flow.digits).waitFor();
  expect(await heardTyped(page)).toBe('351');
  expect(await page.getByRole('button', { name: nl.flow.next, exact: true }).isDisabled()).toBe(true);
});

it('turns to letters by itself after four digits, and back when the last digit is wiped', async () => {
  const page = kiosk.page();
  await touch(page, '2');
  await group(page, nl.flow.letters).waitFor();
  await judgeScreen(page);
  await touch(page, nl.flow.remove);
  await group(page, nl.flow.digits).waitFor();
  await touch(page, '1');
  await group(page, nl.flow.letters).waitFor();
  expect(await heardTyped(page)).toBe('3511');
});

it('refuses one that is not given out, kindly, and keeps it to be mended', async () => {
  const page = kiosk.page();
  for (const sign of 'SS') await touch(page, sign);
  await page.getByRole('alert').filter({ hasText: nl.flow.postcodeWrong }).waitFor();
  expect(await page.getByRole('button', { name: nl.flow.next, exact: true }).isDisabled()).toBe(true);
  await judgeScreen(page);
  // A seventh sign has no place.
  await touch(page, 'A');
  expect(await heardTyped(page)).toBe('3511 SS');
  await touch(page, nl.flow.remove);
  expect(await page.getByRole('alert').textContent()).toBe('');
});

it('says why it is asked, and where the amount in that comes from', async () => {
  const page = kiosk.page();
  await touch(page, nl.flow.why);
  await page.getByRole('dialog').getByText('9 jaar').waitFor();
  await page.getByRole('dialog').getByText(ownSource).waitFor();
  await judgeScreen(page);
  await touch(page, nl.flow.understood);
  await page.getByRole('dialog').waitFor({ state: 'detached' });
});

it('goes on by what was typed', async () => {
  const page = kiosk.page();
  await touch(page, 'B');
  expect(await heardTyped(page)).toBe('3511 SB');
  await touch(page, nl.flow.next);
  await heading(page, ENDS.near).waitFor();
  // The day of the amount is not that of the page.
  await page.getByText(ownSource).waitFor();
  await page.getByText(nl.outcome.checked.replace('{{date}}', dayText('2026-11-03', 'nl'))).waitFor();
});

it('is asked again when the visitor goes back, and takes a real keyboard too', async () => {
  const page = kiosk.page();
  await touch(page, nl.bar.back);
  await heading(page, ASKS.postcode).waitFor();
  await page.keyboard.type('9711ab');
  await expect.poll(() => heardTyped(page)).toBe('9711 AB');
  await touch(page, nl.flow.next);
  await heading(page, ASKS.number).waitFor();
});

it('says of an amount that is too old where to ask, in the question and in why it is asked', async () => {
  const page = kiosk.page();
  await page.locator('main').getByText(nl.outcome.stale).waitFor();
  await judgeScreen(page);
  await touch(page, nl.flow.why);
  await page.getByRole('dialog').getByText(nl.outcome.stale).waitFor();
  await judgeScreen(page);
  await touch(page, nl.flow.understood);
  await page.getByRole('dialog').waitFor({ state: 'detached' });
});

it('says of a number with a digit too many what fits, and does not leave the digit away', async () => {
  const page = kiosk.page();
  await page.keyboard.type('1000000000');
  const fits = nl.flow.outOfRange.replace('{{from}}', '0').replace('{{to}}', '999999999');
  await page.getByRole('alert').filter({ hasText: fits }).waitFor();
  // A sheet over the question has the keys.
  await touch(page, nl.flow.why);
  await page.getByRole('dialog').waitFor();
  await page.keyboard.press('Backspace');
  await page.keyboard.press('Escape');
  await page.getByRole('dialog').waitFor({ state: 'detached' });
  expect(await heardTyped(page)).toBe(`1000000000 ${nl.flow.units.euro_other}`);
});

it('brings what is not right into sight where letters are large and the finger is on the last keys', async () => {
  const page = kiosk.page();
  const size = await page.evaluate(() => ({ width: innerWidth, height: innerHeight }));
  await page.setViewportSize({ width: 1366, height: 768 });
  await choose(page, { text: 200 });
  await page.keyboard.press('Backspace');
  const line = page.getByRole('alert');
  await expect.poll(() => line.textContent()).toBe('');
  await page.getByRole('button', { name: '0', exact: true }).scrollIntoViewIfNeeded();
  expect(await topIsInSight(line)).toBe(false);
  await page.keyboard.type('0');
  await expect.poll(() => line.textContent()).not.toBe('');
  await expect.poll(() => topIsInSight(line)).toBe(true);
  await choose(page, { text: 100 });
  await page.setViewportSize(size);
});

/** The first words of this line are seen, and lie under nothing. */
const topIsInSight = (line: Locator) =>
  line.evaluate((element) => {
    const { left, top, width } = element.getBoundingClientRect();
    return element.contains(document.elementFromPoint(left + width / 2, top + 8));
  });

it('need not be known', async () => {
  const page = kiosk.page();
  await touch(page, nl.bar.home);
  await toQuestion(page);
  await starting(page, nl.flow.dontKnow).click();
  await heading(page, ENDS.desk).waitFor();
});

it('is asked, refused and kept to be mended in English too', async () => {
  const other = await launchKiosk({ packsDir: packs.packsDir, language: 'en', idleSeconds: 600 });
  onTestFinished(() => other.close());
  const page = other.page();
  await begin(page, en);
  await toQuestion(page);
  await group(page, en.flow.digits).waitFor();
  for (const sign of '3511SS') await touch(page, sign);
  await page.getByRole('alert').filter({ hasText: en.flow.postcodeWrong }).waitFor();
  await judgeScreen(page);
  await touch(page, en.flow.remove);
  await touch(page, 'B');
  await touch(page, en.flow.next);
  await heading(page, ENDS.near).waitFor();
});
