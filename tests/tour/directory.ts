import type { Page } from 'playwright';
import { ar } from '../../renderer/words/ar/screens.ts';
import { nl, type ScreenWords } from '../../renderer/words/nl/screens.ts';
import { type Chosen, choose } from '../journeys/displays.ts';
import { directory, toOutcome } from '../journeys/every-screen.ts';
import { launchKiosk } from '../journeys/launch-kiosk.ts';
import { ODD, ownDirectory } from '../journeys/own-directory.ts';
import { begin, heading, touch } from '../journeys/walk-through.ts';
import { picture, shape } from './picture.ts';

/** Services in each display, and those that something is the matter with. */
export async function directoryTour(): Promise<void> {
  const own = ownDirectory(ODD);
  const kiosk = await launchKiosk({ dataDir: own.dataDir, idleSeconds: 600 });
  try {
    await oddServices(kiosk.page());
    await kiosk.nextVisit(() => touch(kiosk.page(), nl.bar.stop));
    const displays: readonly (readonly [name: string, chosen: Chosen])[] = [
      ['larger', { text: 200 }],
      ['dark', { dark: true }],
      ...(shape === 'portrait' ? ([['low', { low: true }]] as const) : []),
    ];
    for (const [name, chosen] of displays) {
      const page = kiosk.page();
      await choose(page, chosen);
      await screens(page, name, nl);
      await kiosk.nextVisit(() => touch(page, nl.bar.stop));
    }
  } finally {
    await kiosk.close();
    own.remove();
  }
  const arabic = await launchKiosk({ language: 'ar', idleSeconds: 600 });
  await screens(arabic.page(), 'right-to-left', ar);
  await arabic.close();
}

/** All of them from home, where the way to them is, and each that something is the matter with. */
async function oddServices(page: Page): Promise<void> {
  await begin(page);
  await picture(page, 'home-with-services');
  await page.locator('[data-near]').click();
  await heading(page, nl.directory.title).waitFor();
  await picture(page, 'all-services');
  while ((await page.getByRole('button', { name: nl.directory.more, exact: true }).count()) > 0) {
    const shown = await page.locator('[data-service]').count();
    await touch(page, nl.directory.more);
    await page.locator('[data-service]').nth(shown).waitFor();
  }
  for (const { id } of ODD) {
    const card = page.locator(`[data-service="${id}"]`);
    await card.scrollIntoViewIfNeeded();
    await picture(page, `services-with-${id}`);
    await card.click();
    await page.locator('[data-service]').first().waitFor({ state: 'detached' });
    await picture(page, `service-${id}`);
    await touch(page, nl.bar.back);
    await heading(page, nl.directory.title).waitFor();
  }
}

/** The outcome that names places, and the screens of the directory. */
async function screens(page: Page, name: string, words: ScreenWords): Promise<void> {
  await begin(page, words);
  await picture(page, `${name}-home-with-services`);
  await page.locator('li[data-tint=meeting] button').click();
  await page.locator('main section button').first().click();
  await page.locator('[data-answer]').first().waitFor();
  await toOutcome(page);
  const places = page.locator('[data-near-places]');
  await places.waitFor();
  await picture(page, `${name}-outcome`);
  await places.scrollIntoViewIfNeeded();
  await picture(page, `${name}-outcome-places`);
  await touch(page, words.bar.home);
  await heading(page, words.home.title).waitFor();
  await directory(page, words, (screen) => picture(page, `${name}-${screen}`));
}
