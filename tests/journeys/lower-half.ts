import type { Locator, Page } from 'playwright';
import { expect } from 'vitest';
import { atRest } from './walk-through.ts';

/** Expects these controls to lie wholly in the lower half, where a hand is without being raised. */
export async function expectInLowerHalf(page: Page, controls: Locator): Promise<void> {
  await atRest(page);
  const places = await controls.evaluateAll((all) =>
    all.map((control) => ({
      name: control.textContent?.trim(),
      down: Math.round((control.getBoundingClientRect().top / innerHeight) * 100),
    })),
  );
  expect(places).not.toEqual([]);
  expect(places.filter(({ down }) => down < 50)).toEqual([]);
}
