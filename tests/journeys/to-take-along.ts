import type { Page } from 'playwright';
import { nl } from '../../renderer/words/nl/screens.ts';
import { heading, starting, touch } from './walk-through.ts';

/** From the home screen: answers "I don't know" in the flow about rent until there is an outcome. */
export async function toOutcome(page: Page): Promise<void> {
  await starting(page, 'Geld en toeslagen').click();
  await starting(page, 'Huurtoeslag').first().click();
  await page.locator('[data-answer]').first().waitFor();
  for (let step = 0; step < 8 && (await page.locator('[data-verdict]').count()) === 0; step++) {
    const before = await page.locator('h1').textContent();
    await page.locator('[data-answer]').last().click();
    await page.waitForFunction((old) => document.querySelector('h1')?.textContent !== old, before);
  }
}

/** Goes from an outcome or an article to the ways of taking it along, and waits until they are known. */
export async function toTakeAlong(page: Page): Promise<void> {
  await touch(page, nl.takeAlong.open);
  await heading(page, nl.takeAlong.title).waitFor();
  await page.getByRole('button', { name: nl.takeAlong.phone }).waitFor();
}
