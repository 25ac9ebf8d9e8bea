import type { Page } from 'playwright';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { LAYOUTS } from '../../renderer/ui/keyboard/layouts.ts';
import { en } from '../../renderer/words/en/screens.ts';
import { nl, type ScreenWords } from '../../renderer/words/nl/screens.ts';
import { directory, toOutcome } from './every-screen.ts';
import { judgeScreen } from './judge-screen.ts';
import { type Kiosk, launchKiosk } from './launch-kiosk.ts';
import { type OwnCups, startOwnCups } from './own-cups.ts';
import { toTakeAlong } from './to-take-along.ts';
import { answer, begin, heading, heardTyped, starting, touch } from './walk-through.ts';

let cups: OwnCups;
let kiosk: Kiosk;
/** The words of the screens there are now. */
let words: ScreenWords = nl;
beforeAll(async () => {
  cups = await startOwnCups();
  cups.addQueue('Hal', 'a4');
  cups.addQueue('Bon', 'roll');
  kiosk = await launchKiosk({ idleSeconds: 600, env: cups.env });
});
afterAll(async () => {
  await kiosk?.close();
  await cups?.remove();
});

/** What every screen must be; and on each is the way to the desk, and to the display help. Over a sheet they wait. */
async function judge(page: Page): Promise<void> {
  await judgeScreen(page);
  if ((await page.locator('dialog[open]').count()) > 0) return;
  for (const way of [words.bar.desk, words.display.title]) {
    const button = page.locator('nav, main').getByRole('button', { name: way, exact: true }).last();
    const isThere = await button.evaluate((element) => {
      const { left, top, width, height } = element.getBoundingClientRect();
      return element.contains(document.elementFromPoint(left + width / 2, top + height / 2));
    });
    expect(isThere, way).toBe(true);
  }
}

describe('every screen is accessible', () => {
  it('attract', () => judge(kiosk.page()));

  it('home', async () => {
    await begin(kiosk.page());
    await judge(kiosk.page());
  });

  it('the display help', async () => {
    const page = kiosk.page();
    await touch(page, nl.display.title);
    await judge(page);
    await touch(page, nl.display.done);
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
    await toOutcome(page);
    await page.locator('[data-near-places]').waitFor();
    await judge(page);
  });

  it('taking it along: the ways, the code, the large text', async () => {
    const page = kiosk.page();
    await toTakeAlong(page);
    await judge(page);
    for (const way of [nl.takeAlong.phone, nl.takeAlong.larger]) {
      await touch(page, way);
      await page.getByRole('dialog').waitFor();
      await judge(page);
      await touch(page, nl.takeAlong.close);
      await page.getByRole('dialog').waitFor({ state: 'detached' });
    }
  });

  it('printing, what it says when the paper is out, and when it is ready', async () => {
    const page = kiosk.page();
    cups.breakPrinters('empty');
    await touch(page, nl.takeAlong.a4);
    await page.getByRole('heading', { name: nl.takeAlong.printing }).waitFor();
    const told = page.getByRole('dialog').getByRole('status').filter({ hasText: nl.takeAlong.printing });
    await told.evaluate((status) => status.setAttribute('data-same', ''));
    await judge(page);
    await page.getByRole('heading', { name: nl.takeAlong.results['paper-out'] }).waitFor();
    // Heard, and not only that it does not matter: what comes into a part that was there already.
    await page.locator('[data-same]').filter({ hasText: nl.takeAlong.results['paper-out'] }).waitFor();
    await judge(page);
    await touch(page, nl.takeAlong.close);
    cups.breakPrinters('none');
    await touch(page, nl.takeAlong.receipt);
    await page.getByRole('heading', { name: nl.takeAlong.printed }).waitFor();
    const ready = page.getByRole('dialog').getByRole('status').filter({ hasText: nl.takeAlong.printed });
    expect(await ready.count()).toBe(1);
    await judge(page);
    await page.getByRole('dialog').getByRole('button', { name: nl.takeAlong.close }).last().click();
    await touch(page, nl.bar.back);
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
    const { day, month, year } = nl.flow;
    expect(await heardTyped(page)).toBe(`${day} 30 ${month} 02 ${year} 1960`);
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

  it('the services of a topic, choosing among them, one that is whole, and none that fits', async () => {
    const page = kiosk.page();
    await directory(page, nl, () => judge(page));
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
    words = en;
    await judge(page);
  });
});
