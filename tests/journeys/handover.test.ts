// A warm handover in the real app with a real server: the visitor types and agrees, the partner fetches and answers, the desk sees so.

import { execFileSync } from 'node:child_process';
import {
  copyFileSync,
  lstatSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'playwright';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { openForWriting } from '../../db/open.ts';
import { openStore } from '../../db/open-store.ts';
import { OPS_OPTIONS } from '../../db/ops/ops-options.ts';
import { ar } from '../../renderer/words/ar/screens.ts';
import { nl as admin } from '../../renderer/words/nl/admin.ts';
import { nl as words } from '../../renderer/words/nl/handover.ts';
import { nl } from '../../renderer/words/nl/screens.ts';
import { nl as staff } from '../../renderer/words/nl/staff.ts';
import { approveDevice } from '../../server/organisations/devices.ts';
import { addPartner } from '../../server/organisations/partners.ts';
import { enrolDevice } from '../../updates/outbox/enrol-device.ts';
import { type OwnServer, startOwnServer } from '../builders/a-server.ts';
import { aDataFolder, MIGRATIONS } from '../builders/a-store.ts';
import { setPin, signIn } from './admin-door.ts';
import { choose } from './displays.ts';
import { byKeys, tabTo } from './hands.ts';
import { failCall, holdCall } from './hold-call.ts';
import { judgeScreen } from './judge-screen.ts';
import { APP_FOLDER, type Kiosk, launchKiosk } from './launch-kiosk.ts';
import { heading, starting, touch } from './walk-through.ts';

const PARTNER = 'Wijkteam (voorbeeld)';
/** Asks nothing of the visitor: one press hands over. */
const OTHER = 'Taalhuis (voorbeeld)';
const NAME = 'Verzonnen Naäm Qwxvaartjes';
const PHONE = '06 98 76 54 31';

let server: OwnServer;
const dataDir = mkdtempSync(join(tmpdir(), 'balie-handover-'));
const partnerDir = mkdtempSync(join(tmpdir(), 'balie-partner-'));
let kiosk: Kiosk;
let identity: string;

beforeAll(async () => {
  identity = join(partnerDir, 'partner.key');
  copyFileSync(join(process.env['BALIE_TEMPLATE_DIR'] ?? '', 'content.db'), join(dataDir, 'content.db'));
  setPin(dataDir);
  const lists = JSON.parse(readFileSync(join(APP_FOLDER, 'assets/desk/desk.json'), 'utf8')) as object;
  writeFileSync(join(dataDir, 'desk.json'), JSON.stringify({ ...lists, notes: true }));
  server = await startOwnServer();
  execFileSync('age-keygen', ['-o', identity], { stdio: 'ignore' });
  const recipient = execFileSync('age-keygen', ['-y', identity], { encoding: 'utf8' }).trim();
  await addPartner(server.store, 'delft', {
    ...{ id: 'wijkteam', name: PARTNER, kind: 'social-work', contact: 'Aanmeldpunt', phone: '015 000 00 00' },
    ...{ recipient, asks: ['name', 'phone'], review_by: '2020-01-01' },
  });
  await addPartner(server.store, 'delft', { id: 'taalhuis', name: OTHER, kind: 'other', asks: [] });
  const opened = openStore(join(dataDir, 'ops.db'), join(MIGRATIONS, 'ops'), {
    ...OPS_OPTIONS,
    proveSound: false,
  });
  if (opened.db === undefined) throw new Error(opened.detail);
  const { device } = await enrolDevice(opened.db, {
    ...{ dataDir, server: server.addresses[0], code: await server.code() },
    ...{ profile: 'kiosk', appVersion: '0.1.0' },
  });
  opened.db.close();
  await approveDevice(server.store, device);
  kiosk = await launchKiosk({ dataDir, idleSeconds: 600, env: { BALIE_SYNC_SECONDS: '1' } });
});
afterAll(async () => {
  await kiosk?.close();
  await server?.remove();
  for (const folder of [dataDir, partnerDir]) rmSync(folder, { recursive: true, force: true });
});

const submit = (fields: Record<string, string>) =>
  fetch(`${server.addresses[0]}/overdracht`, {
    method: 'POST',
    headers: { origin: server.addresses[0] },
    body: new URLSearchParams({ language: 'nl', ...fields }),
  });
const state = (page: Page, text: string) =>
  page.locator('[data-state]').getByText(text, { exact: true }).waitFor();
/** What a file holds; undefined of a folder, and of a file that the running app took away meanwhile: that holds nothing any more. */
const bytesOf = (path: string) => {
  try {
    return lstatSync(path).isFile() ? readFileSync(path) : undefined;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ENOENT') throw error;
    return undefined;
  }
};
const picture = (page: Page, name: string) => {
  const folder = process.env['BALIE_PICTURES'];
  return folder === undefined ? undefined : page.screenshot({ path: join(folder, `${name}.png`) });
};

it('is not for visitors to ask about', async () => {
  for (const [channel, input] of Object.entries({
    'handover:list': {},
    'handover:give': { partner: 'wijkteam', recipient: null, sealed: null },
  }))
    expect(
      await kiosk
        .page()
        .evaluate(
          ([name, given]) =>
            window.balie.invoke(name as never, given as never).catch((error: Error) => error.message),
          [channel, input] as const,
        ),
      channel,
    ).toMatch(/refused/);
});

it('gives staff at a kiosk the keyboard on its screen for a free note', async () => {
  const page = kiosk.page();
  await signIn(page);
  await touch(page, admin.desk);
  await touch(page, staff.log.more);
  const note = page.getByRole('textbox', { name: staff.form.note, exact: true });
  await note.click();
  // All of its keys are in sight, and nothing lies on them.
  const keys = page.locator('dialog fieldset[data-page=letters] button');
  await expect
    .poll(() =>
      keys.evaluateAll((each) =>
        each.flatMap((key) => {
          const { x, y, width, height } = key.getBoundingClientRect();
          return key.contains(document.elementFromPoint(x + width / 2, y + height / 2))
            ? []
            : [key.textContent];
        }),
      ),
    )
    .toEqual([]);
  expect(await keys.count()).toBeGreaterThan(30);
  for (const key of ['o', 'k']) await touch(page, key);
  expect(await note.inputValue()).toBe('ok');
  await judgeScreen(page);
  await picture(page, 'note-1-keyboard');
  await touch(page, nl.keyboard.done);
  await touch(page, staff.form.save);
  await page.getByRole('dialog').waitFor({ state: 'detached' });
  await page.locator('section li button').first().click();
  await page.getByText(staff.form.noteOf.replace('{{note}}', 'ok'), { exact: true }).waitFor();
  await touch(page, staff.close);
});

it('hands over: typed by the visitor, read by the partner alone, and followed at the desk', async () => {
  const page = kiosk.page();
  await touch(page, staff.handover);
  await heading(page, words.title).waitFor();
  await starting(page, PARTNER).waitFor();
  await page.getByText('Bel eerst of alles nog klopt').waitFor();
  await judgeScreen(page);
  await picture(page, 'handover-1-partners');

  await starting(page, PARTNER).click();
  await page.getByRole('heading', { name: nl.handover.title.replace('{{partner}}', PARTNER) }).waitFor();
  const field = (name: string) => page.getByRole('textbox', { name, exact: true });
  await field(nl.handover.name).click();
  await touch(page, 'z');
  expect(await field(nl.handover.name).inputValue()).toBe('z');
  await picture(page, 'handover-2-typing');
  await judgeScreen(page);
  await field(nl.handover.name).fill(NAME);
  await field(nl.handover.phone).fill(PHONE);
  await touch(page, nl.handover.check);
  const sent = page.getByRole('region', { name: nl.handover.text });
  expect(await sent.textContent()).toBe(`Naam: ${NAME}\nTelefoon: ${PHONE}\n`);
  await judgeScreen(page);
  await picture(page, 'handover-3-agree');
  // A look at the list that fails takes nothing away of what the visitor typed.
  const failing = await failCall(kiosk.app, 'handover:list');
  await expect.poll(failing.times, { timeout: 20_000 }).toBeGreaterThan(0);
  await failing.stop();
  expect(await sent.textContent()).toBe(`Naam: ${NAME}\nTelefoon: ${PHONE}\n`);
  // Whoever changes something while it is being locked takes the agreement back.
  await page.evaluate(
    (names) => {
      for (const name of names)
        [...document.querySelectorAll('dialog button')]
          .find((button) => button.textContent === name)
          ?.dispatchEvent(new MouseEvent('click', { bubbles: true }));
    },
    [nl.handover.agree, nl.handover.change],
  );
  await field(nl.handover.phone).waitFor();
  await touch(page, nl.handover.check);
  expect(await sent.textContent()).toBe(`Naam: ${NAME}\nTelefoon: ${PHONE}\n`);
  // Nobody agrees to a text that they cannot read: the sheet speaks another language, and the slip goes on in it.
  await touch(page, ar.languageName);
  await page.getByRole('button', { name: ar.handover.agree, exact: true }).waitFor();
  expect(await sent.count()).toBe(0);
  expect(await page.getByRole('dialog').evaluate((sheet) => getComputedStyle(sheet).direction)).toBe('rtl');
  await judgeScreen(page);
  await picture(page, 'handover-3-agree-ar');
  await touch(page, ar.handover.agree);

  await page.getByRole('heading', { name: words.given.replace('{{partner}}', PARTNER) }).waitFor();
  // Around the name there are signs that keep its letters in order where the words go from right to left.
  const lead = (said: typeof nl | typeof ar) =>
    page.getByText(new RegExp(said.handover.slip.lead.split('{{partner}}').join('.*Wijkteam.*')));
  await lead(ar).waitFor();
  await judgeScreen(page);
  await picture(page, 'handover-4-slip-ar');
  await touch(page, nl.languageName);
  await lead(nl).waitFor();
  expect(await page.locator('article').count()).toBe(1);
  const code = (await page.locator('article').first().getAttribute('aria-label')) ?? '';
  expect(code).toMatch(/^[2-9A-Y]{3}-[2-9A-Y]{3}-[2-9A-Y]{3}$/);
  await judgeScreen(page);
  await picture(page, 'handover-4-slip');
  await page.getByText(words.sealed.waiting, { exact: true }).waitFor();

  // The partner, on the page of the server.
  const file = join(aDataFolder(), 'fetched.age');
  writeFileSync(file, Buffer.from(await (await submit({ code, act: 'fetch' })).arrayBuffer()));
  expect(execFileSync('age', ['--decrypt', '-i', identity, file], { encoding: 'utf8' })).toBe(
    `Naam: ${NAME}\nTelefoon: ${PHONE}\n`,
  );
  await touch(page, words.say.called);
  await state(page, words.states.called);
  await page.getByText(words.sealed.delivered, { exact: true }).waitFor();
  await expect.poll(async () => (await submit({ code })).text()).toContain('samen gebeld');
  await submit({ code, act: 'accepted' });
  await state(page, words.states.accepted);
  await submit({ code, act: 'done' });
  await state(page, words.states.done);
  await judgeScreen(page);
});

it('holds together with letters twice as large, and goes by keys alone', async () => {
  const page = await kiosk.nextVisit(() => touch(kiosk.page(), staff.lock));
  await choose(page, { text: 200 });
  await signIn(page);
  await touch(page, admin.desk);
  const press = (name: string) => byKeys(page, page.getByRole('button', { name, exact: true }));
  await press(staff.handover);
  await starting(page, PARTNER).waitFor();
  await judgeScreen(page);
  await byKeys(page, starting(page, PARTNER));
  const phone = page.getByRole('textbox', { name: nl.handover.phone, exact: true });
  await tabTo(page, phone);
  await page.keyboard.type(PHONE);
  expect(await phone.inputValue()).toBe(PHONE);
  await judgeScreen(page);
  await press(nl.handover.check);
  await judgeScreen(page);
  await press(nl.handover.without);
  await page.locator('[data-state=given]').waitFor();
  // The slip is in sight, and whoever hears the screen hears that it is there.
  const given = page.getByRole('heading', { name: words.given.replace('{{partner}}', PARTNER) });
  await expect
    .poll(() =>
      given.evaluate((title) => {
        const { top, bottom } = title.getBoundingClientRect();
        return title === document.activeElement && top >= 0 && bottom <= innerHeight;
      }),
    )
    .toBe(true);
});

it('takes a double click on a partner, and a second press while the disk is slow, for one handover', async () => {
  const page = kiosk.page();
  const given = page.getByRole('heading', { name: words.given.replace('{{partner}}', OTHER) });
  const howMany = () =>
    page.evaluate(
      async (name) =>
        (await window.balie.invoke('handover:list', {})).handovers.filter(
          ({ partnerName }) => partnerName === name,
        ).length,
      OTHER,
    );
  await starting(page, OTHER).dblclick();
  await given.waitFor();
  expect(await howMany()).toBe(1);
  const letGo = await holdCall(kiosk.app, 'handover:give');
  await starting(page, OTHER).click();
  await given.waitFor({ state: 'detached' });
  await starting(page, OTHER).click();
  await letGo();
  await given.waitFor();
  expect(await howMany()).toBe(2);
});

it('takes what cannot be taken back at the second press, and a double click for one', async () => {
  const page = kiosk.page();
  // Those of one hour stand in the order of their codes, so the first may be the one that is done.
  const open = page.locator('article', { has: page.locator('[data-state=given]') }).first();
  const handover = page.getByRole('article', {
    name: (await open.getAttribute('aria-label')) ?? '',
    exact: true,
  });
  const final = handover.getByText(words.final.replace('{{what}}', words.say.withdrawn), { exact: true });
  const withdraw = handover.getByRole('button', { name: words.say.withdrawn });
  await withdraw.dblclick();
  await final.waitFor();
  await judgeScreen(page);
  await picture(page, 'handover-5-sure');
  expect(await handover.locator('[data-state=given]').count()).toBe(1);
  // Whoever goes elsewhere did not mean it.
  await heading(page, words.title).click();
  await final.waitFor({ state: 'detached' });
  await withdraw.click();
  await final.waitFor();
  await withdraw.click();
  await handover.locator('[data-state=withdrawn]').waitFor();
});

it('leaves nothing of what was typed, on the disk or at the server', () => {
  openForWriting(join(dataDir, 'ops.db')).close();
  for (const place of [dataDir, server.data])
    for (const name of readdirSync(place, { recursive: true, encoding: 'utf8' })) {
      const bytes = bytesOf(join(place, name));
      if (bytes === undefined) continue;
      for (const mark of [NAME, 'Qwxvaartjes', PHONE])
        expect([name, bytes.includes(mark)]).toEqual([name, false]);
    }
  expect(server.logged()).not.toMatch(/Qwxvaartjes|98 76/);
});
