import type { Page } from 'playwright';
import type { ScreenWords } from '../../renderer/words/nl/screens.ts';
import { answer, begin, heading, touch } from './walk-through.ts';

/** Flows and topics are found by the words of the shipped pack, in Dutch or English. */
const MONEY = 'li[data-tint=money] button';
const DIGITAL = 'li[data-tint=digital] button';
const flowOf = (page: Page, name: RegExp) => page.locator('main section button').filter({ hasText: name });

/**
 * Goes from the attract screen through one of every sort of screen, and shows each to `look`. Ends at home. The page
 * must stand at the attract screen.
 */
export async function everyScreen(
  page: Page,
  words: ScreenWords,
  look: (screen: string) => Promise<void>,
): Promise<void> {
  const home = async () => {
    await touch(page, words.bar.home);
    await heading(page, words.home.title).waitFor();
  };
  await look('attract');
  await begin(page, words);
  await look('home');
  await touch(page, words.search.button);
  await page.getByRole('textbox').fill('huurtoeslag');
  await page.locator('main mark').first().waitFor();
  await look('search');
  await page.getByRole('textbox').fill('xqzzvwk');
  await page.getByText(words.search.nothing, { exact: true }).waitFor();
  await touch(page, words.keyboard.done);
  await look('search in vain');
  await home();
  await page.locator(MONEY).click();
  await page.locator('main section').first().waitFor();
  await look('topic');
  await flowOf(page, /Huurtoeslag|Rent allowance/)
    .first()
    .click();
  await page.locator('[data-answer]').first().waitFor();
  await look('question');
  await touch(page, words.flow.why);
  await look('why we ask');
  await touch(page, words.flow.understood);
  await page.getByRole('dialog').waitFor({ state: 'detached' });
  await answer(page, 1);
  await page.getByRole('group', { name: words.flow.digits }).waitFor();
  await look('question for a number');
  await toOutcome(page);
  // Where to go comes a moment later than the rest.
  await page.locator('[data-near-places]').waitFor();
  await look('outcome');
  await touch(page, words.takeAlong.open);
  await page.getByRole('button', { name: words.takeAlong.larger, exact: true }).waitFor();
  await look('taking along');
  for (const way of [words.takeAlong.phone, words.takeAlong.larger]) {
    await touch(page, way);
    await page.getByRole('dialog').waitFor();
    await look(way);
    await touch(page, words.takeAlong.close);
    await page.getByRole('dialog').waitFor({ state: 'detached' });
  }
  await touch(page, words.bar.back);
  await touch(page, words.bar.desk);
  await heading(page, words.desk.title).waitFor();
  await look('desk');
  await home();
  await page.locator(DIGITAL).click();
  await page
    .locator('section', { has: page.getByRole('heading', { name: words.topic.articles, exact: true }) })
    .locator('button')
    .first()
    .click();
  await page.locator('article').waitFor();
  await look('article');
  await home();
  await page.locator(MONEY).click();
  await flowOf(page, /AOW|tate pension/)
    .first()
    .click();
  await page.getByText(words.flow.day, { exact: true }).waitFor();
  for (const digit of '30021960') await touch(page, digit);
  await page.getByRole('alert').filter({ hasText: words.flow.dateWrong }).waitFor();
  await look('question for a date, and what is not right');
  await home();
  await page.locator(MONEY).click();
  await flowOf(page, /Welke toeslag|Which/)
    .first()
    .click();
  for (const digit of '35') await touch(page, digit);
  await touch(page, words.flow.next);
  await page.locator('[data-answer][aria-pressed]').first().click();
  await look('question with several answers');
  await home();
  await directory(page, words, look);
  await home();
}

/** From home: the services of a topic, the ways to choose, a service, and what is said when nothing fits. */
export async function directory(
  page: Page,
  words: ScreenWords,
  look: (screen: string) => Promise<void>,
): Promise<void> {
  await page.locator(MONEY).click();
  await page.locator('[data-near]').click();
  await heading(page, words.directory.title).waitFor();
  await look('services');
  await touch(page, words.directory.choose);
  await page.getByRole('dialog').waitFor();
  await look('choosing services');
  await touch(page, words.directory.close);
  await page.getByRole('dialog').waitFor({ state: 'detached' });
  // One with hours, so that their table is there too; the first that ships has an alert.
  await page
    .locator('[data-service]')
    .filter({ has: page.locator('[data-opening]') })
    .first()
    .click();
  await page.getByRole('button', { name: words.takeAlong.open, exact: true }).waitFor();
  await look('service');
  // With controls low the code is behind the button that takes the page along, and not on the page.
  const code = page.getByRole('img', { name: words.takeAlong.code });
  if ((await page.locator(':root[data-controls="low"]').count()) === 0) {
    await code.scrollIntoViewIfNeeded();
    await look('code of a service');
  }
  await touch(page, words.bar.back);
  await touch(page, words.directory.choose);
  await page.locator('[data-offer=language]').last().click();
  await page.locator('[data-offer=neighbourhood]').first().click();
  await page.locator('[data-offer=wheelchair]').click();
  await touch(page, words.directory.close);
  await page.locator('[data-none] button').first().waitFor();
  await look('no services');
}

/** Answers "I don't know" until an outcome stands there. */
export async function toOutcome(page: Page): Promise<void> {
  for (let step = 0; step < 8 && (await page.locator('[data-verdict]').count()) === 0; step++) {
    const before = await page.locator('h1').textContent();
    await page.locator('[data-answer]').last().click();
    await page.waitForFunction((old) => document.querySelector('h1')?.textContent !== old, before);
  }
}
