import { execFileSync } from 'node:child_process';
import {
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { createServer, type Server } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { noteStart, writeEnrolment } from '../../db/ops/enrolment.ts';
import { nl } from '../../renderer/words/nl/screens.ts';
import { deviceKeyOf, makeDeviceKey } from '../../trust/jws/device-key.ts';
import { within } from './help-branch.ts';
import { APP_FOLDER, type Kiosk, launchKiosk } from './launch-kiosk.ts';
import { begin, heading } from './walk-through.ts';

const place = mkdtempSync(join(tmpdir(), 'balie-release-'));
const at = (...names: string[]) => join(place, ...names);
/** What came to the server of the door, and to the one that this kiosk belongs to. */
const heard = { door: 0, own: 0 };
const servers: Server[] = [];
let kiosk: Kiosk;

/** The code of a release, made into an app folder: "rehearsal" builds it where only the old Electron is. */
function buildRelease(): void {
  execFileSync(process.execPath, ['scripts/build.mjs', 'app'], {
    cwd: APP_FOLDER,
    env: { ...process.env, BALIE_RELEASE: 'rehearsal' },
    stdio: ['ignore', 'ignore', 'inherit'],
  });
  cpSync(join(APP_FOLDER, 'dist-rehearsal'), at('app/dist'), { recursive: true });
  for (const name of ['package.json', 'assets/packs'])
    cpSync(join(APP_FOLDER, name), at('app', name), { recursive: true });
}

/** A server that hangs up on whoever comes. */
async function listen(who: keyof typeof heard): Promise<string> {
  const server = createServer((socket) => {
    heard[who]++;
    socket.destroy();
  }).listen(0, '127.0.0.1');
  servers.push(server);
  await new Promise((listening) => server.once('listening', listening));
  return `http://127.0.0.1:${(server.address() as { port: number }).port}/`;
}

/** The kiosk belongs to this server, and starts often: it is there within seconds. */
function enrol(server: string): void {
  const { text } = makeDeviceKey();
  writeFileSync(at('config/Balie/device.key'), text, { mode: 0o600 });
  within(at('config/Balie'), 'ops', (ops) => {
    writeEnrolment(ops, {
      ...{ server, device: '3f8a5d2e-6b1c-4f7a-9d3e-5c2b1a0f9e8d', library: 'bieb', branch: 'hal' },
      ...{ state: 'approved', server_key: deviceKeyOf(makeDeviceKey().key) },
    });
    for (let times = 0; times < 10; times++) noteStart(ops);
  });
}

beforeAll(async () => {
  buildRelease();
  const door = await listen('door');
  for (const name of ['home', 'config/Balie', 'no-packs', 'shots', 'sticks/STICK'])
    mkdirSync(at(name), { recursive: true });
  // With this a kiosk looks at every stick, and says in its log what it found.
  const follow = [{ library: 'bieb', pack: 'klein', channel: 'stable' }];
  writeFileSync(at('config/Balie/repository.json'), JSON.stringify({ follow }));
  enrol(await listen('own'));
  kiosk = await launchKiosk({
    appFolder: at('app'),
    dataDir: at('data'),
    packsDir: at('no-packs'),
    language: 'en',
    profile: 'desk',
    idleSeconds: 1,
    today: '2001-02-03',
    env: {
      BALIE_SERVER_URL: door,
      BALIE_SCREENSHOT_DIR: at('shots'),
      BALIE_STICK_DIRS: at('sticks'),
      HOME: at('home'),
      XDG_CONFIG_HOME: at('config'),
    },
  });
});
afterAll(async () => {
  await kiosk?.close();
  for (const server of servers) server.close();
  rmSync(place, { recursive: true, force: true });
});

it('begins in Dutch, as a kiosk', async () => {
  const page = kiosk.page();
  await heading(page, nl.attract.title).waitFor();
  expect(await page.evaluate(() => window.balie.about)).toEqual({ profile: 'kiosk', language: 'nl' });
  const windows = await kiosk.app.evaluate(({ BrowserWindow }) =>
    BrowserWindow.getAllWindows().map((window) => window.isKiosk()),
  );
  expect(windows).toEqual([true]);
});

it('shows the content that came with it', async () => {
  await begin(kiosk.page());
  expect(await kiosk.page().locator('li[data-tint] button').count()).toBe(8);
});

it('goes by the real clock', async () => {
  const day = () => new Intl.DateTimeFormat('sv-SE').format(new Date());
  const before = day();
  const page = kiosk.page();
  const today = await page.evaluate(() =>
    window.balie.invoke('content:flow', { flow: 'huurtoeslag' }).then((flow) => flow?.today),
  );
  expect([before, day()]).toContain(today);
});

it('reads aloud with the voices that came with it', async () => {
  const spoken = await kiosk
    .page()
    .evaluate(() =>
      window.balie
        .invoke('speech:say', { text: 'Dag.', language: 'nl' })
        .then((said) => (said.kind === 'sound' ? said.samples.length : 0)),
    );
  expect(spoken).toBeGreaterThan(10_000);
});

it('waits as long for a visitor as it always does', async () => {
  const page = kiosk.page();
  const begun = await page.evaluate(() => performance.now());
  // With the door open, this visit would be over by then: a second of quiet, and one of warning.
  await expect
    .poll(() => page.evaluate(() => performance.now()), { timeout: 20_000 })
    .toBeGreaterThan(begun + 4_000);
  expect(await page.getByRole('dialog').count()).toBe(0);
});

it('writes where the system says, and nowhere else; and asks the server it belongs to, and no other', async () => {
  await expect.poll(() => heard.own, { timeout: 30_000 }).toBeGreaterThan(0);
  await kiosk.app.close();
  expect(existsSync(at('data'))).toBe(false);
  expect(readdirSync(at('shots'))).toEqual([]);
  expect(readdirSync(at('config/Balie'))).toEqual(expect.arrayContaining(['content.db', 'ops.db', 'logs']));
  expect(heard.door).toBe(0);
  expect(readFileSync(at('config/Balie/logs/balie.log'), 'utf8')).not.toContain(at('sticks'));
});
