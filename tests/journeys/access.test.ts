import { afterAll, beforeAll, describe, it } from 'vitest';
import { en } from '../../renderer/words/en/screens.ts';
import { nl } from '../../renderer/words/nl/screens.ts';
import { toOutcome } from './every-screen.ts';
import { judgeScreen as judge } from './judge-screen.ts';
import { type Kiosk, launchKiosk } from './launch-kiosk.ts';
import { answer, begin, heading, starting, touch } from './walk-through.ts';

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
    await judge(page);
  });

  it('the desk', async () => {
    await touch(kiosk.page(), nl.bar.desk);
    await judge(kiosk.page());
    await touch(kiosk.page(), nl.bar.home);
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
