import type { Page } from 'playwright';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Role } from '../../core/contract/administration/role.ts';
import { readEnrolmentLink } from '../../core/contract/sync/enrolment-link.ts';
import { en } from '../../renderer/words/en/administration.ts';
import { nl } from '../../renderer/words/nl/administration.ts';
import { findDevice } from '../../server/organisations/devices.ts';
import { aDevice } from '../builders/a-device.ts';
import { type OwnServer, startOwnServer } from '../builders/a-server.ts';
import { readCode } from '../builders/read-code.ts';
import { violationsOf } from '../builders/violations-of.ts';
import { judgePage } from './judge-page.ts';
import { NARROW, type OpenOptions, type OwnBrowser, startBrowser } from './own-browser.ts';
import { picture } from './picture.ts';
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

const visit = (role: Role, options: OpenOptions = {}): Promise<Page> =>
  visitAs({ server, browser }, role, 'devices', options);
const button = (page: Page, name: string) => page.getByRole('button', { name, exact: true });

/** What has the focus, and the device of whose card it is a part. */
const focusedCard = (page: Page) =>
  page.evaluate(() => {
    const at = document.activeElement;
    return `${at?.tagName} of ${at?.closest('[data-device]')?.getAttribute('data-device')}`;
  });

describe('the devices of a library', () => {
  it('are shown to none but who is of the library', async () => {
    await server.approved('gouda');
    const page = await visit('reader');
    await page.getByText(nl.devices.none, { exact: true }).waitFor();
    await judgePage(page);
    await picture(page, 'devices-none');
  });

  it('come in with a code, which is shown once, and are approved, replaced and revoked', async () => {
    const page = await visit('administrator');
    await button(page, nl.devices.add).click();
    await button(page, nl.devices.code.make).click();
    const code = String(await page.locator('[data-code]').textContent());
    expect(await violationsOf(page)).toEqual([]);
    await picture(page, 'devices-code');
    await page.getByText(nl.devices.code.server.replace('{{address}}', server.addresses[0])).waitFor();
    // What a scanner reads holds both: where the server is, and the code.
    const scanned = readCode(await page.getByRole('img', { name: nl.devices.code.picture }).screenshot());
    expect(readEnrolmentLink(String(scanned))).toEqual({ server: `${server.addresses[0]}/`, code });
    const device = aDevice();
    expect((await device.enrol(server.addresses[0], code)).status).toBe(200);
    await button(page, nl.devices.code.done).click();
    await page.reload();
    const card = page.locator(`[data-device="${device.id()}"]`);
    await expect.poll(() => card.getAttribute('data-state')).toBe('waiting');
    await picture(page, 'devices-waiting');
    await card.getByRole('button', { name: /Laat toe/ }).press('Enter');
    await expect.poll(() => card.getAttribute('data-state')).toBe('approved');
    // It stands elsewhere in the list now, and so does who let it in by key.
    await expect.poll(() => focusedCard(page)).toBe(`H3 of ${device.id()}`);
    const batch = device.batch([device.item()]);
    const pack = { library: 'delft', channel: 'stable' as const };
    const packs = [
      { ...pack, pack: 'zelfredzaam', version: 3 },
      { ...pack, pack: 'buurt', version: 0 },
    ];
    const health = { ...batch.health, freeBytes: 48_000_000_000, packs };
    await device.send(server.addresses[0], { ...batch, health });
    await page.reload();
    await card.getByText(nl.devices.well).waitFor();
    for (const fact of [/48 GB/, /0\.1\.0/, /zelfredzaam.*3/, 'buurt: geen versie', nl.devices.clockRight])
      await card.getByText(fact).first().waitFor();
    await judgePage(page);
    await picture(page, 'devices');
    await card.getByRole('button', { name: /Vervang/ }).click();
    await button(page, nl.devices.askReplace.yes).click();
    const other = aDevice();
    await other.enrol(server.addresses[0], String(await page.locator('[data-code]').textContent()));
    await button(page, nl.devices.code.done).click();
    await page.reload();
    const second = page.locator(`[data-device="${other.id()}"]`);
    expect(await card.getAttribute('data-state')).toBe('approved'); // heard until the new one is let in
    await second.getByRole('button', { name: /Laat toe/ }).click();
    await expect.poll(() => card.getAttribute('data-state')).toBe('revoked');
    expect((await findDevice(server.store, device.id()))?.state).toBe('revoked');
    await second.getByRole('button', { name: /Trek in/ }).click();
    await button(page, nl.devices.askRevoke.yes).press('Enter');
    await expect.poll(() => second.getAttribute('data-state')).toBe('revoked');
    await expect.poll(() => focusedCard(page)).toBe(`H3 of ${other.id()}`);
  });

  it('say what is wrong with one', async () => {
    const device = await server.approved();
    const batch = device.batch([]);
    const health = { ...batch.health, freeBytes: 1_000, starts: 30, clock: '2026-01-01T00:00:00.000Z' };
    await device.send(server.addresses[0], { ...batch, health });
    const page = await visit('reader', { language: 'en' });
    const card = page.locator(`[data-device="${device.id()}"]`);
    for (const concern of ['crash-looping', 'full', 'clock'] as const)
      await card.getByText(en.devices.concern[concern]).waitFor();
    expect(await card.getByRole('button').count()).toBe(0);
    await judgePage(page);
    await picture(page, 'devices-concerns');
  });

  it.each([
    ['a telephone', NARROW],
    ['a tablet', { width: 768, height: 1024 }],
  ])('show a code that fits %s', async (_, size) => {
    const page = await visit('administrator', { size });
    await button(page, nl.devices.add).click();
    await button(page, nl.devices.code.make).click();
    await page.locator('[data-code]').waitFor();
    await judgePage(page);
    await picture(page, `devices-code-${size.width}`);
  });

  it('fit a telephone with letters twice as large', async () => {
    const page = await visit('administrator', { size: NARROW });
    await page.locator('[data-device]').first().waitFor();
    await judgePage(page);
    await picture(page, 'devices-narrow');
    await page.evaluate(() => document.documentElement.style.setProperty('font-size', '200%'));
    await judgePage(page);
    await picture(page, 'devices-narrow-larger');
  });

  it('keep what they loaded of pages from elsewhere: nothing, and run no code made of text', async () => {
    const page = await visit('administrator');
    const violations: string[] = [];
    page.on('console', (line) => line.type() === 'error' && violations.push(line.text()));
    await page.reload();
    await page.locator('[data-device]').first().waitFor();
    expect(violations).toEqual([]);
    const refused = await page.evaluate(() => {
      const tried = document.createElement('script');
      tried.textContent = 'document.title = "taken"';
      document.head.append(tried);
      return document.title;
    });
    expect(refused).not.toBe('taken');
  });
});
