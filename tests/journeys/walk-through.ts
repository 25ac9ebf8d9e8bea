import type { Locator, Page } from 'playwright';
import { parse } from 'yaml';
import type { ScreenWords } from '../../renderer/words/nl/screens.ts';
import { nl } from '../../renderer/words/nl/screens.ts';

/** Touches the control with this name, as a visitor reads it. */
export async function touch(page: Page, name: string | RegExp): Promise<void> {
  await page.getByRole('button', { name, ...(typeof name === 'string' ? { exact: true } : {}) }).click();
}

/** A control whose name begins with this text: tiles and answers carry a second line. */
export function starting(page: Page, text: string): Locator {
  return page.getByRole('button', { name: new RegExp(`^${text.replaceAll(/[.*+?^${}()|[\]\\]/g, '\\$&')}`) });
}

/** The heading of a screen. */
export function heading(page: Page, name: string): Locator {
  return page.getByRole('heading', { level: 1, name, exact: true });
}

/** What was typed as an answer, as somebody hears it who cannot see the screen; the place where it stands keeps its name. */
export async function heardTyped(page: Page): Promise<string> {
  const told = await page.getByRole('status', { name: nl.flow.typed, exact: true }).ariaSnapshot();
  const [status] = parse(told) as (string | Record<string, string>)[];
  return typeof status === 'object' ? Object.values(status).join(' ') : '';
}

/** Touches the answer at this place, from 1, and waits until another question or the outcome stands there. */
export async function answer(page: Page, place: number): Promise<void> {
  const before = await page.locator('h1').textContent();
  await page
    .locator('[data-answer]')
    .nth(place - 1)
    .click();
  await page.waitForFunction((old) => document.querySelector('h1')?.textContent !== old, before);
}

/** The screen has arrived: its heading has taken the focus, which comes after it is painted. A key before that is lost. */
export async function arrived(page: Page): Promise<void> {
  await page.waitForFunction(() => document.activeElement?.matches('h1'));
}

/** Begins a visit from the attract screen. */
export async function begin(page: Page, words: ScreenWords = nl): Promise<void> {
  await touch(page, words.attract.start);
  await page.getByRole('heading', { level: 1, name: words.home.title }).waitFor();
  await arrived(page);
}

/** A screen that comes has begun to move, everything that moves once is where it goes, and the letters are there. */
export async function atRest(page: Page): Promise<void> {
  await page.waitForFunction(() => document.querySelector('[data-arriving]') === null);
  await page.evaluate(async () => {
    await document.fonts.ready;
    for (const animation of document.getAnimations())
      if (animation.effect?.getComputedTiming().endTime !== Number.POSITIVE_INFINITY) animation.finish();
  });
}
