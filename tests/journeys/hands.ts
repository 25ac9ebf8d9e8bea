import type { Locator, Page } from 'playwright';
import { expect } from 'vitest';
import { atRest } from './walk-through.ts';

/** What hands did: keys that went down, and presses of a finger or a mouse. */
export type Pressed = { readonly keys: number; readonly touches: number; readonly clicks: number };

type Watched = Window & { pressed: { keys: number; touches: number; clicks: number } };
/** So many stops of the Tab key no screen of the desk has. */
const MOST_STOPS = 120;

/** Counts in the page itself what is pressed from now on: `look` gives it, `reset` begins anew. */
export async function watchHands(page: Page) {
  const reset = () =>
    page.evaluate(() => {
      (window as unknown as Watched).pressed = { keys: 0, touches: 0, clicks: 0 };
    });
  await page.evaluate(() => {
    if ('pressed' in window) return;
    const pressed = () => (window as unknown as Watched).pressed;
    const inAll = { capture: true };
    addEventListener('keydown', () => void pressed().keys++, inAll);
    addEventListener(
      'pointerdown',
      ({ pointerType }) => void pressed()[pointerType === 'touch' ? 'touches' : 'clicks']++,
      inAll,
    );
  });
  await reset();
  return { reset, look: (): Promise<Pressed> => page.evaluate(() => (window as unknown as Watched).pressed) };
}

/** Goes with the Tab key, and with nothing else, until the focus is there. */
export async function tabTo(page: Page, goal: Locator): Promise<void> {
  for (let stops = 0; stops < MOST_STOPS; stops++) {
    if (await goal.evaluate((element) => element === document.activeElement)) return;
    await page.keyboard.press('Tab');
  }
  expect.fail(`The Tab key never comes to ${goal}.`);
}

/** Presses what has the focus, once the Tab key brought it there: the whole of a click, by keys. */
export async function byKeys(page: Page, goal: Locator): Promise<void> {
  await tabTo(page, goal);
  await page.keyboard.press('Enter');
}

/** A finger: Chromium sees a touch, not a mouse. */
export async function aFinger(page: Page): Promise<(on: Locator) => Promise<void>> {
  const client = await page.context().newCDPSession(page);
  return async (on) => {
    await on.scrollIntoViewIfNeeded();
    await atRest(page);
    const box = await on.boundingBox();
    if (box === null) throw new Error(`There is nothing to touch: ${on}.`);
    const touchPoints = [{ x: box.x + box.width / 2, y: box.y + box.height / 2 }];
    await client.send('Input.dispatchTouchEvent', { type: 'touchStart', touchPoints });
    await client.send('Input.dispatchTouchEvent', { type: 'touchEnd', touchPoints: [] });
  };
}
