import type { Page } from 'playwright';
import type { Display, DisplaySwitch } from '../../core/domain/display.ts';
import { nl, type ScreenWords } from '../../renderer/words/nl/screens.ts';
import { touch } from './walk-through.ts';

/** What a test chooses in the display help. */
export type Chosen = Partial<Display>;

/** Opens the display help, chooses, and closes it; what was chosen before stays. */
export async function choose(
  page: Page,
  { text, ...switches }: Chosen,
  words: ScreenWords = nl,
): Promise<void> {
  await openDisplay(page, words);
  if (text !== undefined) await touch(page, `${text}%`);
  for (const [name, on] of Object.entries(switches)) {
    const toggle = page.getByRole('button', {
      name: new RegExp(`^${words.display[name as DisplaySwitch]} `),
    });
    if (((await toggle.getAttribute('aria-pressed')) === 'true') !== on) await toggle.click();
  }
  await closeDisplay(page, words);
}

/** Opens the display help from the screen there is. */
export async function openDisplay(page: Page, words: ScreenWords = nl): Promise<void> {
  await touch(page, words.display.title);
  await page.getByRole('dialog', { name: words.display.title }).waitFor();
}

/** Closes it with its last button. */
export async function closeDisplay(page: Page, words: ScreenWords = nl): Promise<void> {
  await touch(page, words.display.done);
  await page.getByRole('dialog').waitFor({ state: 'detached' });
}
