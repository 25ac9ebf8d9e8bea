import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from 'playwright';
import { atRest } from '../journeys/walk-through.ts';

/** Where the pictures go. */
export const out = process.env['BALIE_TOUR_OUT'] ?? 'tour';
const [width, height] = (process.env['BALIE_TOUR_SIZE'] ?? '1080x1920').split('x').map(Number);
mkdirSync(out, { recursive: true });

/** The screen that this tour is taken on. */
export const shape = (width ?? 0) < (height ?? 0) ? 'portrait' : 'landscape';

let count = 0;

/** Takes the next picture, under a name without spaces, and says what is on it. */
export async function picture(page: Page, name: string): Promise<void> {
  await atRest(page);
  const file = `${shape}-${String(++count).padStart(2, '0')}-${name.replaceAll(' ', '-')}.png`;
  await page.screenshot({ path: join(out, file) });
  console.log(`  ${file}: ${await page.locator('h1').first().textContent()}`);
}
