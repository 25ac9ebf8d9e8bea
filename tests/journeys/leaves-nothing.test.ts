import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'playwright';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { nl } from '../../renderer/words/nl/screens.ts';
import { filesWithMarks } from './files-with-marks.ts';
import { type Kiosk, launchKiosk } from './launch-kiosk.ts';
import { answer, begin, heading, starting, touch } from './walk-through.ts';

/** Nowhere by chance: what is typed in words, and a day that is typed as an answer, in each way it could be written. */
const WORD = 'xqzzvwk58213';
const DAY = { typed: '17031931', answer: '1931-03-17' };
const MARKS = [WORD, DAY.typed, DAY.answer];

let kiosk: Kiosk;
let temp: string;
beforeAll(async () => {
  temp = mkdtempSync(join(tmpdir(), 'balie-test-'));
  kiosk = await launchKiosk({ env: { TMPDIR: temp } });
});
afterAll(async () => {
  await kiosk?.close();
  rmSync(temp, { recursive: true, force: true });
});

it('leaves a mark in every place that a visit has', async () => {
  const page = kiosk.page();
  await begin(page);
  await leaveMarks(page);
  expect(await marksIn(page)).not.toEqual([]);
  expect(await kiosk.app.evaluate(({ clipboard }) => clipboard.readText())).toBe(WORD);
});

it('and after it finds none: in no file, not on the clipboard, in no log, in neither of the next two visits', async () => {
  // Two visits on: the partition of the first one is in use again.
  for (let visit = 0; visit < 2; visit++) {
    const next = await kiosk.nextVisit(() => touch(kiosk.page(), nl.bar.stop));
    await heading(next, nl.attract.title).waitFor();
    await begin(next);
    expect(await marksIn(next)).toEqual([]);
    expect(await kiosk.app.evaluate(({ clipboard }) => clipboard.readText())).toBe('');
    await touch(next, nl.search.button);
    expect(await next.getByRole('textbox').inputValue()).toBe('');
    expect([kiosk.dataDir, temp].flatMap((folder) => filesWithMarks(folder, MARKS))).toEqual([]);
  }
});

/** Types, answers, reads aloud, copies; and writes where a page can write, as a faulty one might. */
async function leaveMarks(page: Page): Promise<void> {
  await starting(page, 'Geld en toeslagen').click();
  await starting(page, 'AOW').first().click();
  await page.getByText(nl.flow.day, { exact: true }).waitFor();
  for (const digit of DAY.typed) await touch(page, digit);
  const asked = await page.locator('h1').textContent();
  await touch(page, nl.flow.next);
  await page.waitForFunction((before) => document.querySelector('h1')?.textContent !== before, asked);
  await touch(page, nl.bar.home);
  await starting(page, 'Geld en toeslagen').click();
  await starting(page, 'Huurtoeslag').first().click();
  await answer(page, 1);
  await touch(page, nl.search.button);
  for (const letter of WORD.replaceAll(/\d/g, '')) await touch(page, letter);
  await page.getByRole('textbox').fill(WORD);
  await page.getByText(nl.search.nothing).waitFor();
  await touch(page, nl.speech.readTyped);
  await kiosk.app.evaluate(({ clipboard }, text) => clipboard.writeText(text), WORD);
  await page.evaluate(writeEverywhere, WORD);
}

/** Runs in the page. */
async function writeEverywhere(text: string): Promise<void> {
  localStorage.setItem('mark', text);
  sessionStorage.setItem('mark', text);
  // biome-ignore lint/suspicious/noDocumentCookie: the newer way is not there for this scheme
  document.cookie = `mark=${text}`;
  window.name = text;
  history.replaceState({ text }, '');
  await new Promise<void>((done, failed) => {
    const opening = indexedDB.open('marks', 1);
    opening.onupgradeneeded = () => opening.result.createObjectStore('marks').put(text, 'mark');
    opening.onsuccess = () => {
      opening.result.close();
      done();
    };
    opening.onerror = () => failed(opening.error);
  });
}

/** Where a page finds something of an earlier visit. */
async function marksIn(page: Page): Promise<string[]> {
  return page.evaluate(async () => {
    const places = {
      localStorage: localStorage.length > 0,
      sessionStorage: sessionStorage.length > 0,
      cookie: document.cookie !== '',
      name: window.name !== '',
      history: history.length > 1 || history.state !== null,
      indexedDB: (await indexedDB.databases()).length > 0,
    };
    return Object.entries(places)
      .filter(([, isThere]) => isThere)
      .map(([place]) => place);
  });
}
