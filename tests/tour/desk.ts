import { copyFileSync, existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { nl as admin } from '../../renderer/words/nl/admin.ts';
import { nl } from '../../renderer/words/nl/screens.ts';
import { nl as staff } from '../../renderer/words/nl/staff.ts';
import { nl as worth } from '../../renderer/words/nl/worth.ts';
import { give, PIN, setPin, toDoor } from '../journeys/admin-door.ts';
import { fillDeskYear } from '../journeys/desk-year.ts';
import { type Chosen, choose } from '../journeys/displays.ts';
import { addColleague, COLLEAGUE, everyStaffScreen, throughLock } from '../journeys/every-staff-screen.ts';
import { type Kiosk, launchKiosk } from '../journeys/launch-kiosk.ts';
import { heading, touch } from '../journeys/walk-through.ts';
import { out, picture, shape } from './picture.ts';

type Way = {
  readonly name: string;
  /** The size of the window of the desk's own PC; without one, it is behind the PIN of a kiosk. */
  readonly size?: readonly [width: number, height: number];
  readonly chosen?: Chosen;
};

const LANDSCAPE: readonly Way[] = [
  { name: 'desk', size: [1920, 1080] },
  { name: 'desk-small', size: [1366, 768] },
  { name: 'desk-larger', chosen: { text: 200 } },
  { name: 'desk-dark', chosen: { dark: true } },
];
const PORTRAIT = LANDSCAPE.filter(({ size }) => size === undefined);

/** The screens of staff: on the desk's own PC, large and small; behind the PIN of the kiosk, which is tall. */
export async function deskTour(): Promise<void> {
  for (const way of shape === 'landscape' ? LANDSCAPE : [{ name: 'desk' }, ...PORTRAIT]) await take(way);
}

async function take({ name, size, chosen = {} }: Way): Promise<void> {
  const dataDir = mkdtempSync(join(tmpdir(), 'balie-tour-'));
  const template = join(process.env['BALIE_TEMPLATE_DIR'] ?? '', 'content.db');
  if (existsSync(template)) copyFileSync(template, join(dataDir, 'content.db'));
  setPin(dataDir);
  addColleague(dataDir);
  fillDeskYear(dataDir);
  const kiosk = await launchKiosk({
    ...{ dataDir, profile: size === undefined ? 'kiosk' : 'desk', idleSeconds: 600 },
  });
  const page = kiosk.page();
  const look = (screen: string) => picture(page, `${name}-${screen}`);
  try {
    if (size === undefined) {
      await choose(page, chosen);
      await toDoor(page);
    } else await resize(kiosk, size);
    await throughLock(page, look);
    await everyStaffScreen(page, look);
    if (size !== undefined) await report(kiosk, name);
    if (size !== undefined) await together(kiosk, look);
    if (size !== undefined) await theDeviceDoor(kiosk, name);
  } finally {
    await kiosk.close();
    rmSync(dataDir, { recursive: true, force: true });
  }
}

async function resize(kiosk: Kiosk, [width, height]: readonly [number, number]): Promise<void> {
  await kiosk.app.evaluate(
    ({ BrowserWindow }, to) => BrowserWindow.getAllWindows()[0]?.setContentSize(to.width, to.height),
    { width, height },
  );
  // A window as large as the screen becomes a pixel smaller where nobody manages windows.
  await kiosk.page().waitForFunction((wanted) => Math.abs(innerHeight - wanted) < 3, height);
}

/** The report of a month, as a PDF beside the pictures. */
async function report(kiosk: Kiosk, name: string): Promise<void> {
  const page = kiosk.page();
  await kiosk.app.evaluate(
    ({ dialog }, filePath) => {
      dialog.showSaveDialog = (async () => ({ canceled: false, filePath })) as typeof dialog.showSaveDialog;
    },
    join(out, `${name}-report.pdf`),
  );
  await touch(page, worth.report.save.replace('{{form}}', 'PDF'));
  await page.getByText(worth.report.results.saved).waitFor();
  await picture(page, `${name}-report-saved`);
}

/** Looking at the screens of visitors with somebody. */
async function together(kiosk: Kiosk, look: (screen: string) => Promise<void>): Promise<void> {
  const page = kiosk.page();
  await touch(page, staff.visitor);
  await heading(page, nl.home.title).waitFor();
  await look('together');
  await touch(page, nl.bar.stop);
  await heading(page, staff.log.title).waitFor();
}

/** Without a PIN of one's own: the door of the desk, and who works here. */
async function theDeviceDoor(kiosk: Kiosk, name: string): Promise<void> {
  const page = await kiosk.nextVisit(() => touch(kiosk.page(), staff.lock));
  await touch(page, admin.lock.device);
  await heading(page, admin.door.deskTitle).waitFor();
  await picture(page, `${name}-door`);
  await give(page, PIN);
  await touch(page, staff.admin);
  await touch(page, admin.people.name);
  await page.locator(`[data-person=${COLLEAGUE.id}]`).waitFor();
  await picture(page, `${name}-people`);
}
