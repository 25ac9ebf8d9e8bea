import { AxeBuilder } from '@axe-core/playwright';
import type { Page } from 'playwright';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { LAYOUTS } from '../../renderer/ui/keyboard/layouts.ts';
import { en } from '../../renderer/words/en/screens.ts';
import { nl } from '../../renderer/words/nl/screens.ts';
import { type Kiosk, launchKiosk } from './launch-kiosk.ts';
import { answer, atRest, begin, heading, starting, touch } from './walk-through.ts';

/** The smallest control that a finger finds without aiming. */
const TARGET_PX = 64;

/** What every screen must be: no violation of axe, one heading of the first level, targets large enough, nothing cut off. */
async function judge(page: Page): Promise<void> {
  await atRest(page);
  const { violations } = await new AxeBuilder({ page }).setLegacyMode(true).analyze();
  expect(violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' ')}`)).toEqual([]);
  expect(await page.locator('h1').count()).toBe(1);
  const faults = await page.evaluate((least) => {
    const small = [...document.querySelectorAll('button')]
      .map((button) => ({
        box: button.getBoundingClientRect(),
        name: button.getAttribute('aria-label') ?? button.textContent,
      }))
      .filter(({ box }) => box.width > 0 && (box.width < least || box.height < least))
      .map(({ box, name }) => `${name} is ${Math.round(box.width)} by ${Math.round(box.height)}`);
    const wide = [...document.querySelectorAll('button, h1, h2, h3, p, li')]
      .filter(
        (element) =>
          element.scrollWidth > element.clientWidth + 2 && getComputedStyle(element).display !== 'inline',
      )
      .map((element) => `cut off: ${element.textContent?.slice(0, 60)}`);
    return [...small, ...wide];
  }, TARGET_PX);
  expect(faults).toEqual([]);
}

let kiosk: Kiosk;
beforeAll(async () => {
  kiosk = await launchKiosk({ idleSeconds: 600 });
});
afterAll(() => kiosk?.close());

describe('every screen is accessible', () => {
  it('attract', () => judge(kiosk.page()));

  it('home', async () => {
    await begin(kiosk.page());
    await judge(kiosk.page());
  });

  it('the choice of languages', async () => {
    const page = kiosk.page();
    await touch(page, nl.language.button.replace('{{name}}', nl.languageName));
    await judge(page);
    await touch(page, nl.language.close);
  });

  it('every topic', async () => {
    const page = kiosk.page();
    for (let topic = 0; topic < 8; topic++) {
      await page.locator('li[data-tint] button').nth(topic).click();
      await page.locator('main section').first().waitFor();
      await judge(page);
      await touch(page, nl.bar.home);
      await heading(page, nl.home.title).waitFor();
    }
  });

  it('a question with choices, and why we ask', async () => {
    const page = kiosk.page();
    await starting(page, 'Geld en toeslagen').click();
    await starting(page, 'Huurtoeslag').first().click();
    await judge(page);
    await touch(page, nl.flow.why);
    await judge(page);
    await touch(page, nl.flow.understood);
  });

  it('a question for a number', async () => {
    await answer(kiosk.page(), 1);
    await kiosk.page().getByRole('group', { name: nl.flow.digits }).waitFor();
    await judge(kiosk.page());
  });

  it('an outcome', async () => {
    const page = kiosk.page();
    for (let step = 0; step < 8 && (await page.locator('[data-verdict]').count()) === 0; step++) {
      const before = await page.locator('h1').textContent();
      await page.locator('[data-answer]').last().click();
      await page.waitForFunction((old) => document.querySelector('h1')?.textContent !== old, before);
    }
    await judge(page);
  });

  it('the desk', async () => {
    await touch(kiosk.page(), nl.bar.desk);
    await judge(kiosk.page());
    await touch(kiosk.page(), nl.bar.home);
  });

  it('searching: the keyboard, its accents, its languages, its digits; and without it', async () => {
    const page = kiosk.page();
    await touch(page, nl.search.button);
    await heading(page, nl.search.title).waitFor();
    await judge(page);
    await touch(page, 'a');
    await touch(page, nl.keyboard.accents);
    await touch(page, 'e');
    await page.locator('[data-choice]').first().waitFor();
    await judge(page);
    await touch(page, 'é');
    for (const { name } of LAYOUTS.toReversed()) {
      await touch(page, nl.keyboard.layouts);
      await judge(page);
      await touch(page, name);
      await judge(page);
    }
    await touch(page, nl.keyboard.signs);
    await judge(page);
    await touch(page, nl.keyboard.done);
    await judge(page);
    await touch(page, nl.bar.home);
  });

  it('a question for a date', async () => {
    const page = kiosk.page();
    await starting(page, 'Geld en toeslagen').click();
    await starting(page, 'AOW').first().click();
    await page.getByText(nl.flow.day, { exact: true }).waitFor();
    await judge(page);
    for (const digit of '30021960') await touch(page, digit);
    await page.getByRole('alert').filter({ hasText: nl.flow.dateWrong }).waitFor();
    await judge(page);
    await touch(page, nl.bar.home);
  });

  it('a question with several answers', async () => {
    const page = kiosk.page();
    await starting(page, 'Geld en toeslagen').click();
    await starting(page, 'Welke toeslag').first().click();
    for (const digit of '35') await touch(page, digit);
    await touch(page, nl.flow.next);
    await page.locator('[data-answer][aria-pressed]').first().click();
    await judge(page);
    await touch(page, nl.bar.home);
  });

  it('an article, in English too', async () => {
    const page = kiosk.page();
    await starting(page, 'Computer en DigiD').click();
    await starting(page, 'DigiD aanvragen').last().click();
    await page.locator('article').waitFor();
    await judge(page);
    await touch(page, nl.language.button.replace('{{name}}', nl.languageName));
    await touch(page, en.languageName);
    await judge(page);
  });
});
