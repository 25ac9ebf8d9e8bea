// The library changes its lists while the log of the desk is open, and staff go on logging.
import { copyFileSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'playwright';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { DeskLists } from '../../core/domain/desk/desk-lists.ts';
import { nl as staff } from '../../renderer/words/nl/staff.ts';
import { give, PIN, setPin } from './admin-door.ts';
import { judgeScreen } from './judge-screen.ts';
import { APP_FOLDER, type Kiosk, launchKiosk } from './launch-kiosk.ts';
import { heading, touch } from './walk-through.ts';

const shipped = DeskLists.parse(
  JSON.parse(readFileSync(join(APP_FOLDER, 'assets/desk/desk.json'), 'utf8')) as unknown,
);
const OTHER = { id: 'nieuw-org', names: { nl: 'Digitale overheid' } };
/** DigiD goes to another organisation. */
const corrected: DeskLists = {
  ...shipped,
  subCategories: shipped.subCategories.map((sub) =>
    sub.id === 'digid' ? { ...sub, organization: OTHER.id } : sub,
  ),
  organizations: [...shipped.organizations, OTHER],
};

let kiosk: Kiosk;
let page: Page;
const dataDir = mkdtempSync(join(tmpdir(), 'balie-lists-'));
const write = (lists: DeskLists) => writeFileSync(join(dataDir, 'desk.json'), JSON.stringify(lists));
beforeAll(async () => {
  copyFileSync(join(process.env['BALIE_TEMPLATE_DIR'] ?? '', 'content.db'), join(dataDir, 'content.db'));
  setPin(dataDir);
  kiosk = await launchKiosk({ dataDir, profile: 'desk' });
  page = kiosk.page();
  await give(page, PIN);
  await heading(page, staff.log.title).waitFor();
});
afterAll(async () => {
  await kiosk?.close();
  rmSync(dataDir, { recursive: true, force: true });
});

const tile = (text: string | RegExp) => page.locator('button[data-key]').filter({ hasText: text });
const logged = async () => {
  const { question } = (await page.evaluate(() => window.balie.invoke('desk:log', {}))).recent[0] ?? {};
  return [question?.subCategory, question?.organization, question?.place];
};

it('shows what the list says now beside what is asked most, and tells the two apart', async () => {
  const rows = shipped.subCategories.map(({ id, category, organization = null }) => {
    return { category, subCategory: id, organization, times: { answered: id === 'digid' ? 30 : 20 } };
  });
  await page.evaluate(
    async (sheet) => {
      const { now } = await window.balie.invoke('desk:log', {});
      const shared = { channel: 'desk', duration: '5-15', language: 'nl', place: 'balie' } as const;
      await window.balie.invoke('desk:log-tally', { at: now, shared, rows: sheet });
    },
    rows.map((row) => ({ ...row, times: { ...row.times } })),
  );
  write(corrected);
  await tile('Toeslagen').click();
  const [usual, now] = [tile(/^DigiDLogius/), tile(`DigiD · ${OTHER.names.nl}`)];
  await Promise.all([usual.waitFor(), now.waitFor()]);
  await judgeScreen(page);
  const folder = process.env['BALIE_PICTURES'];
  await now.scrollIntoViewIfNeeded();
  if (folder !== undefined) await page.screenshot({ path: join(folder, 'desk-lists.png') });
  await now.click();
  await expect.poll(logged).toEqual(['digid', OTHER.id, 'balie']);
  await usual.click();
  await expect.poll(logged).toEqual(['digid', 'logius', 'balie']);
});

it('logs nothing that the library took off its lists, without a word', async () => {
  const places = corrected.places.slice(1);
  write({
    ...corrected,
    organizations: corrected.organizations.filter(({ id }) => id !== 'logius'),
    places: [{ id: 'ingang', names: { nl: 'Bij de ingang' } }, ...places],
  });
  // The screen learns of it with this one at the latest, which may still be at the place that was.
  await tile('Toeslagen').click();
  await expect.poll(async () => (await logged())[0]).toBe('toeslagen');
  await tile(/^DigiDLogius/).waitFor({ state: 'detached' });
  expect(await page.getByText(staff.log.staying, { exact: true }).count()).toBe(0);
  await tile('DigiD').click();
  await expect.poll(logged).toEqual(['digid', OTHER.id, 'ingang']);
  // What is filled in begins with what is in sight there.
  await touch(page, staff.log.more);
  const chosen = page.getByRole('dialog').getByRole('radio', { checked: true });
  for (const name of [OTHER.names.nl, 'Bij de ingang'])
    await chosen.and(page.getByRole('radio', { name, exact: true })).waitFor();
});
