import type { Page } from 'playwright';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { ServiceFilters, ServicesPage } from '../../core/contract/directory.ts';
import { nl } from '../../renderer/words/nl/screens.ts';
import { type Kiosk, launchKiosk } from './launch-kiosk.ts';
import { toTakeAlong } from './to-take-along.ts';
import { begin, heading, starting, touch } from './walk-through.ts';

let kiosk: Kiosk;
beforeAll(async () => {
  kiosk = await launchKiosk({ idleSeconds: 600 });
  await begin(kiosk.page());
});
afterAll(() => kiosk?.close());

/** What the channel says of these filters now. */
function told(page: Page, filters: ServiceFilters): Promise<ServicesPage> {
  return page.evaluate(
    (wanted) =>
      (
        globalThis as unknown as {
          balie: { invoke: (channel: string, input: unknown) => Promise<ServicesPage> };
        }
      ).balie.invoke('directory:list', { filters: wanted, page: 0 }),
    filters,
  );
}
const shown = (page: Page) =>
  page
    .locator('[data-service]')
    .evaluateAll((cards) => cards.map((card) => card.getAttribute('data-service')));
const status = (page: Page, total: number) =>
  page
    .getByRole('status')
    .filter({
      hasText: new RegExp(
        `^${(total === 1 ? nl.directory.count_one : nl.directory.count_other).replace('{{count}}', `${total}`)}$`,
      ),
    })
    .waitFor();

describe('the directory', () => {
  it('opens from a topic, with the services of that topic and their number', async () => {
    const page = kiosk.page();
    await starting(page, 'Geld en toeslagen').click();
    await page.locator('[data-near]').click();
    await heading(page, nl.directory.title).waitFor();
    const chosen = await page.locator('[data-chosen]').getAttribute('data-chosen');
    expect(chosen).toBe('topic');
    const { total, services } = await told(page, { topic: 'geld' });
    expect(total).toBeGreaterThan(0);
    await status(page, total);
    expect(await shown(page)).toEqual(services.map(({ id }) => id));
  });

  it('shows all when the choice is let go, and loads the next page at the end', async () => {
    const page = kiosk.page();
    await page.locator('[data-chosen=topic]').click();
    const { total, services } = await told(page, {});
    await status(page, total);
    expect(total).toBeGreaterThan(2 * services.length);
    await touch(page, nl.directory.more);
    await page
      .locator('[data-service]')
      .nth(2 * services.length - 1)
      .waitFor();
    expect(new Set(await shown(page)).size).toBe(2 * services.length);
  });

  it('comes back from a service to the list as it was', async () => {
    const page = kiosk.page();
    const before = await shown(page);
    const last = page.locator('[data-service]').last();
    await last.click();
    await page.getByRole('button', { name: nl.takeAlong.open }).waitFor();
    await touch(page, nl.bar.back);
    await heading(page, nl.directory.title).waitFor();
    expect(await shown(page)).toEqual(before);
    const box = await last.boundingBox();
    expect(box?.y).toBeGreaterThan(0);
    expect((box?.y ?? 0) + (box?.height ?? 0)).toBeLessThan(page.viewportSize()?.height ?? 1920);
  });

  it('chooses by what is free and open now, and says of each what the clock says', async () => {
    const page = kiosk.page();
    await touch(page, nl.directory.choose);
    await page.locator('[data-offer=free]').click();
    await page.locator('[data-offer=openNow]').click();
    await page.locator('[data-offer=openNow][aria-pressed=true]').waitFor();
    const { total, services } = await told(page, { free: true, openNow: true });
    await touch(page, nl.directory.close);
    await status(page, total);
    expect(await shown(page)).toEqual(services.map(({ id }) => id));
    expect(await page.locator('[data-service] [data-opening=closed]').count()).toBe(0);
    expect(await page.locator('[data-service] [data-opening=open]').count()).toBe(services.length);
  });

  it('says which choice to let go when nothing fits, and lets it go', async () => {
    const page = kiosk.page();
    await touch(page, nl.directory.choose);
    await page.locator('[data-offer=language]').last().click();
    await page.locator('[data-offer=neighbourhood]').first().click();
    await page.locator('[data-offer=wheelchair]').click();
    await touch(page, nl.directory.close);
    await page.getByRole('heading', { name: nl.directory.none }).waitFor();
    const chosen = await page.locator('[data-chosen]').count();
    await page.locator('[data-none] button').first().click();
    await page.waitForFunction(
      (before) => document.querySelectorAll('[data-chosen]').length < before,
      chosen,
    );
  });

  it('takes a service along: its slip names it', async () => {
    const page = kiosk.page();
    await touch(page, nl.bar.home);
    await starting(page, 'Geld en toeslagen').click();
    await page.locator('[data-near]').click();
    await page.locator('[data-service]').first().click();
    await page.locator('main h1').waitFor();
    await page.getByRole('button', { name: nl.takeAlong.open }).waitFor();
    const name = await page.locator('main h1').textContent();
    await toTakeAlong(page);
    expect(await page.getByRole('region', { name: nl.takeAlong.preview }).textContent()).toContain(name);
  });
});
