import type { Page } from 'playwright';
import { expect, it, onTestFinished } from 'vitest';
import { en } from '../../renderer/words/en/screens.ts';
import { nl } from '../../renderer/words/nl/screens.ts';
import { choose, openDisplay } from './displays.ts';
import { judgeScreen } from './judge-screen.ts';
import { kioskAllDay } from './kiosk-all-day.ts';
import { type Kiosk, launchKiosk } from './launch-kiosk.ts';
import { tellPage } from './tell-page.ts';
import { answer, begin, heading, starting, touch } from './walk-through.ts';

const atAttract = kioskAllDay({ idleSeconds: 12 });

async function waiting(idleSeconds: number): Promise<Kiosk> {
  const kiosk = await launchKiosk({ idleSeconds });
  onTestFinished(() => kiosk.close());
  return kiosk;
}

async function inAFlow(start = atAttract): Promise<Kiosk> {
  const kiosk = await start();
  const page = kiosk.page();
  await begin(page);
  await starting(page, 'Geld en toeslagen').click();
  await starting(page, 'Huurtoeslag').first().click();
  await answer(page, 1);
  return kiosk;
}

/** The visitor goes on in English, on the screen where they are. */
async function inEnglish(page: Page): Promise<void> {
  await touch(page, nl.language.button.replace('{{name}}', nl.languageName));
  await touch(page, en.languageName);
  await page.getByRole('button', { name: en.bar.stop, exact: true }).waitFor();
}

it('warns a visitor who does nothing, in the language they read, goes on when told to, and has lost no answer', async () => {
  const { page } = await inAFlow();
  for (const words of [nl, en]) {
    if (words === en) await inEnglish(page());
    const asked = await page().locator('h1').textContent();
    await page().getByRole('heading', { name: words.idle.title }).waitFor();
    await judgeScreen(page());
    await touch(page(), words.idle.stay);
    await page().getByRole('dialog').waitFor({ state: 'detached' });
    expect(await page().locator('h1').textContent()).toBe(asked);
  }
});

it('counts down, and a touch anywhere is a yes', async () => {
  const { page } = await inAFlow();
  await page().getByRole('timer').waitFor();
  const first = await page().getByRole('timer').textContent();
  await page().waitForFunction((text) => document.querySelector('[role=timer]')?.textContent !== text, first);
  await page().mouse.click(5, 5);
  await page().getByRole('dialog').waitFor({ state: 'detached' });
});

it('warns before what was chosen on the first screen is forgotten too, while it is being chosen', async () => {
  const kiosk = await atAttract();
  const page = kiosk.page();
  await openDisplay(page);
  await page.getByRole('button', { name: '150%' }).click();
  await tellPage(kiosk, 'idle:warned', { secondsLeft: 20 });
  await page.getByRole('timer').waitFor();
  await touch(page, nl.idle.stay);
  await page.getByRole('timer').waitFor({ state: 'detached' });
  expect(await page.getByRole('dialog', { name: nl.display.title }).count()).toBe(1);
  expect(await page.evaluate(() => document.documentElement.dataset['text'])).toBe('150');
});

it('waits longer when somebody helps the visitor, and has lost no answer', async () => {
  const { page } = await inAFlow(() => waiting(4));
  const asked = await page().locator('h1').textContent();
  await touch(page(), nl.idle.helped);
  await page().getByRole('dialog').waitFor({ state: 'detached' });
  const since = await page().evaluate(() => performance.now());
  // By then, without help, the visit would have been warned and over.
  await page().waitForFunction((from) => performance.now() - from > 10_000, since);
  expect(await page().locator('h1').textContent()).toBe(asked);
  expect(await page().getByRole('dialog').count()).toBe(0);
});

it('then ends the visit: the attract screen in Dutch, and nothing of the visitor left', async () => {
  const running = await inAFlow(() => waiting(8));
  await inEnglish(running.page());
  await running.page().getByRole('heading', { name: en.idle.title }).waitFor();
  const next = await running.nextVisit(async () => undefined);
  await heading(next, nl.attract.title).waitFor();
  await begin(next);
  expect(await next.evaluate(() => [sessionStorage.length, localStorage.length, history.length])).toEqual([
    0, 0, 1,
  ]);
});

it.each([
  [768, 1366],
  [1366, 768],
])(
  'warns in words that are whole at twice their size on %d by %d, and does not call itself off',
  async (width, height) => {
    const page = (await waiting(8)).page();
    await page.setViewportSize({ width, height });
    await begin(page);
    await choose(page, { text: 200 });
    await page.getByRole('timer').waitFor();
    const outside = await page.evaluate(() => {
      const parts = [...document.querySelectorAll('dialog[open] :is(h2, p, button)')];
      return parts.filter((part) => {
        const { top, bottom, left, right } = part.getBoundingClientRect();
        return top < 0 || left < 0 || bottom > innerHeight || right > innerWidth;
      }).length;
    });
    expect(outside).toBe(0);
    expect(await page.evaluate(() => document.activeElement?.textContent)).toBe(nl.idle.stay);
    // What has the focus moves into sight by itself, where all does not fit. Nobody did that.
    await page.evaluate(() => {
      window.balie.on('idle:calmed', () => {
        document.title = 'calmed';
      });
      document.querySelector('dialog[open] h2')?.parentElement?.dispatchEvent(new Event('scroll'));
    });
    await page.waitForFunction(() => /[123]/.test(document.querySelector('[role=timer]')?.textContent ?? ''));
    expect(await page.title()).not.toBe('calmed');
  },
);

it('ends it at once when the visitor says so in the warning', async () => {
  const running = await inAFlow();
  await inEnglish(running.page());
  await running.page().getByRole('heading', { name: en.idle.title }).waitFor();
  const next = await running.nextVisit(() => touch(running.page(), en.idle.stop));
  await heading(next, nl.attract.title).waitFor();
});

it.each([
  ['ends it', nl.idle.stop],
  ['waits longer', nl.idle.helped],
])('%s for a finger that stays on the button for a while too', async (what, name) => {
  const running = await inAFlow();
  const button = running.page().getByRole('button', { name });
  await button.waitFor();
  const { x, y, width, height } = (await button.boundingBox()) ?? expect.fail('the button has no place');
  const { mouse } = running.page();
  await mouse.move(x + width / 2, y + height / 2);
  await mouse.down();
  const since = await running.page().evaluate(() => performance.now());
  // Time enough for main to hear of a touch and to call the warning off, if it were told.
  await running.page().waitForFunction((from) => performance.now() - from > 1_000, since);
  expect(await button.count()).toBe(1);
  if (what === 'ends it') {
    const next = await running.nextVisit(() => mouse.up());
    await heading(next, nl.attract.title).waitFor();
  } else {
    await mouse.up();
    await button.waitFor({ state: 'detached' });
  }
});

it('leaves the attract screen alone, however long nobody comes', async () => {
  const kiosk = await waiting(1);
  const visits = () =>
    kiosk.app.evaluate(({ webContents }) => webContents.getAllWebContents().map(({ id }) => id));
  const before = await visits();
  // A visit that begins now and ends by itself has had the time in which the attract screen would have ended too.
  await expect
    .poll(async () => kiosk.page().evaluate(() => performance.now()), { timeout: 20_000 })
    .toBeGreaterThan(4_000);
  expect(await visits()).toEqual(before);
});
