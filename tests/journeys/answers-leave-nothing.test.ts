// Every kind of answer, the keyboard of the app and the printer get marks; after the visit they are nowhere.
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'playwright';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { nl } from '../../renderer/words/nl/screens.ts';
import { filesWithMarks } from './files-with-marks.ts';
import { type Kiosk, launchKiosk } from './launch-kiosk.ts';
import { type OwnCups, startOwnCups } from './own-cups.ts';
import { type OwnPacks, ownPacks } from './own-packs.ts';
import { ASKS, ENDS, packOfQuestions, TICKS } from './pack-of-questions.ts';
import { toTakeAlong } from './to-take-along.ts';
import { begin, heading, starting, touch } from './walk-through.ts';

/** Nowhere by chance. Two ids of answers stand next to each other only in what somebody chose: another lies between. */
const POSTCODE = '9738XQ';
const NUMBER = '582139417';
const CHOSEN = [TICKS[0], TICKS[2]];
const WORD = 'xqzévwkj';
const MARKS = [
  POSTCODE,
  NUMBER,
  WORD,
  JSON.stringify(CHOSEN).slice(1, -1),
  CHOSEN.join(','),
  CHOSEN.join(' '),
];

let cups: OwnCups;
let packs: OwnPacks;
let temp: string;
let kiosk: Kiosk;
beforeAll(async () => {
  cups = await startOwnCups();
  cups.addQueue('Hal', 'a4');
  packs = ownPacks(packOfQuestions());
  temp = mkdtempSync(join(tmpdir(), 'balie-test-'));
  const env = { ...cups.env, TMPDIR: temp };
  kiosk = await launchKiosk({ packsDir: packs.packsDir, idleSeconds: 600, env });
});
afterAll(async () => {
  await kiosk?.close();
  packs?.remove();
  await cups?.remove();
  rmSync(temp, { recursive: true, force: true });
});

const marked = () => [kiosk.dataDir, temp].flatMap((folder) => filesWithMarks(folder, MARKS));

it('a postcode, a number and several answers are given, and what comes of them is printed', async () => {
  const page = kiosk.page();
  await begin(page);
  await starting(page, 'Geld').click();
  await starting(page, 'Huur').first().click();
  await heading(page, ASKS.postcode).waitFor();
  for (const sign of POSTCODE) await touch(page, sign);
  await touch(page, nl.flow.next);
  await heading(page, ASKS.number).waitFor();
  for (const sign of NUMBER) await touch(page, sign);
  await touch(page, nl.flow.next);
  await heading(page, ASKS.several).waitFor();
  for (const id of CHOSEN) await starting(page, `Een ${id}`).click();
  await touch(page, nl.flow.next);
  await heading(page, ENDS.far).waitFor();
  await toTakeAlong(page);
  await touch(page, nl.takeAlong.a4);
  await page.getByRole('heading', { name: nl.takeAlong.printed }).waitFor();
  await page.getByRole('dialog').getByRole('button', { name: nl.takeAlong.close }).last().click();
  expect(cups.printed().length).toBe(1);
});

it('a word with an accent is typed on the keyboard of the app', async () => {
  const page = kiosk.page();
  await touch(page, nl.bar.home);
  await touch(page, nl.search.button);
  await type(page, WORD);
  expect(await page.getByRole('textbox').inputValue()).toBe(WORD);
  await page.getByText(nl.search.nothing).waitFor();
});

it('a mark that is left is found', () => {
  for (const [index, mark] of MARKS.entries()) {
    const left = join(temp, `left-${index}`);
    writeFileSync(left, `{"kept":"${mark}"}`);
    expect(marked()).toContain(left);
    rmSync(left);
  }
});

it('and after the visit there is none: in no file, no log, no spool, and not on the screen', async () => {
  const next = await kiosk.nextVisit(() => touch(kiosk.page(), nl.bar.stop));
  await begin(next);
  expect(marked()).toEqual([]);
  // What was printed is the kiosk's own text, so it stands in its content; of the job there is nothing.
  const ofTheJob = filesWithMarks(kiosk.dataDir, [ENDS.far]).concat(filesWithMarks(temp, [ENDS.far]));
  expect(ofTheJob.filter((file) => !file.includes('content.db'))).toEqual([]);
  expect(cups.spooled()).toEqual([]);
  expect(cups.command('lpstat', '-W', 'all')).toBe('');
  await starting(next, 'Geld').click();
  await starting(next, 'Huur').first().click();
  await heading(next, ASKS.postcode).waitFor();
  const said = (await next.locator('main').innerHTML()).replaceAll(/\s+/g, ' ');
  for (const mark of [POSTCODE, NUMBER, POSTCODE.slice(0, 4)]) expect(said).not.toContain(mark);
  await touch(next, nl.search.button);
  expect(await next.getByRole('textbox').inputValue()).toBe('');
});

/** Touches the key of each sign; an e with an accent by way of the accents. */
async function type(page: Page, word: string): Promise<void> {
  for (const sign of word) {
    if (sign === 'é') {
      await touch(page, nl.keyboard.accents);
      await touch(page, 'e');
    }
    await touch(page, sign);
  }
}
