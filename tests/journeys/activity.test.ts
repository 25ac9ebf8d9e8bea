// Somebody is there: each sign of it by itself calls the warning off, and what was begun is still there afterwards.
import type { Page } from 'playwright';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { en } from '../../renderer/words/en/screens.ts';
import { nl } from '../../renderer/words/nl/screens.ts';
import { type Kiosk, launchKiosk } from './launch-kiosk.ts';
import { begin, heading, heardTyped, starting, touch } from './walk-through.ts';

/** The warning that stands there goes, and the visit goes on: had nobody been heard, the page would be gone too. */
async function calledOff(page: Page, sign: () => Promise<unknown>): Promise<void> {
  await page.getByRole('timer').waitFor();
  await sign();
  await page.getByRole('dialog').waitFor({ state: 'detached' });
  expect(page.isClosed()).toBe(false);
}

/** The focus is on a button of the warning: the keys that press it, or lead to the next, are its own to tell. */
async function pressKey(page: Page): Promise<void> {
  await page.keyboard.press('a');
}

/** Runs in the page: keeps which signs there are until the warning is called off, each once. */
function hearSigns(): void {
  const heard: string[] = [];
  Object.assign(window, { heard });
  const hear = ({ type }: Event) => void (heard.includes(type) || heard.push(type));
  const signs = ['pointerdown', 'pointermove', 'keydown', 'wheel', 'scroll'];
  for (const sign of signs) document.addEventListener(sign, hear, { capture: true });
  window.balie.on('idle:calmed', () => {
    for (const sign of signs) document.removeEventListener(sign, hear, { capture: true });
  });
}

describe('a sign that somebody is there calls the warning off', () => {
  let kiosk: Kiosk;
  beforeAll(async () => {
    kiosk = await launchKiosk({ idleSeconds: 5 });
    const page = kiosk.page();
    await begin(page);
    // A long list: there is something to scroll.
    await page.locator('[data-near]').click();
    await heading(page, nl.directory.title).waitFor();
    await page.mouse.move(5, 5);
  });
  afterAll(() => kiosk?.close());

  type Sign = readonly [sign: string, event: string, act: (page: Page) => Promise<unknown>];
  const SIGNS: readonly Sign[] = [
    ['a touch', 'pointerdown', (page) => page.mouse.down().then(() => page.mouse.up())],
    ['a finger that moves', 'pointermove', (page) => page.mouse.move(8, 8)],
    ['a key', 'keydown', pressKey],
    ['a wheel', 'wheel', (page) => page.mouse.wheel(0, 40)],
    [
      'scrolling',
      'scroll',
      (page) =>
        page.evaluate(() => {
          let list = document.querySelector('[data-service]');
          while (list !== null && !/auto|scroll/.test(getComputedStyle(list).overflowY))
            list = list.parentElement;
          list?.scrollBy(0, 40);
        }),
    ],
  ];
  it.each(SIGNS)('%s, and it alone', async (_, event, act) => {
    const page = kiosk.page();
    await calledOff(page, async () => {
      await page.evaluate(hearSigns);
      await act(page);
    });
    // Nothing else was there to be heard: without listening to this one, the visit would have ended.
    expect(await page.evaluate(() => (window as unknown as { heard: string[] }).heard)).toEqual([event]);
  });

  it('a finger that comes down on a button of the warning, once it slides off; a key that leads to the next does not', async () => {
    const page = kiosk.page();
    const [stay, helped] = [nl.idle.stay, nl.idle.helped].map((name) => page.getByRole('button', { name }));
    await stay?.waitFor();
    await page.evaluate(() => {
      window.balie.on('idle:calmed', () => {
        document.title = 'calmed';
      });
    });
    const isCalmed = async () => {
      // What main answered before this has come.
      await page.evaluate(() => window.balie.invoke('content:home', {}));
      return (await page.title()) === 'calmed';
    };
    await page.keyboard.press('Tab');
    expect(await helped?.evaluate((button) => button === document.activeElement)).toBe(true);
    expect(await isCalmed()).toBe(false);
    const box = (await stay?.boundingBox()) ?? expect.fail('the button has no place');
    const client = await page.context().newCDPSession(page);
    const touching = (type: 'touchStart' | 'touchMove', x: number) =>
      client.send('Input.dispatchTouchEvent', { type, touchPoints: [{ x, y: box.y + box.height / 2 }] });
    await touching('touchStart', box.x + 5);
    await touching('touchMove', box.x + 6);
    expect(await isCalmed()).toBe(false);
    await touching('touchMove', 2);
    await client.send('Input.dispatchTouchEvent', { type: 'touchEnd', touchPoints: [] });
    await page.getByRole('dialog').waitFor({ state: 'detached' });
    expect(page.isClosed()).toBe(false);
  });
});

it('half a number is still there when the warning was answered', async () => {
  const kiosk = await launchKiosk({ idleSeconds: 5 });
  try {
    const page = kiosk.page();
    await begin(page);
    await starting(page, 'Geld en toeslagen').click();
    await starting(page, 'Welke toeslag').first().click();
    await touch(page, '3');
    const typed = (digits: string) =>
      expect.poll(() => heardTyped(page)).toBe(`${digits} ${nl.flow.units.year_other}`);
    await typed('3');
    await calledOff(page, () => touch(page, nl.idle.stay));
    expect(await heardTyped(page)).toBe(`3 ${nl.flow.units.year_other}`);
    // And goes on from there.
    await touch(page, '5');
    await typed('35');
  } finally {
    await kiosk.close();
  }
});

it('ticked answers are still there when the warning was answered, which is asked in English too', async () => {
  const kiosk = await launchKiosk({ idleSeconds: 5, language: 'en' });
  try {
    const page = kiosk.page();
    await begin(page, en);
    await page.locator('li[data-tint=money] button').click();
    await page.locator('main section button').filter({ hasText: /Which/ }).first().click();
    for (const digit of '35') await touch(page, digit);
    await touch(page, en.flow.next);
    const ticks = page.locator('[data-answer][aria-pressed]');
    await ticks.first().click();
    await ticks.nth(2).click();
    const pressed = () => ticks.evaluateAll((all) => all.map((tick) => tick.getAttribute('aria-pressed')));
    const before = await pressed();
    expect(before.filter((tick) => tick === 'true').length).toBe(2);
    await page.getByRole('dialog').getByRole('heading', { name: en.idle.title, exact: true }).waitFor();
    expect(await page.getByRole('dialog').textContent()).toContain(en.idle.helped);
    await calledOff(page, () => touch(page, en.idle.stay));
    expect(await pressed()).toEqual(before);
  } finally {
    await kiosk.close();
  }
});

it('a number that was typed is one year, or more years, in words that fit it', async () => {
  const kiosk = await launchKiosk({ idleSeconds: 600, language: 'en' });
  try {
    const page = kiosk.page();
    await begin(page, en);
    await page.locator('li[data-tint=money] button').click();
    await starting(page, 'Which').first().click();
    const typed = page.getByRole('status', { name: en.flow.typed, exact: true });
    for (const [digit, said] of [
      ['1', `1${en.flow.units.year_one}`],
      ['2', `12${en.flow.units.year_other}`],
    ] as const) {
      await touch(page, digit);
      await expect.poll(() => typed.textContent()).toBe(said);
    }
  } finally {
    await kiosk.close();
  }
});
