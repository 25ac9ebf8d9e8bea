import { join } from 'node:path';
import Database from 'better-sqlite3';
import type { Locator, Page } from 'playwright';
import { afterAll, beforeAll, describe, expect, it, onTestFinished } from 'vitest';
import { nl } from '../../renderer/words/nl/screens.ts';
import { type Kiosk, launchKiosk } from './launch-kiosk.ts';
import { begin, heading, touch } from './walk-through.ts';

let kiosk: Kiosk;
beforeAll(async () => {
  kiosk = await launchKiosk({ idleSeconds: 600 });
  await begin(kiosk.page());
  await touch(kiosk.page(), nl.search.button);
});
afterAll(() => kiosk?.close());

/** Asks something in place of what stood there. */
async function ask(page: Page, text: string): Promise<void> {
  await page.getByRole('textbox').fill(text);
}

/** How often a search was in vain, by language. */
function inVain({ dataDir }: Kiosk): unknown[] {
  const ops = new Database(join(dataDir, 'ops.db'), { readonly: true });
  try {
    return ops.prepare('SELECT language, times FROM empty_searches').all();
  } finally {
    ops.close();
  }
}

describe('a visitor who searches', () => {
  it('sees what is found as letters are touched, the best three large, with the words marked', async () => {
    const page = kiosk.page();
    for (const letter of 'huur') await touch(page, letter);
    await page.locator('mark').first().waitFor();
    expect(await page.locator('main ul').first().locator('li').count()).toBe(3);
    expect((await page.locator('mark').first().textContent())?.toLowerCase()).toContain('huur');
    // The rest stands below in groups by kind, each card smaller than each of the best.
    const groups = page.locator('main section', { has: page.locator('h2') });
    const kinds = await groups.locator('h2').allTextContents();
    expect(kinds.length).toBeGreaterThan(1);
    expect(Object.values(nl.search.kinds)).toEqual(expect.arrayContaining(kinds));
    const heights = (cards: Locator) =>
      cards.evaluateAll((all) => all.map((each) => each.getBoundingClientRect().height));
    const best = await heights(page.locator('main ul').first().locator('button'));
    const rest = await heights(groups.locator('li button'));
    expect(rest.length).toBeGreaterThan(1);
    expect(Math.min(...best)).toBeGreaterThan(Math.max(...rest));
  });

  it('is forgiven a slip, and finds by what people say', async () => {
    const page = kiosk.page();
    for (const said of ['digit kwijt', 'ik heb geen werk meer']) {
      await ask(page, said);
      await page.locator('main li button').first().waitFor();
      expect(await page.getByText(nl.search.nothing).count()).toBe(0);
    }
  });

  it('opens what was found, and comes back to what was typed', async () => {
    const page = kiosk.page();
    await ask(page, 'huurtoeslag');
    const best = page.locator('main li button').first();
    await best.locator('mark').first().waitFor();
    await best.click();
    await heading(page, nl.search.title).waitFor({ state: 'detached' });
    await touch(page, nl.bar.back);
    await heading(page, nl.search.title).waitFor();
    expect(await page.getByRole('textbox').inputValue()).toBe('huurtoeslag');
  });

  it('that finds nothing gets the nearest topics and the desk; only that it was in vain is kept, and its language', async () => {
    const page = kiosk.page();
    // Signs alone ask nothing.
    await ask(page, '...?');
    await page.getByText(nl.search.hint, { exact: true }).waitFor();
    await page.getByRole('textbox').fill('xqzzvwk');
    await page.getByText(nl.search.nothing).waitFor();
    // Nothing is like it: the first topics of the home screen.
    expect(await page.locator('main li[data-tint] button').allTextContents()).toEqual([
      ...['Geld en toeslagen', 'Zorg en hulp', 'Werk', 'Computer en DigiD'],
    ]);
    await touch(page, nl.keyboard.done);
    await page.locator('main').getByRole('button', { name: nl.bar.desk, exact: true }).click();
    await heading(page, nl.desk.title).waitFor();
    await touch(page, nl.bar.home);
    await heading(page, nl.home.title).waitFor();
    await expect.poll(() => inVain(kiosk)).toEqual([{ language: 'nl', times: 1 }]);
  });

  it('and walks away, or stops, is counted as one who searched in vain too', async () => {
    const other = await launchKiosk({ idleSeconds: 6 });
    onTestFinished(() => other.close());
    const searchInVain = async (page: Page) => {
      await begin(page);
      await touch(page, nl.search.button);
      await ask(page, 'xqzzvwk');
      await page.getByText(nl.search.nothing).waitFor();
    };
    await searchInVain(other.page());
    const next = await other.nextVisit(() => touch(other.page(), nl.bar.stop));
    await expect.poll(() => inVain(other)).toEqual([{ language: 'nl', times: 1 }]);
    await other.nextVisit(() => searchInVain(next)); // Nobody touches it any more.
    await expect.poll(() => inVain(other)).toEqual([{ language: 'nl', times: 2 }]);
  });
});
