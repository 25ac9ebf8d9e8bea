// The admin's door and what is behind it, in the real app.
import { copyFileSync, cpSync, existsSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from 'playwright';
import { describe, expect, onTestFinished, test } from 'vitest';
import { openForReading, openForWriting } from '../../db/open.ts';
import { listActs } from '../../db/ops/audit.ts';
import { DEVICE_ADMIN, readPin } from '../../db/ops/pins.ts';
import { nl as admin } from '../../renderer/words/nl/admin.ts';
import { nl } from '../../renderer/words/nl/screens.ts';
import { aDataFolder } from '../builders/a-store.ts';
import { packFolder } from '../builders/pack-folder.ts';
import { aServer } from '../builders/updates/a-server.ts';
import { aRawRepository, type RawRepository, STABLE } from '../builders/updates/raw-repository.ts';
import { give, PIN, setPin, signIn, toDoor } from './admin-door.ts';
import { type Chosen, choose } from './displays.ts';
import { byKeys } from './hands.ts';
import { judgeScreen } from './judge-screen.ts';
import { type Kiosk, type KioskOptions, launchKiosk } from './launch-kiosk.ts';
import { begin, heading, starting, touch } from './walk-through.ts';

/** A data folder in which whoever installs has set the PIN, with the shipped content. */
function withPin(pin = PIN, withContent = true): string {
  const dataDir = aDataFolder();
  const template = join(process.env['BALIE_TEMPLATE_DIR'] ?? '', 'content.db');
  if (withContent && existsSync(template)) copyFileSync(template, join(dataDir, 'content.db'));
  setPin(dataDir, pin);
  return dataDir;
}

async function launch(options: KioskOptions): Promise<Kiosk> {
  const kiosk = await launchKiosk(options);
  onTestFinished(() => kiosk.close());
  return kiosk;
}

/** What main answers to a call of the page, or with what it refuses. */
async function call(page: Page, channel: string, input: object): Promise<unknown> {
  return page.evaluate(
    ([name, given]) =>
      window.balie.invoke(name as never, given as never).catch((error: Error) => error.message),
    [channel, input] as const,
  );
}

describe('the door', () => {
  test('without a PIN nobody gets in, and the screen says who sets one', async () => {
    const kiosk = await launch({});
    const page = kiosk.page();
    await toDoor(page);
    await heading(page, admin.door.noPinTitle).waitFor();
    await judgeScreen(page);
    expect(await call(page, 'admin:sign-in', { pin: PIN })).toEqual({ kind: 'no-pin' });
  });

  test('is not there in the middle of a visit', async () => {
    const kiosk = await launch({ dataDir: withPin() });
    const page = kiosk.page();
    await begin(page);
    await touch(page, nl.display.title);
    await page.getByRole('button', { name: nl.display.done }).waitFor();
    expect(await page.getByRole('button', { name: nl.display.admin }).count()).toBe(0);
  });

  test('opens with two keys alone, and with a real keyboard', async () => {
    const kiosk = await launch({ dataDir: withPin() });
    const page = kiosk.page();
    // The first space switches two keys on; each one goes on, Enter presses.
    const goTo = async (name: string) => {
      const wanted = page.getByRole('button', { name, exact: true });
      for (let steps = 0; steps < 40; steps++) {
        await page.keyboard.press('Space');
        if (await wanted.evaluate((button) => button === document.activeElement)) break;
      }
      await page.keyboard.press('Enter');
    };
    await goTo(nl.display.title);
    await page.getByRole('dialog').waitFor();
    await goTo(nl.display.admin);
    await heading(page, admin.door.title).waitFor();
    for (const digit of '135790') await page.keyboard.press(digit);
    await goTo(admin.door.enter);
    await page.getByText('nog 4 keer').waitFor();
    // It could not be pressed while the PIN was looked at; the keys stayed there.
    expect(await page.evaluate(() => document.activeElement?.textContent)).toBe(admin.door.enter);
    for (const digit of PIN) await page.keyboard.press(digit);
    await page.keyboard.press('Enter');
    await heading(page, admin.content.title).waitFor();
  });

  test('says how many tries are left, closes after five, and a restart does not open it', async () => {
    const dataDir = withPin();
    const first = await launchKiosk({ dataDir });
    onTestFinished(() => first.close().catch(() => undefined));
    const page = first.page();
    await toDoor(page);
    await heading(page, admin.door.title).waitFor();
    for (const left of ['4', '3', '2', '1']) {
      await give(page, '135790');
      await page.getByText(`nog ${left} keer`).waitFor();
    }
    await give(page, '135790');
    await heading(page, admin.door.lockedTitle).waitFor();
    await judgeScreen(page);
    // The right one does not help now.
    expect(await call(page, 'admin:sign-in', { pin: PIN })).toMatchObject({ kind: 'locked' });
    await first.close();
    const second = await launch({ dataDir });
    const door = await call(second.page(), 'admin:door', {});
    expect(door).toMatchObject({ kind: 'locked' });
    expect((door as { secondsLeft: number }).secondsLeft).toBeGreaterThan(40);
    expect(acts(dataDir)).toContain('locked-out');
  }, 90_000);

  test('opens when the time is over that the kiosk has counted, whatever its clock says', async () => {
    const dataDir = withPin();
    lock(dataDir, 1_500);
    const kiosk = await launch({ dataDir });
    const page = kiosk.page();
    await toDoor(page);
    await heading(page, admin.door.title).waitFor({ timeout: 20_000 });
    await give(page, PIN);
    await heading(page, admin.content.title).waitFor();
    expect(pinOf(dataDir)).toMatchObject({ failures: 0, locked_ms: 0 });
  });
});

describe('the role', () => {
  test('is none of a visitor, whatever the page asks, nor of whoever comes after an admin', async () => {
    const kiosk = await launch({ dataDir: withPin() });
    const page = kiosk.page();
    const asks = async (on: Page) => [
      await call(on, 'admin:status', {}),
      await call(on, 'admin:look', { acceptExpired: true }),
      await call(on, 'admin:act', { act: 'roll-back', pack: 'zelfredzaam', version: 1 }),
    ];
    const refused = expect.stringContaining('refused');
    expect(await asks(page)).toEqual([refused, refused, refused]);
    await signIn(page);
    expect(await call(page, 'admin:status', {})).toMatchObject({ follows: 'none' });
    await judgeScreen(page);
    const next = await kiosk.nextVisit(() => touch(page, admin.signOut));
    await heading(next, nl.attract.title).waitFor();
    expect(await asks(next)).toEqual([refused, refused, refused]);
    expect(acts(kiosk.dataDir)).toEqual(['signed-out', 'signed-in', 'pin-set']);
  });

  test('ends when nobody does anything, and when the page crashes', async () => {
    const kiosk = await launch({ dataDir: withPin(), idleSeconds: 4 });
    await signIn(kiosk.page());
    const idled = await kiosk.nextVisit(async () => {
      await kiosk.page().getByRole('heading', { name: nl.idle.title }).waitFor();
      expect(await kiosk.page().getByRole('button', { name: nl.idle.helped }).count()).toBe(0);
    });
    expect(await call(idled, 'admin:status', {})).toContain('refused');
    await signIn(idled);
    const crashed = await kiosk.nextVisit(() =>
      kiosk.app.evaluate(({ BrowserWindow }) =>
        BrowserWindow.getAllWindows()[0]?.webContents.forcefullyCrashRenderer(),
      ),
    );
    expect(await call(crashed, 'admin:status', {})).toContain('refused');
  }, 60_000);
});

/** The displays that change the layout most, and the sizes of screens. */
const DISPLAYS: readonly (readonly [string, Chosen, width: number, height: number])[] = [
  ['as usual on a wide screen', {}, 1920, 1080],
  ['text at 200%', { text: 200 }, 1080, 1920],
  ['text at 200% on a small wide screen', { text: 200 }, 1366, 768],
  ['dark, more contrast, left hand', { dark: true, contrast: true, leftHand: true }, 1920, 1080],
  ['controls low', { low: true }, 1080, 1920],
];

test('every screen of the admin is accessible in every display', async () => {
  const kiosk = await launch({ dataDir: withPin(), idleSeconds: 600 });
  let page = kiosk.page();
  for (const [, chosen, width, height] of DISPLAYS) {
    const judge = () => judgeScreen(page, { lowest: chosen.low === true });
    await page.setViewportSize({ width, height });
    await choose(page, chosen);
    await toDoor(page);
    await heading(page, admin.door.title).waitFor();
    await judge();
    await give(page, PIN);
    await page.locator('[data-pack=zelfredzaam]').waitFor();
    await judge();
    await touch(page, 'Houd versie 1 vast');
    await page.getByRole('dialog').waitFor();
    await judge();
    await touch(page, admin.content.ask.yes);
    await page.getByText('Versie 1 blijft staan.').waitFor();
    await touch(page, admin.content.acts.release);
    await touch(page, admin.content.ask.yes);
    await page.getByText('Losgelaten.').waitFor();
    await judge();
    await touch(page, admin.preview.name);
    await page.getByRole('button', { name: /Zelfredzaam/ }).waitFor();
    await judge();
    await page.getByRole('button', { name: /Zelfredzaam/ }).click();
    await page.locator('[data-flow="huurtoeslag"]').waitFor();
    await judge();
    page = await kiosk.nextVisit(() => touch(page, admin.signOut));
  }
}, 240_000);

describe('the content', () => {
  test('is looked at, understood, installed, held and rolled back', async () => {
    const repository = aRawRepository(1, 2);
    const { address } = await aServer(repository.folder);
    const dataDir = withPin(PIN, false);
    follow(dataDir, repository, address);
    const packsDir = aDataFolder();
    cpSync(packFolder(), join(packsDir, 'klein'), { recursive: true });
    const kiosk = await launch({ dataDir, packsDir });
    let page = kiosk.page();
    const sees = async (title: string) => {
      page = await kiosk.nextVisit(() => touch(page, admin.signOut));
      await begin(page);
      await starting(page, 'Geld').click();
      await starting(page, title).first().waitFor();
      page = await kiosk.nextVisit(() => touch(page, nl.bar.stop));
      await signIn(page);
    };
    const version = (which: string) => page.locator(`[data-version=${which}] td`).first();
    const act = async (name: string, done: string) => {
      await touch(page, name);
      await page.getByRole('dialog').waitFor();
      await judgeScreen(page);
      await touch(page, admin.content.ask.yes);
      await page.getByText(done).waitFor();
    };

    await signIn(page);
    expect(await version('shown').textContent()).toBe('1');
    await touch(page, admin.content.look);
    await page.locator('[data-ready="2"]').waitFor();
    expect(await page.locator('[data-change=changed] li').allTextContents()).toEqual(['Versie 2']);
    expect(await version('shown').textContent()).toBe('1');
    await judgeScreen(page);
    await act('Plaats versie 2 nu', 'Versie 2 staat nu op het scherm.');
    expect(await version('before').textContent()).toBe('1');
    await sees('Versie 2');

    await act('Houd versie 2 vast', 'Versie 2 blijft staan.');
    repository.publish(3);
    await touch(page, admin.content.look);
    await page.locator('[data-ready="3"]').waitFor();
    // Another one lies ready before the question is answered: that is not the one that was said yes to.
    await touch(page, 'Plaats versie 3 nu');
    const question = page.getByRole('dialog').getByText('Bezoekers zien straks versie 3 van');
    await question.waitFor();
    repository.publish(4);
    await call(page, 'admin:look', { acceptExpired: false });
    await page.locator('[data-ready="4"]').waitFor();
    expect(await question.count()).toBe(1);
    await touch(page, admin.content.ask.yes);
    await page.getByText(admin.content.done.changed).waitFor();
    await judgeScreen(page);
    await sees('Versie 2');

    await act('Laat los', 'Losgelaten.');
    await sees('Versie 4');
    await act('Terug naar versie 2', 'Versie 2 staat weer op het scherm, en blijft staan.');
    await sees('Versie 2');
    await act(admin.content.acts.factory, 'De inhoud van de installatie staat op het scherm: versie 1.');
    expect(await version('shown').textContent()).toBe('1');
    expect(acts(dataDir).filter((each) => !/signed|pin/.test(each))).toEqual(
      ['looked', 'installed', 'held', 'looked', 'looked', 'released', 'rolled-back', 'factory'].reverse(),
    );
  }, 120_000);

  test('that cannot be had says why in plain words, and a stick with old signatures is a matter of choice', async () => {
    const repository = aRawRepository(2);
    const older = aDataFolder();
    cpSync(repository.folder, older, { recursive: true });
    repository.publish(3);
    repository.signTimestamp((body) => {
      body['expires'] = '2026-11-01T00:00:00Z';
    });
    const dataDir = withPin(PIN, false);
    follow(dataDir, repository, 'http://127.0.0.1:9/');
    const [packsDir, sticks] = [aDataFolder(), aDataFolder()];
    cpSync(packFolder(), join(packsDir, 'klein'), { recursive: true });
    const copied = join(aDataFolder(), 'STICK');
    cpSync(repository.folder, copied, { recursive: true });
    const kiosk = await launch({ dataDir, packsDir, env: { BALIE_STICK_DIRS: sticks } });
    const page = kiosk.page();
    const said = (text: string) => page.locator('[data-said=done]').getByText(text).waitFor();
    await signIn(page);
    await byKeys(page, page.getByRole('button', { name: admin.content.look, exact: true }));
    await said(admin.content.faults.unreachable);
    expect(await page.evaluate(() => document.activeElement?.textContent)).toBe(admin.content.look);
    await judgeScreen(page);
    // A stick that is plugged in while the screen is open is there, and the keys stay where they were.
    renameSync(copied, join(sticks, 'STICK'));
    await page.getByRole('button', { name: 'Haal inhoud van STICK' }).waitFor();
    expect(await page.evaluate(() => document.activeElement?.textContent)).toBe(admin.content.look);
    await touch(page, 'Haal inhoud van STICK');
    await said(admin.content.faults.expired);
    await touch(page, admin.content.override);
    await page.getByRole('dialog').getByText(admin.content.ask.expired).waitFor();
    await touch(page, admin.content.ask.yes);
    await said('Klein: versie 3 staat klaar.');
    await touch(page, 'Plaats versie 3 nu');
    await touch(page, admin.content.ask.yes);
    await said('Versie 3 staat nu op het scherm.');
    // What has expired stays in use and says so.
    await page.locator('[data-pack=klein]').getByText('De inhoud blijft gewoon in gebruik.').waitFor();
    expect(acts(dataDir).slice(0, 4)).toEqual(['installed', 'accepted-expired', 'imported', 'imported']);
    // It opened the door to nothing older, not even when an admin insists.
    rmSync(join(sticks, 'STICK'), { recursive: true });
    cpSync(older, join(sticks, 'STICK'), { recursive: true });
    await touch(page, 'Haal inhoud van STICK');
    await said(admin.content.faults['rolled-back']);
    const stick = join(sticks, 'STICK');
    expect(await call(page, 'admin:look', { stick, acceptExpired: true })).toMatchObject({
      fault: 'rolled-back',
    });
    expect(await page.locator('[data-version=shown] td').first().textContent()).toBe('3');
  }, 90_000);
});

function follow(dataDir: string, repository: RawRepository, address: string): void {
  copyFileSync(join(repository.folder, 'metadata/1.root.json'), join(dataDir, 'root.json'));
  writeFileSync(join(dataDir, 'repository.json'), JSON.stringify({ address, follow: [STABLE] }));
}

/** What was done, the last first, as the ops store has it while the kiosk runs. */
function acts(dataDir: string): string[] {
  const ops = openForReading(join(dataDir, 'ops.db'));
  try {
    return listActs(ops, 100).map(({ act }) => act);
  } finally {
    ops.close();
  }
}

function pinOf(dataDir: string) {
  const ops = openForReading(join(dataDir, 'ops.db'));
  try {
    return readPin(ops, DEVICE_ADMIN);
  } finally {
    ops.close();
  }
}

/** Leaves a lock-out behind, as after five wrong PINs. */
function lock(dataDir: string, ms: number): void {
  const ops = openForWriting(join(dataDir, 'ops.db'));
  ops.prepare('UPDATE pins SET failures = 5, locked_ms = ?').run(ms);
  ops.close();
}
