// The admin's door and what is behind it, in the real app.
import { execFileSync } from 'node:child_process';
import { copyFileSync, existsSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from 'playwright';
import { expect, onTestFinished, test } from 'vitest';
import { nl as admin } from '../../renderer/words/nl/admin.ts';
import { nl } from '../../renderer/words/nl/screens.ts';
import { aDataFolder } from '../builders/a-store.ts';
import { judgeScreen } from './judge-screen.ts';
import { APP_FOLDER, type Kiosk, type KioskOptions, launchKiosk } from './launch-kiosk.ts';
import { arrived, heading, touch } from './walk-through.ts';

const PIN = '482913';

/** A data folder in which whoever installs has set the PIN, with the shipped content. */
function withPin(pin = PIN): string {
  const dataDir = aDataFolder();
  const template = join(process.env['BALIE_TEMPLATE_DIR'] ?? '', 'content.db');
  if (existsSync(template)) copyFileSync(template, join(dataDir, 'content.db'));
  execFileSync(
    process.execPath,
    [join(APP_FOLDER, 'dist/cli/balie.mjs'), 'admin', 'pin', '--data', dataDir],
    { input: `${pin}\n`, stdio: ['pipe', 'ignore', 'inherit'] },
  );
  return dataDir;
}

async function launch(options: KioskOptions): Promise<Kiosk> {
  const kiosk = await launchKiosk(options);
  onTestFinished(() => kiosk.close());
  return kiosk;
}

/** From the attract screen to the admin's door. */
async function toDoor(page: Page): Promise<void> {
  await touch(page, nl.display.title);
  await touch(page, nl.display.admin);
}

async function give(page: Page, pin: string): Promise<void> {
  for (const digit of pin) await touch(page, digit);
  await touch(page, admin.door.enter);
}

async function signIn(page: Page): Promise<void> {
  await toDoor(page);
  await heading(page, admin.door.title).waitFor();
  await give(page, PIN);
  await heading(page, admin.content.title).waitFor();
}

test('without a PIN nobody gets in, and the screen says who sets one', async () => {
  const kiosk = await launch({});
  await toDoor(kiosk.page());
  await heading(kiosk.page(), admin.door.noPinTitle).waitFor();
  await judgeScreen(kiosk.page());
  expect(await refusal(kiosk.page(), 'admin:sign-in', { pin: PIN })).toEqual({ kind: 'no-pin' });
});

test('the PIN opens the door, and signing out leaves a fresh kiosk', async () => {
  const kiosk = await launch({ dataDir: withPin() });
  const page = kiosk.page();
  await toDoor(page);
  await heading(page, admin.door.title).waitFor();
  await arrived(page);
  await judgeScreen(page);
  await give(page, PIN);
  await heading(page, admin.content.title).waitFor();
  await judgeScreen(page);
  const next = await kiosk.nextVisit(() => touch(page, admin.signOut));
  await heading(next, nl.attract.title).waitFor();
}, 60_000);

/** What main says to a call of the page, or "refused". */
async function refusal(page: Page, channel: string, input: object): Promise<unknown> {
  return page.evaluate(
    ([name, given]) =>
      window.balie.invoke(name as never, given as never).catch((error: Error) => error.message),
    [channel, input] as const,
  );
}
