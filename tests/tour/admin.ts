import { cpSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'playwright';
import { nl as admin } from '../../renderer/words/nl/admin.ts';
import { type OwnServer, startOwnServer } from '../builders/a-server.ts';
import { SHIPPED_PACK } from '../flows/shipped-pack.ts';
import { give, PIN, setPin, toDoor } from '../journeys/admin-door.ts';
import { type Chosen, choose } from '../journeys/displays.ts';
import { launchKiosk } from '../journeys/launch-kiosk.ts';
import { heading, touch } from '../journeys/walk-through.ts';
import { picture } from './picture.ts';

const words = admin.preview;

/** The admin's door and screens as usual, and in the displays that change most. */
export async function adminTour(): Promise<void> {
  const displays: readonly (readonly [name: string, chosen: Chosen])[] = [
    ['admin', {}],
    ['admin-larger', { text: 200 }],
    ['admin-dark', { dark: true }],
  ];
  const dataDir = mkdtempSync(join(tmpdir(), 'balie-tour-'));
  setPin(dataDir);
  cpSync(SHIPPED_PACK, join(dataDir, 'packs/concept'), { recursive: true });
  const server = await startOwnServer();
  const kiosk = await launchKiosk({ dataDir, idleSeconds: 600 });
  try {
    for (const [name, chosen] of displays) {
      const page = kiosk.page();
      await choose(page, chosen);
      const look = (screen: string) => picture(page, `${name}-${screen}`);
      await screens(page, look);
      await serverScreens(page, look, server);
      await kiosk.nextVisit(() => touch(page, admin.signOut));
    }
  } finally {
    await kiosk.close();
    await server.remove();
    rmSync(dataDir, { recursive: true, force: true });
  }
}

async function screens(page: Page, look: (screen: string) => Promise<void>): Promise<void> {
  await toDoor(page);
  await heading(page, admin.door.title).waitFor();
  await look('door');
  await give(page, PIN);
  await page.locator('[data-pack=zelfredzaam]').waitFor();
  await look('content');
  await touch(page, 'Houd versie 1 vast');
  await page.getByRole('dialog').waitFor();
  await look('asked-before');
  await page.getByRole('dialog').getByRole('button', { name: admin.content.ask.no }).last().click();
  await touch(page, words.name);
  await page.getByRole('button', { name: /concept/ }).waitFor();
  await look('folders');
  await page.getByRole('button', { name: /concept/ }).click();
  await page.locator('[data-flow="huurtoeslag"]').waitFor();
  await look('findings');
  await touch(page, 'Kaart van Huurtoeslag');
  await page.locator('[data-node]').first().waitFor();
  await look('map');
  await page.locator('[data-node]').first().click();
  await page.locator('[data-panel]').waitFor();
  await look('words-of-a-node');
  await touch(page, words.close);
  await touch(page, words.back);
  await touch(page, 'Schermen van Huurtoeslag');
  await page.locator('[data-screen] h1').waitFor();
  await look('screen-of-visitors');
  await page.getByRole('button', { name: words.back, exact: true }).first().click();
  await heading(page, words.title).waitFor();
}

/** The server of the kiosk's library. In each display the kiosk enrols anew. */
async function serverScreens(
  page: Page,
  look: (screen: string) => Promise<void>,
  { addresses, code }: OwnServer,
): Promise<void> {
  const { server } = admin;
  const field = (name: string) => page.getByRole('textbox', { name, exact: true });
  await touch(page, server.name);
  await heading(page, server.title).waitFor();
  await look('server');
  await field(server.enrol.code).click();
  await look('server-keyboard');
  await field(server.enrol.address).fill(addresses[0]);
  await field(server.enrol.code).fill(await code());
  await page.keyboard.press('Enter');
  const asked = page.getByRole('dialog').or(page.locator('[data-said=done]'));
  await asked.first().waitFor();
  if ((await page.getByRole('dialog').count()) > 0) await touch(page, admin.content.ask.yes);
  await page.locator('[data-said=done]').waitFor();
  await look('server-enrolled');
}
