import type { Page } from 'playwright';
import { expect } from 'vitest';
import { violationsOf } from '../builders/violations-of.ts';

/** Waits until the page has what it asked for. */
export async function settled(page: Page): Promise<void> {
  await page.waitForFunction(
    () =>
      document.querySelector('h1') !== null &&
      document.querySelector('[data-waiting]') === null &&
      document.fonts.status === 'loaded',
  );
}

/**
 * What every screen of the administration must be: no violation of axe (WCAG 2.2 A and AA among its rules), one heading of the
 * first level, a title that says it, nothing that is wider than the window, and all that can be used reached with Tab, in sight
 * and seen to be.
 */
export async function judgePage(page: Page): Promise<void> {
  await settled(page);
  expect(await page.locator('h1').count()).toBe(1);
  expect(await page.title()).toContain(String(await page.locator('h1').textContent()));
  expect(await widerThanWindow(page)).toEqual([]);
  expect(await violationsOf(page)).toEqual([]);
  expect(await missedByTab(page)).toEqual([]);
}

function widerThanWindow(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    if ((document.scrollingElement?.scrollWidth ?? 0) <= innerWidth) return [];
    const wide = [...document.querySelectorAll('body *')].filter(
      (each) => each.getBoundingClientRect().right > innerWidth + 1,
    );
    return wide.slice(0, 5).map((each) => each.outerHTML.slice(0, 200));
  });
}

/** Goes through the page with Tab, from its beginning: what did not get the focus, or got it out of sight or without a ring. */
async function missedByTab(page: Page): Promise<string[]> {
  const count = await page.evaluate(() => {
    document.querySelector('[data-reached]')?.removeAttribute('data-reached');
    (document.activeElement as HTMLElement | null)?.blur();
    getSelection()?.removeAllRanges();
    scrollTo(0, 0);
    const within = document.querySelector('dialog[open]') ?? document;
    const all = [
      ...within.querySelectorAll<HTMLElement>(
        'a[href], button, input, select, textarea, summary, [tabindex="0"]',
      ),
    ].filter(
      (each) =>
        each.checkVisibility() &&
        !each.matches(':disabled') &&
        each.tabIndex >= 0 &&
        // Of a group of choices the chosen one is reached; the arrow keys go to the others.
        !(each.matches('[type="radio"]') && !each.matches(':checked')),
    );
    for (const each of all) each.setAttribute('data-to-reach', '');
    return all.length;
  });
  const faults: string[] = [];
  // A field for a day is several stops.
  for (let step = 0, left = count; left > 0 && step < count * 6; step++) {
    await page.keyboard.press('Tab');
    const found = await page.evaluate(() => {
      const at = document.activeElement as HTMLElement | null;
      at?.removeAttribute('data-to-reach');
      const toReach = document.querySelectorAll('[data-to-reach]').length;
      if (at === null || at === document.body) return { toReach };
      const { top, bottom, left, right } = at.getBoundingClientRect();
      const name = (at.getAttribute('aria-label') ?? at.textContent ?? at.tagName).slice(0, 60);
      if (bottom <= 0 || top >= innerHeight || right <= 0 || left >= innerWidth)
        return { toReach, fault: `out of sight: ${name}` };
      const style = getComputedStyle(at);
      return style.outlineStyle === 'none' || Number.parseFloat(style.outlineWidth) < 2
        ? { toReach, fault: `no ring: ${name}` }
        : { toReach };
    });
    left = found.toReach;
    if (found.fault !== undefined) faults.push(found.fault);
  }
  const missed = await page.evaluate(() =>
    [...document.querySelectorAll('[data-to-reach]')].map((each) => {
      each.removeAttribute('data-to-reach');
      return `not reached: ${each.outerHTML.slice(0, 120)}`;
    }),
  );
  return [...new Set([...faults, ...missed])];
}
