// The server of a kiosk's library, as an admin sees it in the real app: from no server to one that has everything.
import { copyFileSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'playwright';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { enrolmentLink } from '../../core/contract/sync/enrolment-link.ts';
import { openForWriting, type WriteDb } from '../../db/open.ts';
import { listActs } from '../../db/ops/audit.ts';
import { readEnrolment } from '../../db/ops/enrolment.ts';
import { putInOutbox } from '../../db/ops/put-in-outbox.ts';
import { nl as admin } from '../../renderer/words/nl/admin.ts';
import { approveDevice, revokeDevice } from '../../server/organisations/devices.ts';
import { type OwnServer, startOwnServer } from '../builders/a-server.ts';
import { setPin, signIn } from './admin-door.ts';
import { choose } from './displays.ts';
import { judgeScreen } from './judge-screen.ts';
import { type Kiosk, launchKiosk } from './launch-kiosk.ts';
import { heading, touch } from './walk-through.ts';

const words = admin.server;
const CODE = '7K2M-Q9XB-41TD';

let server: OwnServer;
let dataDir: string;
let kiosk: Kiosk;
let removed = false;

beforeAll(async () => {
  dataDir = mkdtempSync(join(tmpdir(), 'balie-test-'));
  copyFileSync(join(process.env['BALIE_TEMPLATE_DIR'] ?? '', 'content.db'), join(dataDir, 'content.db'));
  setPin(dataDir);
  server = await startOwnServer();
  kiosk = await launchKiosk({ dataDir, idleSeconds: 600 });
});
afterAll(async () => {
  await kiosk?.close();
  if (!removed) await server?.remove();
  rmSync(dataDir, { recursive: true, force: true });
});

/** The store of the kiosk, while it runs. */
function inOps<T>(act: (ops: WriteDb) => T): T {
  const ops = openForWriting(join(dataDir, 'ops.db'));
  try {
    return act(ops);
  } finally {
    ops.close();
  }
}
const device = () => inOps(readEnrolment)?.device ?? '';
const field = (page: Page, name: string) => page.getByRole('textbox', { name, exact: true });
const said = (page: Page, text: string) =>
  page.locator('[data-said=done], [data-said=failed]').getByText(text).waitFor();
const tell = async (page: Page, text: string) => {
  await touch(page, words.tell);
  await said(page, text);
};
/** What stands on the screen comes from main each time a part is opened. */
const reopen = async (page: Page) => {
  await touch(page, admin.content.name);
  await heading(page, admin.content.title).waitFor();
  await touch(page, words.name);
  await heading(page, words.title).waitFor();
};

it('is not for visitors to ask about', async () => {
  for (const [channel, input] of Object.entries({
    'admin:server': {},
    'admin:tell': {},
    'admin:enrol': { server: server.addresses[0], code: await server.code() },
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
  expect(inOps(readEnrolment)).toBeUndefined();
});

it('takes this kiosk in with a code, typed on the screen or scanned', async () => {
  const page = kiosk.page();
  await choose(page, { text: 200 });
  await signIn(page);
  await touch(page, words.name);
  await page.getByText(words.none).waitFor();
  await judgeScreen(page);
  await field(page, words.enrol.code).click();
  for (const sign of 'ab') await touch(page, sign);
  expect(await field(page, words.enrol.code).inputValue()).toBe('ab');
  await judgeScreen(page);

  // What is not a code, or not known, changes nothing.
  await field(page, words.enrol.address).fill(server.addresses[0]);
  await touch(page, words.enrol.now);
  await said(page, words.faults['unknown-code']);
  await field(page, words.enrol.code).fill(CODE);
  await field(page, words.enrol.code).press('Enter');
  await said(page, words.faults['unknown-code']);
  expect(inOps(readEnrolment)).toBeUndefined();
  await field(page, words.enrol.address).fill('http://server.example');
  await touch(page, words.enrol.now);
  await said(page, words.faults['not-allowed']);

  // A scanner types what it reads, and Enter: the address and the code in one.
  await field(page, words.enrol.code).fill('');
  await page.keyboard.type(enrolmentLink(`${server.addresses[0]}/`, await server.code()));
  await page.keyboard.press('Enter');
  await page.locator('[data-state=waiting]').waitFor();
  await said(page, words.done.enrol);
  await judgeScreen(page);
  expect(inOps(readEnrolment)).toMatchObject({ library: 'delft', state: 'waiting' });
  expect(inOps((ops) => listActs(ops, 1))).toMatchObject([{ act: 'enrolled' }]);
}, 120_000);

it('gets what waits when an admin says so, once the library has approved this kiosk', async () => {
  const page = kiosk.page();
  for (const language of ['nl', 'en', 'ar'])
    inOps((ops) => putInOutbox(ops, new Date(), { type: 'language-chosen', body: { language } }));
  await reopen(page);
  await page.locator('[data-waiting="3"]').waitFor();
  await approveDevice(server.store, device());
  await tell(page, words.done.tell);
  await page.locator('[data-state=approved]').waitFor();
  await page.locator('[data-waiting="0"]').waitFor();
  await judgeScreen(page);
  expect(await server.total()).toBe(3);
});

it('asks before this kiosk belongs elsewhere', async () => {
  const page = kiosk.page();
  await field(page, words.enrol.code).fill(await server.code('gouda'));
  await touch(page, words.enrol.now);
  await page.getByRole('dialog').getByText('hoort nu bij delft').waitFor();
  await judgeScreen(page);
  await page.getByRole('dialog').getByRole('button', { name: admin.content.ask.no }).last().click();
  expect(inOps(readEnrolment)).toMatchObject({ library: 'delft' });
  // Scanned into the other field, it is read as well.
  await field(page, words.enrol.code).fill('');
  await field(page, words.enrol.address).fill('');
  await page.keyboard.type(enrolmentLink(`${server.addresses[0]}/`, await server.code('gouda')));
  await page.keyboard.press('Enter');
  await touch(page, admin.content.ask.yes);
  await page.getByText('gouda, Hal').waitFor();
  expect(inOps(readEnrolment)).toMatchObject({ library: 'gouda', state: 'waiting' });
});

it('says in plain words that this kiosk is revoked, and that nobody answers', async () => {
  const page = kiosk.page();
  await revokeDevice(server.store, device());
  await tell(page, words.faults.revoked);
  await page.locator('[data-state=revoked]').waitFor();
  await judgeScreen(page);
  expect(await page.getByRole('button', { name: words.tell }).count()).toBe(0);
  await field(page, words.enrol.code).fill(await server.code());
  await touch(page, words.enrol.now);
  await touch(page, admin.content.ask.yes);
  await page.locator('[data-state=waiting]').waitFor();
  await server.remove();
  removed = true;
  await tell(page, words.faults.unreachable);
  await page.getByRole('definition').getByText(words.faults.unreachable).waitFor();
  await judgeScreen(page);
});
