import type { Locator, Page } from 'playwright';
import { nl } from '../../renderer/words/nl/screens.ts';
import type { ScreenWords } from '../../renderer/words/nl/screens.ts';

/** Touches the control with this name, as a visitor reads it. */
export async function touch(page: Page, name: string | RegExp): Promise<void> {
  await page.getByRole('button', { name, ...(typeof name === 'string' ? { exact: true } : {}) }).click();
}

/** A control whose name begins with this text: tiles and answers carry a second line. */
export function starting(page: Page, text: string): Locator {
  return page.getByRole('button', { name: new RegExp(`^${text.replaceAll(/[.*+?^${}()|[\]\\]/g, '\\$&')}`) });
}

/** Begins a visit from the attract screen. */
export async function begin(page: Page, words: ScreenWords = nl): Promise<void> {
  await touch(page, words.attract.start);
  await page.getByRole('heading', { level: 1, name: words.home.title }).waitFor();
}

/** Everything that moves once has come to rest, and the letters are there. */
export async function atRest(page: Page): Promise<void> {
  await page.evaluate(async () => {
    await document.fonts.ready;
    const once = document.getAnimations().filter((animation) => animation.effect?.getTiming().iterations !== Number.POSITIVE_INFINITY);
    await Promise.all(once.map((animation) => animation.finished.catch(() => undefined)));
  });
}
