import type { Page } from 'playwright';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { nl as admin } from '../../renderer/words/nl/admin.ts';
import { nl } from '../../renderer/words/nl/administration.ts';
import { nl as screens } from '../../renderer/words/nl/screens.ts';
import { closeMonths } from '../../server/reports/close-months.ts';
import { type OwnServer, startOwnServer } from '../builders/a-server.ts';
import { violationsOf } from '../builders/violations-of.ts';
import { judgePage } from './judge-page.ts';
import { NARROW, type OpenOptions, type OwnBrowser, startBrowser } from './own-browser.ts';
import { picture } from './picture.ts';
import { publishShipped } from './publish-shipped.ts';
import { visitAs } from './sign-in-as.ts';

let server: OwnServer;
let browser: OwnBrowser;

beforeAll(async () => {
  [server, browser] = await Promise.all([startOwnServer(), startBrowser()]);
});
afterAll(async () => {
  await browser.close();
  await server.remove();
});

const visit = (path: string, options: OpenOptions & { library?: string } = {}): Promise<Page> =>
  visitAs({ server, browser }, 'reader', path, options);
const FLOW = { pack: 'zelfredzaam', flow: 'huurtoeslag', language: 'nl' };

async function count(type: string, body: object, number: number, hour = '2026-10-07T14:00:00Z') {
  const row = { library: 'delft', branch: 'hal', type, hour, body: JSON.stringify(body), number };
  await server.store.db.insertInto('counts').values(row).execute();
}

describe('the packs of a server', () => {
  it('are none at first, and the page says how they come', async () => {
    const page = await visit('packs');
    await page.getByText(nl.packs.none, { exact: true }).waitFor();
    await judgePage(page);
  });

  it('stand there with their versions, the check report and the maps of their flows', async () => {
    await publishShipped(server.data);
    const page = await visit('packs');
    await page.locator('[data-pack="delft/zelfredzaam/stable"]').waitFor();
    expect(await page.getByRole('link', { name: /Bekijk/ }).count()).toBe(2);
    await judgePage(page);
    await picture(page, 'packs');
    await page.getByRole('link', { name: /versie 2/ }).click();
    await page.locator('[data-flow="huurtoeslag"]').waitFor();
    expect(await page.evaluate(() => document.activeElement?.tagName)).toBe('H1');
    await page.getByText(admin.preview.good).waitFor(); // what the check of the pack says
    await judgePage(page);
    await picture(page, 'pack-version');
    await page.getByRole('button', { name: 'Kaart van Huurtoeslag' }).click();
    await page.locator('[data-node]').first().waitFor();
    expect(await violationsOf(page)).toEqual([]);
    await picture(page, 'pack-map');
    await page.locator('[data-node]').first().focus();
    await page.keyboard.press('Enter');
    await page.locator('[data-panel]').waitFor();
    await page.getByRole('button', { name: admin.preview.back, exact: true }).click();
    await page.locator('[data-flow="huurtoeslag"]').waitFor();
  });

  it('show any version as the kiosk does, in every language', async () => {
    const page = await visit('packs/delft/zelfredzaam/stable/1');
    await page.getByRole('button', { name: admin.preview.visit, exact: true }).click();
    await page.locator('[data-band]').waitFor();
    await page.getByRole('heading', { level: 1, name: screens.home.title }).waitFor();
    expect(await page.getByText(/versie 1/i).count()).toBe(1);
    expect(await violationsOf(page)).toEqual([]);
    await picture(page, 'preview-home');
    await page
      .getByRole('button', { name: /Geld en toeslagen/ })
      .first()
      .click();
    await page.getByRole('heading', { level: 1, name: /Geld/ }).waitFor();
    const inLanguage = (name: string) => page.locator('[data-band]').getByRole('button', { name }).click();
    await inLanguage('English');
    await page.getByRole('heading', { level: 1, name: /Money/ }).waitFor();
    await inLanguage('العربية');
    expect(await page.locator('[data-screen]').getAttribute('dir')).toBe('rtl');
  });

  it('fit a telephone', async () => {
    const page = await visit('packs/delft/zelfredzaam/stable/2', { size: NARROW });
    await page.locator('[data-flow="huurtoeslag"]').waitFor();
    await judgePage(page);
    await picture(page, 'pack-version-narrow');
  });
});

describe('the use of flows', () => {
  it('has no figures before a month is over', async () => {
    await count('flow-started', FLOW, 50, `${new Date().toISOString().slice(0, 7)}-01T10:00:00Z`);
    const page = await visit('use');
    await page.getByText(nl.use.none, { exact: true }).waitFor();
    await judgePage(page);
  });

  it('says where people stop and what was searched in vain, and tells nobody of fewer than five', async () => {
    await count('flow-started', FLOW, 48);
    await count('step-left', { ...FLOW, step: 'hoe-oud-bent-u' }, 3);
    await count('step-left', { ...FLOW, step: 'hoeveel-huur-betaalt-u' }, 12);
    await count('outcome-reached', { ...FLOW, step: 'misschien-huurtoeslag' }, 21);
    await count('outcome-reached', { ...FLOW, step: 'eerst-digid' }, 12);
    await count('search-empty', { language: 'nl' }, 17);
    await count('search-empty', { language: 'ar' }, 2);
    await count('topic-opened', { pack: 'zelfredzaam', topic: 'geld', language: 'nl' }, 90);
    await closeMonths(server.store, new Date('2026-11-08T10:00:00Z'));
    const page = await visit('use');
    const card = page.locator('[data-flow="zelfredzaam/huurtoeslag"]');
    await card.getByRole('heading', { name: 'Huurtoeslag' }).waitFor();
    const number = (id: string) => page.locator(`[data-number="${id}"] strong`).first().textContent();
    expect(await number('misschien-huurtoeslag')).toBe('21');
    // 48 - 33 - 12 would be 3: neither of the two is named.
    expect(
      await page.locator('[data-number="hoe-oud-bent-u"], [data-number="hoeveel-huur-betaalt-u"]').count(),
    ).toBe(0);
    expect(await page.locator('[data-number="ar"]').count()).toBe(0);
    await page.getByText('Geld en toeslagen').waitFor();
    await judgePage(page);
    await picture(page, 'use');
    // What it was worth names the flow as its pack does, on the screen and in a file.
    const worth = await visit('worth');
    await worth.getByText('Huurtoeslag').first().waitFor();
    const file = await worth.evaluate(async () =>
      (await fetch('/api/v1/reports/2026-10/report.csv?kind=library')).text(),
    );
    expect([file.includes('Huurtoeslag'), file.includes('huurtoeslag')]).toEqual([true, false]);
    await worth.close();
    await page.getByRole('link', { name: /Kaart met aantallen/ }).click();
    await page.getByText('begonnen: 48', { exact: false }).waitFor();
    expect(await violationsOf(page)).toEqual([]);
    await picture(page, 'use-map');
  });

  it('is that of the own library', async () => {
    const page = await visit('use', { library: 'gouda' });
    await page.getByText(nl.use.none, { exact: true }).waitFor();
  });

  it('fits a telephone with letters twice as large', async () => {
    const page = await visit('use', { size: NARROW });
    await page.locator('[data-flow="zelfredzaam/huurtoeslag"]').waitFor();
    await page.evaluate(() => document.documentElement.style.setProperty('font-size', '200%'));
    await judgePage(page);
    await picture(page, 'use-narrow-larger');
  });
});
