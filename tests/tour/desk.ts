import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'playwright';
import { nl as admin } from '../../renderer/words/nl/admin.ts';
import { nl as handover } from '../../renderer/words/nl/handover.ts';
import { nl as staff } from '../../renderer/words/nl/staff.ts';
import { nl as worth } from '../../renderer/words/nl/worth.ts';
import { give, PIN, setPin, signIn } from '../journeys/admin-door.ts';
import { fillDeskYear } from '../journeys/desk-year.ts';
import { type Chosen, choose } from '../journeys/displays.ts';
import { launchKiosk } from '../journeys/launch-kiosk.ts';
import { heading, touch } from '../journeys/walk-through.ts';
import { picture, shape } from './picture.ts';

/** The screens of staff: on the desk's own PC, which is wide; behind the PIN of the kiosk, which is tall. */
export async function deskTour(): Promise<void> {
  const displays: readonly (readonly [name: string, chosen: Chosen])[] = [
    ['desk', {}],
    ['desk-larger', { text: 200 }],
    ['desk-dark', { dark: true }],
  ];
  for (const [name, chosen] of displays) {
    const dataDir = mkdtempSync(join(tmpdir(), 'balie-tour-'));
    setPin(dataDir);
    fillDeskYear(dataDir);
    const isDesk = shape === 'landscape' && Object.keys(chosen).length === 0;
    const kiosk = await launchKiosk({ dataDir, profile: isDesk ? 'desk' : 'kiosk', idleSeconds: 600 });
    try {
      const page = kiosk.page();
      if (isDesk) {
        await picture(page, `${name}-door`);
        await give(page, PIN);
      } else {
        await choose(page, chosen);
        await signIn(page);
        await touch(page, admin.desk);
      }
      await screens(page, (screen) => picture(page, `${name}-${screen}`));
    } finally {
      await kiosk.close();
      rmSync(dataDir, { recursive: true, force: true });
    }
  }
}

async function screens(page: Page, look: (screen: string) => Promise<void>): Promise<void> {
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
  await touch(page, staff.handover);
  await heading(page, handover.title).waitFor();
  await look('handover');
  await touch(page, staff.worth);
  await heading(page, worth.title).waitFor();
  await look('worth-nothing-yet');
  await page.getByLabel(worth.period).selectOption({ label: 'Heel 2025' });
  await page.getByRole('figure').first().waitFor();
  await look('worth');
}
