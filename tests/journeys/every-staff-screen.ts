import { execFileSync } from 'node:child_process';
import { join } from 'node:path';
import type { Page } from 'playwright';
import { nl as admin } from '../../renderer/words/nl/admin.ts';
import { nl as handover } from '../../renderer/words/nl/handover.ts';
import { nl as help } from '../../renderer/words/nl/help.ts';
import { nl } from '../../renderer/words/nl/screens.ts';
import { nl as staff } from '../../renderer/words/nl/staff.ts';
import { nl as worth } from '../../renderer/words/nl/worth.ts';
import { APP_FOLDER } from './launch-kiosk.ts';
import { heading, touch } from './walk-through.ts';

/** Somebody who works at the desk of a journey, with a PIN of their own. */
export const COLLEAGUE = { id: 'collega-1', name: 'Collega één (fictief)', pin: '907164' } as const;

/** Adds somebody who works here, and gives them a PIN, as whoever installs a desk does. */
export function addColleague(dataDir: string): void {
  const balie = (args: readonly string[], input = '') =>
    execFileSync(
      process.execPath,
      [join(APP_FOLDER, 'dist/cli/balie.mjs'), 'staff', ...args, '--data', dataDir],
      { input, stdio: ['pipe', 'ignore', 'inherit'] },
    );
  balie(['add', COLLEAGUE.id, '--name', COLLEAGUE.name]);
  balie(['pin', COLLEAGUE.id], `${COLLEAGUE.pin}\n`);
}

/** From the lock screen, on which names stand, to the log. Shows both to `look`. */
export async function throughLock(page: Page, look: (screen: string) => Promise<void>): Promise<void> {
  await heading(page, admin.lock.title).waitFor();
  await look('lock');
  await page.locator(`[data-person=${COLLEAGUE.id}]`).click();
  await heading(page, admin.lock.pinOf.replace('{{name}}', COLLEAGUE.name)).waitFor();
  for (const digit of COLLEAGUE.pin.slice(0, 3)) await touch(page, digit);
  await look('pin');
  for (const digit of COLLEAGUE.pin.slice(3)) await touch(page, digit);
  await touch(page, admin.door.enter);
}

/**
 * Goes through one of every sort of screen of the desk, and shows each to `look`. The page must stand at the log, on a desk that counted a
 * year (`fillDeskYear`) and belongs to no server. Ends at what the help was worth.
 */
export async function everyStaffScreen(page: Page, look: (screen: string) => Promise<void>): Promise<void> {
  const tile = (subject: string) => page.locator('button[data-key]').filter({ hasText: subject });
  await heading(page, staff.log.title).waitFor();
  await tile('DigiD').waitFor();
  await look('log');
  await tile('DigiD').click();
  await page.locator('[data-saved]').filter({ hasText: 'DigiD' }).waitFor();
  await look('saved');
  await touch(page, staff.log.more);
  await page.getByRole('dialog').waitFor();
  await look('form');
  await touch(page, staff.close);
  await touch(page, staff.log.tally);
  await heading(page, staff.tally.title).waitFor();
  await look('tally');
  await touch(page, staff.tally.back);
  if ((await page.getByRole('button', { name: staff.help.name }).count()) > 0) {
    await touch(page, staff.help.name);
    await heading(page, help.title).waitFor();
    await look('help');
  }
  await touch(page, staff.handover);
  await heading(page, handover.title).waitFor();
  await look('handover');
  await touch(page, staff.worth);
  await heading(page, worth.title).waitFor();
  await page.locator('[data-report]').waitFor();
  await look('worth-nothing-yet');
  await page.getByLabel(worth.period).selectOption({ label: 'Heel 2025' });
  await page.getByText('785', { exact: true }).first().waitFor();
  await look('worth');
  await page.locator('[data-report]').scrollIntoViewIfNeeded();
  await look('report');
  await touch(page, nl.display.title);
  await page.getByRole('dialog').waitFor();
  await look('display');
  await touch(page, nl.display.done);
  await page.getByRole('dialog').waitFor({ state: 'detached' });
}
