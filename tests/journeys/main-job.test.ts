import type { Page } from 'playwright';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { en } from '../../renderer/words/en/screens.ts';
import type { ScreenWords } from '../../renderer/words/nl/screens.ts';
import { nl } from '../../renderer/words/nl/screens.ts';
import { type Kiosk, launchKiosk } from './launch-kiosk.ts';
import { expectInLowerHalf } from './lower-half.ts';
import { answer, begin, heading, starting, touch } from './walk-through.ts';

type Spoken = {
  readonly name: string;
  readonly words: ScreenWords;
  readonly topic: string;
  readonly flow: string;
  readonly first: string;
  readonly second: string;
  /** The flow with the longest list of answers, at its beginning, and the one with the longest of which one may choose several. */
  readonly many: string;
  readonly several: string;
};

const LANGUAGES: readonly Spoken[] = [
  {
    name: 'Dutch',
    words: nl,
    topic: 'Geld en toeslagen',
    flow: 'Huurtoeslag',
    first: 'Woont u in een huurhuis?',
    second: 'Hoe oud bent u?',
    many: 'Ik begrijp een brief niet',
    several: 'Is dit bericht echt?',
  },
  {
    name: 'English',
    words: en,
    topic: 'Money and benefits',
    flow: 'Rent allowance',
    first: 'Do you live in a rented home?',
    second: 'How old are you?',
    many: 'I do not understand a letter',
    several: 'Is this message real?',
  },
];

/** With "I don't know". */
const MOST_ANSWERS = 7;

describe.each(LANGUAGES)('the main job in $name', ({ words, topic, flow, first, second, many, several }) => {
  let kiosk: Kiosk;
  beforeAll(async () => {
    kiosk = await launchKiosk();
  });
  afterAll(() => kiosk?.close());

  it('begins on the attract screen, in the language that is touched', async () => {
    const page = kiosk.page();
    await heading(page, nl.attract.title).waitFor();
    await expectInLowerHalf(page, page.getByRole('button', { name: nl.attract.start, exact: true }));
    await touch(page, words.languageName);
    await heading(page, words.home.title).waitFor();
    expect(await page.evaluate(() => document.documentElement.lang)).toBe(words === nl ? 'nl' : 'en');
  });

  it('shows the eight topics as tiles', async () => {
    expect(await kiosk.page().locator('li[data-tint] button').count()).toBe(8);
  });

  it('opens a topic with its flows, its articles and the services near', async () => {
    const page = kiosk.page();
    await starting(page, topic).click();
    await heading(page, topic).waitFor();
    expect(await page.locator('section h2').allTextContents()).toEqual([
      words.topic.flows,
      words.topic.articles,
      words.directory.near,
    ]);
  });

  it('asks one question a screen, says where you are and why it asks', async () => {
    const page = kiosk.page();
    await starting(page, flow).first().click();
    await heading(page, first).waitFor();
    await expectInLowerHalf(page, page.locator('[data-answer]'));
    expect(await page.locator('main').textContent()).toContain(
      words.flow.progress.replace('{{number}}', '1'),
    );
    await touch(page, words.flow.why);
    await page.getByRole('dialog').waitFor();
    await touch(page, words.flow.understood);
    await page.getByRole('dialog').waitFor({ state: 'detached' });
  });

  it('goes on with an answer, back to the question before, and on again', async () => {
    const page = kiosk.page();
    await answer(page, 1);
    await heading(page, second).waitFor();
    await touch(page, words.bar.back);
    await heading(page, first).waitFor();
    await answer(page, 1);
    await heading(page, second).waitFor();
  });

  it('takes a number on its own keys, and says what is not right without losing it', async () => {
    const page = kiosk.page();
    for (const digit of '999') await touch(page, digit);
    await page.getByRole('alert').filter({ hasText: /\d/ }).waitFor();
    for (let times = 0; times < 3; times++) await touch(page, words.flow.remove);
    for (const digit of '35') await touch(page, digit);
    await expectInLowerHalf(page, page.getByRole('button', { name: words.flow.next, exact: true }));
    await touch(page, words.flow.next);
    await heading(page, second).waitFor({ state: 'detached' });
    await expectInLowerHalf(page, page.locator('[data-answer]'));
  });

  it('starts again from the first question', async () => {
    const page = kiosk.page();
    await touch(page, words.flow.again);
    await heading(page, first).waitFor();
  });

  it('leads "I don\'t know" to an outcome with steps and where to go', async () => {
    const page = kiosk.page();
    for (let step = 0; step < 8 && (await page.locator('[data-verdict]').count()) === 0; step++) {
      const before = await page.locator('h1').textContent();
      await page.locator('[data-answer]').last().click();
      await page.waitForFunction((old) => document.querySelector('h1')?.textContent !== old, before);
    }
    for (const action of [words.outcome.again, words.outcome.done, words.takeAlong.open])
      await expectInLowerHalf(page, page.getByRole('button', { name: action, exact: true }));
    expect(await page.locator('[data-verdict] ol li').count()).toBeGreaterThan(0);
    await page.getByRole('heading', { name: words.outcome.contacts }).waitFor();
    expect(await page.locator('main').textContent()).toContain(words.outcome.source.split('{{')[0]);
  });

  it.each([
    { most: 'answers', title: many, steps: [] },
    { most: 'answers to tick', title: several, steps: [1] },
  ])('has the $most that any question has in the lower half, all of them', async ({ title, steps }) => {
    const page = kiosk.page();
    await touch(page, words.bar.home);
    await page.locator('[data-tint="digital"] button').click();
    await starting(page, title).click();
    await page.locator('[data-answer]').first().waitFor();
    for (const step of steps) await answer(page, step);
    expect(await page.locator('[data-answer]').count()).toBe(MOST_ANSWERS);
    await expectInLowerHalf(page, page.locator('[data-answer]'));
  });

  it('opens an article and comes back', async () => {
    const page = kiosk.page();
    await touch(page, words.bar.home);
    await starting(page, topic).click();
    const article = page.locator('section').nth(1).getByRole('button').first();
    const title = (await article.textContent())?.trim() ?? '';
    await article.click();
    await heading(page, title).waitFor();
    await touch(page, words.bar.back);
    await heading(page, topic).waitFor();
  });

  it('sends to the desk from every screen', async () => {
    const page = kiosk.page();
    await touch(page, words.bar.desk);
    await heading(page, words.desk.title).waitFor();
    await touch(page, words.desk.back);
    await heading(page, topic).waitFor();
  });

  it('ends with everything erased: the attract screen, a fresh partition in memory, Dutch again', async () => {
    const before = await partitionOf(kiosk, kiosk.page());
    await kiosk.page().evaluate(() => sessionStorage.setItem('left', 'behind'));
    const next = await kiosk.nextVisit(() => touch(kiosk.page(), words.bar.stop));
    await heading(next, nl.attract.title).waitFor();
    expect(await next.evaluate(() => sessionStorage.getItem('left'))).toBeNull();
    const after = await partitionOf(kiosk, next);
    expect([before.persistent, after.persistent]).toEqual([false, false]);
    expect(after.mark).not.toBe(before.mark);
    await begin(next);
    expect(await next.locator('[data-answer]').count()).toBe(0);
  });
});

/** Whether the partition of this page writes to disk, and something that tells partitions apart. */
async function partitionOf(kiosk: Kiosk, page: Page): Promise<{ persistent: boolean; mark: string }> {
  // Asked of the page's own window: just after a visit the window before it may still be closing.
  const window = await kiosk.app.browserWindow(page);
  return window.evaluate(({ webContents }) => {
    const session: Electron.Session & { mark?: string } = webContents.session;
    session.mark ??= String(Math.random());
    return { persistent: session.isPersistent(), mark: session.mark };
  });
}
