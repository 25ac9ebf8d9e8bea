import { execFileSync } from 'node:child_process';
import { join } from 'node:path';
import type { Page } from 'playwright';
import { nl as admin } from '../../renderer/words/nl/admin.ts';
import { nl } from '../../renderer/words/nl/screens.ts';
import { APP_FOLDER } from './launch-kiosk.ts';
import { heading, touch } from './walk-through.ts';

/** The PIN of the admin in the journeys. */
export const PIN = '482913';

/** Sets the PIN of a data folder, as whoever installs a kiosk does. */
export function setPin(dataDir: string, pin = PIN): void {
  execFileSync(
    process.execPath,
    [join(APP_FOLDER, 'dist/cli/balie.mjs'), 'admin', 'pin', '--data', dataDir],
    { input: `${pin}\n`, stdio: ['pipe', 'ignore', 'inherit'] },
  );
}

/** From the attract screen to the admin's door. */
export async function toDoor(page: Page): Promise<void> {
  await touch(page, nl.display.title);
  await touch(page, nl.display.admin);
}

/** Types a PIN at the door. */
export async function give(page: Page, pin: string): Promise<void> {
  for (const digit of pin) await touch(page, digit);
  await touch(page, admin.door.enter);
}

/** From the attract screen to the first screen of the admin. */
export async function signIn(page: Page): Promise<void> {
  await toDoor(page);
  await heading(page, admin.door.title).waitFor();
  await give(page, PIN);
  await heading(page, admin.content.title).waitFor();
}
