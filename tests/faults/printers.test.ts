import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from 'playwright';
import { afterEach, beforeEach, expect, it, test } from 'vitest';
import type { PrintResult } from '../../core/contract/print.ts';
import { nl } from '../../renderer/words/nl/screens.ts';
import { type Kiosk, launchKiosk } from '../journeys/launch-kiosk.ts';
import { type Fault, type OwnCups, startOwnCups } from '../journeys/own-cups.ts';
import { toOutcome, toTakeAlong } from '../journeys/to-take-along.ts';
import { begin, heading, touch } from '../journeys/walk-through.ts';

let cups: OwnCups;
let kiosk: Kiosk;
beforeEach(async () => {
  cups = await startOwnCups();
  cups.addQueue('Hal', 'a4');
  kiosk = await launchKiosk({ idleSeconds: 600, env: cups.env });
});
afterEach(async () => {
  await kiosk?.close();
  await cups?.remove();
});

/** Goes to where an outcome is taken along. */
async function ready(): Promise<Page> {
  const page = kiosk.page();
  await begin(page);
  await toOutcome(page);
  await toTakeAlong(page);
  return page;
}

/** Prints with the printers broken in this way, as far as the printer having begun. */
async function beginPrinting(fault: Fault): Promise<Page> {
  const page = await ready();
  cups.breakPrinters(fault);
  await touch(page, nl.takeAlong.a4);
  await expect.poll(cups.hasBegun, { timeout: 20_000 }).toBe(true);
  return page;
}

/** The visitor reads what is the matter, without blame, and gets the code instead. */
async function told(page: Page, result: Exclude<PrintResult, 'printed'>): Promise<void> {
  const said = async () => (await page.getByRole('dialog').getByRole('heading').allTextContents())[0];
  await expect.poll(said, { timeout: 30_000 }).toBe(nl.takeAlong.results[result]);
  await page.getByRole('img', { name: nl.takeAlong.code }).waitFor();
}

async function nothingLeft(): Promise<void> {
  await expect.poll(cups.spooled, { timeout: 20_000 }).toEqual([]);
  // The print system has let go of it a moment before the kiosk knows.
  const open = () => readdirSync(join(kiosk.dataDir, 'print-jobs'));
  await expect.poll(open, { timeout: 20_000 }).toEqual([]);
  expect(cups.printed()).toEqual([]);
}

it('says that the paper is out, and does not print later when there is paper again', async () => {
  const page = await beginPrinting('empty');
  await told(page, 'paper-out');
  await nothingLeft();
  cups.breakPrinters('none');
  // A job of somebody else now goes through: what is printed after it would have been ours.
  cups.printSomethingElse('Hal');
  await expect.poll(() => cups.printed().length, { timeout: 20_000 }).toBe(1);
});

it('prints when there is paper again, though the printer still says what was the matter before', async () => {
  cups.breakPrinters('empty');
  cups.printSomethingElse('Hal');
  const reasons = () => cups.command('lpstat', '-l', '-p', 'Hal');
  await expect.poll(reasons, { timeout: 20_000 }).toContain('media-empty-error');
  cups.command('cancel', '-a', 'Hal');
  const page = await ready();
  cups.breakPrinters('none');
  expect(reasons()).toContain('media-empty-error');
  await touch(page, nl.takeAlong.a4);
  await page.getByRole('heading', { name: nl.takeAlong.printed }).waitFor();
  expect(cups.printed().length).toBe(1);
});

it('says that the printer stopped when it stops in the middle', async () => {
  await told(await beginPrinting('stops'), 'printer-stopped');
  await nothingLeft();
});

it('says so when somebody pauses the queue meanwhile', async () => {
  const page = await ready();
  cups.command('cupsdisable', 'Hal');
  await touch(page, nl.takeAlong.a4);
  await told(page, 'printer-stopped');
  cups.command('cupsenable', 'Hal');
  expect(cups.printed()).toEqual([]);
  expect(cups.spooled()).toEqual([]);
});

it('says so when the printer does not answer', async () => {
  await told(await beginPrinting('offline'), 'printer-stopped');
  await nothingLeft();
});

it('finds no printer any more when the queue is removed', async () => {
  const page = await beginPrinting('slow');
  cups.command('lpadmin', '-x', 'Hal');
  await told(page, 'no-printer');
  await nothingLeft();
});

it('finds no printer when the print system goes, and takes the job back when it is there again', async () => {
  const page = await beginPrinting('slow');
  await cups.stop();
  await told(page, 'no-printer');
  expect(cups.spooled()).not.toEqual([]);
  cups.breakPrinters('empty'); // Or it would be printed before anybody could take it back.
  await cups.start();
  await page.getByRole('dialog').getByRole('button', { name: nl.takeAlong.close }).click();
  await touch(page, nl.bar.back);
  await toTakeAlong(page);
  await nothingLeft();
});

it('stops when the visitor says so', async () => {
  const page = await beginPrinting('slow');
  await page.getByRole('dialog').getByRole('button', { name: nl.takeAlong.cancel }).last().focus();
  await page.keyboard.press('Enter');
  await told(page, 'cancelled');
  // The button that was pressed is gone: the heading says what came of it.
  expect(await page.evaluate(() => document.activeElement?.textContent)).toBe(nl.takeAlong.results.cancelled);
  await nothingLeft();
});

it('stops when the visit ends', async () => {
  await beginPrinting('slow');
  const next = await kiosk.nextVisit(() =>
    kiosk.page().evaluate(() => window.balie.invoke('session:end', {}).catch(() => undefined)),
  );
  await heading(next, nl.attract.title).waitFor();
  await nothingLeft();
});

it('takes back, after a restart, what the kiosk was printing when its power went', async () => {
  await beginPrinting('slow');
  const { dataDir } = kiosk;
  expect(readdirSync(join(dataDir, 'print-jobs'))).toHaveLength(1);
  kiosk.app.process().kill('SIGKILL');
  const again = await launchKiosk({ dataDir, env: cups.env });
  try {
    await begin(again.page());
    await nothingLeft();
  } finally {
    await again.close();
  }
});

test('with no printer, the telephone is the way', async () => {
  cups.command('lpadmin', '-x', 'Hal');
  const page = await ready();
  await page.getByText(nl.takeAlong.noPrinter).waitFor();
  expect(await page.getByRole('button', { name: nl.takeAlong.a4 }).count()).toBe(0);
});

test('with a printer that is paused, too', async () => {
  cups.command('cupsdisable', 'Hal');
  const page = await ready();
  await page.getByText(nl.takeAlong.printerOff).waitFor();
  expect(await page.getByRole('button', { name: nl.takeAlong.a4 }).count()).toBe(0);
});
