import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from 'playwright';
import { settled } from './judge-page.ts';

const out = process.env['BALIE_TOUR_OUT'];

/** A picture of the whole page, where pictures are asked for. */
export async function picture(page: Page, name: string): Promise<void> {
  if (out === undefined) return;
  mkdirSync(out, { recursive: true });
  await settled(page);
  await page.screenshot({ path: join(out, `administration-${name}.png`), fullPage: true });
}
