// People at a kiosk: an admin gives somebody a PIN, they sign in with it, and are shut out when the server lets them go.
import { copyFileSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'playwright';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { verifyAuditCommand } from '../../cli/audit/verify-command.ts';
import { openForWriting, type WriteDb } from '../../db/open.ts';
import { listActs } from '../../db/ops/audit.ts';
import { listQuestions } from '../../db/ops/desk/read-questions.ts';
import { readEnrolment } from '../../db/ops/enrolment.ts';
import { nl as admin } from '../../renderer/words/nl/admin.ts';
import { nl } from '../../renderer/words/nl/screens.ts';
import { nl as staff } from '../../renderer/words/nl/staff.ts';
import { approveDevice } from '../../server/organisations/devices.ts';
import { addStaff, removeStaff } from '../../server/organisations/staff.ts';
import { type OwnServer, startOwnServer } from '../builders/a-server.ts';
import { PIN, setPin, signIn, toDoor } from './admin-door.ts';
import { choose } from './displays.ts';
import { addColleague, COLLEAGUE, throughLock } from './every-staff-screen.ts';
import { judgeScreen } from './judge-screen.ts';
import { type Kiosk, launchKiosk } from './launch-kiosk.ts';
import { heading, touch } from './walk-through.ts';

const words = admin.people;
const THEIRS = '907164';
const NAME = 'Colleague one (fictief)';

let server: OwnServer;
let dataDir: string;
let kiosk: Kiosk;

beforeAll(async () => {
  dataDir = mkdtempSync(join(tmpdir(), 'balie-test-'));
  copyFileSync(join(process.env['BALIE_TEMPLATE_DIR'] ?? '', 'content.db'), join(dataDir, 'content.db'));
  setPin(dataDir);
  server = await startOwnServer();
  await addStaff(server.store, 'delft', { id: 'colleague-1', name: NAME, role: 'admin' });
  kiosk = await launchKiosk({ dataDir, idleSeconds: 600 });
});
afterAll(async () => {
  await kiosk?.close();
  await server?.remove();
  rmSync(dataDir, { recursive: true, force: true });
});

function inOps<T>(act: (ops: WriteDb) => T): T {
  const ops = openForWriting(join(dataDir, 'ops.db'));
  try {
    return act(ops);
  } finally {
    ops.close();
  }
}
const type = async (page: Page, pin: string) => {
  for (const digit of pin) await page.keyboard.press(digit);
  await touch(page, admin.door.enter);
};
const tap = async (page: Page, pin: string) => {
  const dialog = page.getByRole('dialog');
  for (const digit of pin) await dialog.getByRole('button', { name: digit, exact: true }).click();
  await dialog.getByRole('button', { name: admin.door.enter }).click();
};
const field = (page: Page, name: string) => page.getByRole('textbox', { name, exact: true });

it('an admin enrols the kiosk, hears who works there, and lets them choose a PIN', async () => {
  const page = kiosk.page();
  await choose(page, { text: 200 });
  await signIn(page);
  await touch(page, words.name);
  await page.getByText(words.none).waitFor();
  await judgeScreen(page);
  await touch(page, admin.server.name);
  await field(page, admin.server.enrol.code).fill(await server.code());
  await field(page, admin.server.enrol.address).fill(server.addresses[0]);
  await touch(page, admin.server.enrol.now);
  await page.locator('[data-state=waiting]').waitFor();
  await approveDevice(server.store, inOps(readEnrolment)?.device ?? '');
  await touch(page, admin.server.tell);
  await page.getByText(admin.server.done.tell).waitFor();

  await touch(page, words.name);
  await page.locator('[data-person=colleague-1]').waitFor();
  await judgeScreen(page);
  await touch(page, `Pincode kiezen voor ${NAME}`);
  await page.locator('[data-pin=first]').waitFor();
  await judgeScreen(page);
  await tap(page, '123456');
  await tap(page, '123456');
  await page.getByText(words.results.weak).waitFor();
  await tap(page, THEIRS);
  await page.locator('[data-pin=again]').waitFor();
  await tap(page, '135790');
  await page.getByText(words.differs).waitFor();
  await tap(page, THEIRS);
  await page.locator('[data-pin=again]').waitFor();
  await tap(page, THEIRS);
  await page.getByText(`${NAME} heeft nu een pincode`).waitFor();
  await kiosk.nextVisit(() => touch(page, admin.signOut));
}, 180_000);

it('they sign in with it at the door, and nobody else’s PIN opens it for them', async () => {
  const page = kiosk.page();
  await choose(page, { text: 200 });
  await toDoor(page);
  await heading(page, admin.lock.title).waitFor();
  await judgeScreen(page);
  await page.locator('[data-person=colleague-1]').click();
  await heading(page, `Pincode van ${NAME}`).waitFor();
  await judgeScreen(page);
  await type(page, PIN);
  await page.getByText('nog 4 keer').waitFor();
  await type(page, THEIRS);
  await heading(page, admin.content.title).waitFor();
  expect(await page.evaluate(() => window.balie.invoke('staff:me', {}))).toEqual({
    role: 'admin',
    name: NAME,
  });
  expect(inOps((ops) => listActs(ops, 1))).toMatchObject([{ act: 'signed-in', person: 'colleague-1' }]);
});

it('and are shut out, in the middle of it, once the server has let them go', async () => {
  const page = kiosk.page();
  await removeStaff(server.store, 'delft', 'colleague-1');
  await touch(page, admin.server.name);
  const next = await kiosk.nextVisit(() => touch(page, admin.server.tell));
  await heading(next, nl.attract.title).waitFor();
  expect(await next.evaluate(() => window.balie.invoke('staff:people', {}))).toEqual([]);
  expect(inOps((ops) => listActs(ops, 2)).map(({ act, person }) => [act, person])).toEqual([
    ['shut-out', 'colleague-1'],
    ['person-removed', null],
  ]);
  // All of it is in a log that can be proven, while the kiosk runs.
  expect(verifyAuditCommand(['--data', dataDir])).toBe(0);
});

it('staff come through the PIN of a kiosk to the log, and to nothing of the administration', async () => {
  addColleague(dataDir);
  const page = kiosk.page();
  await toDoor(page);
  await throughLock(page, () => judgeScreen(page));
  await heading(page, staff.log.title).waitFor();
  await judgeScreen(page);
  await page.locator('button[data-key]').filter({ hasText: 'DigiD' }).click();
  await page.locator('[data-saved]').filter({ hasText: 'DigiD' }).waitFor();
  // On the disk as soon as it says so, and by nobody: the log of questions knows no person.
  const logged = inOps((ops) => listQuestions(ops, 2));
  expect(logged.map(({ question }) => question.subCategory)).toEqual(['digid']);
  expect(JSON.stringify(logged)).not.toContain(COLLEAGUE.id);
  expect(await page.getByRole('button', { name: staff.admin, exact: true }).count()).toBe(0);
  const refused = await page.evaluate(() =>
    window.balie.invoke('admin:status', {}).catch((error: Error) => error.message),
  );
  expect(refused).toMatch(/refused/);
  const next = await kiosk.nextVisit(() => touch(page, staff.lock));
  await heading(next, nl.attract.title).waitFor();
  expect(await next.evaluate(() => window.balie.invoke('staff:me', {}))).toEqual({
    role: 'visitor',
    name: null,
  });
});
