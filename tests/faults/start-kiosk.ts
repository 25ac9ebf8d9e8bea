import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from 'playwright';
import { expect, onTestFinished } from 'vitest';
import { nl } from '../../renderer/words/nl/screens.ts';
import { type Kiosk, type KioskOptions, launchKiosk } from '../journeys/launch-kiosk.ts';
import { heading, starting, touch } from '../journeys/walk-through.ts';

/** What every one of these tests may wait for on a busy machine. */
const PATIENCE_MS = 60_000;

/** Starts the real app; it is closed when the test is over, however it ends. */
export async function startKiosk(options: KioskOptions): Promise<Kiosk> {
  const kiosk = await launchKiosk(options);
  let open = true;
  const close = async () => {
    if (open) await kiosk.close();
    open = false;
  };
  onTestFinished(close);
  kiosk.page().setDefaultTimeout(PATIENCE_MS);
  return { ...kiosk, close };
}

/** The lines of the log, without their times. */
export function logOf(dataDir: string): string[] {
  const file = join(dataDir, 'logs', 'balie.log');
  if (!existsSync(file)) return [];
  return readFileSync(file, 'utf8')
    .split('\n')
    .map((line) => line.replace(/^\S+ \S+ /, ''));
}

/** Waits until the log has a line with this code, and gives that line. */
export async function logged(dataDir: string, code: string): Promise<string> {
  const find = () => logOf(dataDir).find((line) => line.startsWith(`${code}: `));
  await expect.poll(find, { timeout: PATIENCE_MS, message: `a line with ${code} in the log` }).toBeDefined();
  return find() as string;
}

/** Begins a visit and goes to the first question of the small pack: its content is there and can be used. */
export async function useContent(page: Page): Promise<void> {
  await touch(page, nl.attract.start);
  await heading(page, nl.home.title).waitFor();
  await starting(page, 'Geld').click();
  await starting(page, 'Huur').first().click();
  await heading(page, 'Huurt u een huis?').waitFor();
  await touch(page, nl.bar.home);
  await heading(page, nl.home.title).waitFor();
}

/** Begins a visit where there is nothing to show: a calm screen that sends to the desk. */
export async function meetNoContent(page: Page): Promise<void> {
  await touch(page, nl.attract.start);
  await heading(page, nl.trouble.noContent).waitFor();
  await page.getByText(nl.trouble.noContentLead).waitFor();
}

/**
 * What the screen tells staff, by its codes; each stands next to what to do about it. Nothing without a note. `look` sees
 * the screen with the note, and the sheet that it opens.
 */
export async function toldToStaff(
  page: Page,
  look: (page: Page) => Promise<void> = async () => undefined,
): Promise<string[]> {
  const note = page.getByRole('button', { name: nl.trouble.staff, exact: true });
  if ((await note.count()) === 0) return [];
  await look(page);
  await note.click();
  await page.getByRole('dialog').waitFor();
  await look(page);
  const codes = await page.locator('li code').allInnerTexts();
  for (const code of codes)
    await page.getByText(nl.trouble.codes[code as keyof typeof nl.trouble.codes]).waitFor();
  await touch(page, nl.trouble.close);
  return codes;
}

/** The names of the stores that were set aside, without the time. */
export function setAsideIn(dataDir: string): string[] {
  return readdirSync(dataDir)
    .flatMap((name) => /^(\w+\.db\.\w+)-\d+$/.exec(name)?.[1] ?? [])
    .sort();
}

/** The bytes of the one store of this kind that was set aside. */
export function bytesSetAside(dataDir: string, kind: string): Buffer {
  const name = readdirSync(dataDir).find((each) => each.startsWith(`${kind}-`) && !/-(wal|shm)$/.test(each));
  return readFileSync(join(dataDir, name as string));
}
