// The desk's own PC, with somebody who has a PIN: every screen of staff, looking together with a visitor, the monthly report, and the lock.
import { execFileSync } from 'node:child_process';
import { copyFileSync, existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'playwright';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { en } from '../../renderer/words/en/screens.ts';
import { nl as admin } from '../../renderer/words/nl/admin.ts';
import { nl } from '../../renderer/words/nl/screens.ts';
import { nl as staff } from '../../renderer/words/nl/staff.ts';
import { nl as worth } from '../../renderer/words/nl/worth.ts';
import { textInZip } from '../builders/read-zip.ts';
import { give, PIN, setPin } from './admin-door.ts';
import { fillDeskYear } from './desk-year.ts';
import { choose } from './displays.ts';
import { addColleague, COLLEAGUE, everyStaffScreen, throughLock } from './every-staff-screen.ts';
import { byKeys } from './hands.ts';
import { judgeScreen } from './judge-screen.ts';
import { type Kiosk, launchKiosk } from './launch-kiosk.ts';
import { heading, touch } from './walk-through.ts';

let kiosk: Kiosk;
const dataDir = mkdtempSync(join(tmpdir(), 'balie-staff-'));
const saved = mkdtempSync(join(tmpdir(), 'balie-saved-'));

beforeAll(async () => {
  copyFileSync(join(process.env['BALIE_TEMPLATE_DIR'] ?? '', 'content.db'), join(dataDir, 'content.db'));
  setPin(dataDir);
  addColleague(dataDir);
  fillDeskYear(dataDir);
  kiosk = await launchKiosk({ dataDir, profile: 'desk', idleSeconds: 600 });
});
afterAll(async () => {
  await kiosk?.close();
  for (const folder of [dataDir, saved]) rmSync(folder, { recursive: true, force: true });
});

const resize = (width: number, height: number) =>
  kiosk.app.evaluate(
    ({ BrowserWindow }, size) => BrowserWindow.getAllWindows()[0]?.setContentSize(size.width, size.height),
    { width, height },
  );
const picture = (page: Page, name: string) => {
  const folder = process.env['BALIE_PICTURES'];
  return folder === undefined ? undefined : page.screenshot({ path: join(folder, `${name}.png`) });
};
const me = (page: Page) => page.evaluate(() => window.balie.invoke('staff:me', {}));

it('every screen is accessible on a small PC: the lock, the log and all its parts', async () => {
  const page = kiosk.page();
  await resize(1366, 768);
  await page.waitForFunction(() => innerHeight === 768);
  const said = page.locator('footer [role=status]');
  const words = staff.log.quiet_other.replace('{{count}}', '3');
  await throughLock(page, async () => {
    // As at noon when nothing was logged: by then the desk has locked itself.
    await said.evaluate((line, text) => line.replaceChildren(text), words);
    await judgeScreen(page);
    await picture(page, `lock-${await page.locator('[data-person]').count()}`);
  });
  await everyStaffScreen(page, () => judgeScreen(page));
});

it('keeps room for its reminder, on a small PC and on its side: what comes by itself moves nothing', async () => {
  const page = kiosk.page();
  for (const [width, height] of [
    [768, 1366],
    [1366, 768],
  ] as const) {
    await resize(width, height);
    await page.waitForFunction((wanted) => innerHeight === wanted, height);
    const room = () => page.locator('main').boundingBox();
    const say = (text: string) =>
      page.locator('main + [role=status]').evaluate((line, said) => line.replaceChildren(said), text);
    const before = await room();
    await say(staff.log.quiet_other.replace('{{count}}', '24'));
    expect(await room()).toEqual(before);
    await judgeScreen(page);
    await picture(page, `reminder-${width}`);
    await say('');
  }
});

it('saves the report of a month as PDF, XLSX and CSV where somebody chooses, small numbers left out', async () => {
  const page = kiosk.page();
  await page.getByLabel(worth.report.month, { exact: true }).selectOption({ label: 'oktober 2025' });
  const save = async (form: string, chosen: string | undefined) => {
    await kiosk.app.evaluate(({ dialog }, filePath) => {
      dialog.showSaveDialog = (async () => ({
        canceled: filePath === undefined,
        filePath: filePath ?? '',
      })) as typeof dialog.showSaveDialog;
    }, chosen);
    const name = worth.report.save.replace('{{form}}', form);
    const button = page.getByRole('button', { name, exact: true });
    await expect.poll(() => button.isEnabled()).toBe(true);
    await byKeys(page, button);
    await page
      .getByText(chosen === undefined ? worth.report.results.cancelled : worth.report.results.saved)
      .waitFor();
    if (chosen !== undefined) await expect.poll(() => existsSync(chosen)).toBe(true);
    expect(await page.evaluate(() => document.activeElement?.textContent)).toBe(name);
  };
  await save('PDF', undefined);
  const [pdf, xlsx, csv] = ['pdf', 'xlsx', 'csv'].map((form) => join(saved, `report.${form}`));
  await save('PDF', pdf);
  await save('XLSX', xlsx);
  await save('CSV', csv);
  const text = execFileSync('pdftotext', ['-layout', pdf ?? '', '-'], { encoding: 'utf8' });
  expect(text).toContain('Wat de hulp opleverde: oktober 2025');
  expect(text).toMatch(/Hulp bij contact met de overheid\s+73\s+66%/);
  // 37 questions were for information: with that told, the three kinds of which nobody asked were too.
  expect(text).toMatch(/Informatie\s+niet getoond/);
  expect(text).toMatch(/Cursus\s+niet getoond/);
  const sheets = textInZip(xlsx ?? '', 'xl/');
  expect(sheets).toContain('oktober 2025');
  expect(sheets).toMatch(/<c r="\w+"><v>73</);
  expect(sheets).not.toMatch(/<c r="\w+"><v>37</);
  const lines = readFileSync(csv ?? '', 'utf8').split('\r\n');
  expect(lines).toContain('Hulp bij contact met de overheid;73;66%');
  expect(lines).toContain('Informatie;niet getoond;–');
});

it('comes back to the desk when a visitor stops, unlocked, and with nothing of the visitor', async () => {
  const page = kiosk.page();
  await touch(page, staff.visitor);
  await heading(page, nl.home.title).waitFor();
  await choose(page, { dark: true });
  await touch(page, nl.bar.desk);
  await page.locator('strong').getByText('1', { exact: true }).waitFor();
  await touch(page, nl.bar.home);
  await touch(page, nl.language.button.replace('{{name}}', nl.languageName));
  await touch(page, en.languageName);
  await touch(page, en.search.button);
  await page.getByRole('textbox').fill('qxvaart');
  await touch(page, en.bar.stop);

  await heading(page, staff.log.title).waitFor();
  expect(await me(page)).toEqual({ role: 'staff', name: COLLEAGUE.name });
  const look = () =>
    page.evaluate(() => [
      document.documentElement.lang,
      document.documentElement.hasAttribute('data-scheme'),
    ]);
  expect(await look()).toEqual(['nl', false]);
  expect(await page.content()).not.toContain('qxvaart');
  // Whoever comes next is somebody else.
  await touch(page, staff.visitor);
  await heading(page, nl.home.title).waitFor();
  await touch(page, nl.search.button);
  expect(await page.getByRole('textbox').inputValue()).toBe('');
  await touch(page, nl.bar.desk);
  await page.locator('strong').getByText('2', { exact: true }).waitFor();
  await page.keyboard.press('F2');
  await heading(page, staff.log.title).waitFor();
});

it('locks at once when the PC goes to sleep, or is locked itself, and has forgotten what was walked', async () => {
  const walked = async (page: Page) =>
    (await page.evaluate(() => window.balie.invoke('desk:log', {}))).walk !== null;
  for (const event of ['suspend', 'lock-screen'] as const) {
    const place = { kind: 'step', language: 'nl', flow: 'huurtoeslag', step: 'leeftijd' } as const;
    await kiosk.page().evaluate((at) => window.balie.invoke('visit:at', at), place);
    expect(await walked(kiosk.page())).toBe(true);
    const next = await kiosk.nextVisit(() =>
      kiosk.app.evaluate(({ powerMonitor }, name) => void powerMonitor.emit(name), event),
    );
    expect(await me(next)).toEqual({ role: 'visitor', name: null });
    await throughLock(next, async () => undefined);
    await heading(next, staff.log.title).waitFor();
    expect(await walked(next)).toBe(false);
  }
});

it('asks for the PIN of the desk where somebody has none of their own, and shows who works here', async () => {
  const page = await kiosk.nextVisit(() => touch(kiosk.page(), staff.lock));
  await touch(page, admin.lock.device);
  await heading(page, admin.door.deskTitle).waitFor();
  await judgeScreen(page);
  await give(page, PIN);
  await heading(page, staff.log.title).waitFor();
  await touch(page, staff.admin);
  await touch(page, admin.people.name);
  await page.locator(`[data-person=${COLLEAGUE.id}]`).waitFor();
  await judgeScreen(page);
});
