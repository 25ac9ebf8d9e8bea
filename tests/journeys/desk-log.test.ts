// The desk's own PC: a question is logged by finger alone and by keys alone, put right, taken back, and entered from paper, which is printed.
import { execFileSync } from 'node:child_process';
import { copyFileSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'playwright';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { DeskLists } from '../../core/domain/desk/desk-lists.ts';
import { pick } from '../../core/domain/words.ts';
import { nl as admin } from '../../renderer/words/nl/admin.ts';
import { nl } from '../../renderer/words/nl/screens.ts';
import { nl as staff } from '../../renderer/words/nl/staff.ts';
import { nl as worth } from '../../renderer/words/nl/worth.ts';
import { STAFF_WORDS } from '../../renderer/words/staff-texts.ts';
import { strike } from '../escape/finger.ts';
import { give, PIN, setPin } from './admin-door.ts';
import { aFinger, byKeys, tabTo, watchHands } from './hands.ts';
import { holdCall } from './hold-call.ts';
import { judgeScreen } from './judge-screen.ts';
import { APP_FOLDER, type Kiosk, launchKiosk } from './launch-kiosk.ts';
import { type OwnCups, startOwnCups } from './own-cups.ts';
import { answer, arrived, heading, starting, touch } from './walk-through.ts';

let kiosk: Kiosk;
let page: Page;
let cups: OwnCups;
const dataDir = mkdtempSync(join(tmpdir(), 'balie-desk-'));
beforeAll(async () => {
  setPin(dataDir);
  cups = await startOwnCups();
  cups.addQueue('Balie', 'a4');
  kiosk = await launchKiosk({ dataDir, profile: 'desk', env: cups.env });
  page = kiosk.page();
});
afterAll(async () => {
  await kiosk?.close();
  await cups?.remove();
  rmSync(dataDir, { recursive: true, force: true });
});

const recent = () =>
  page
    .locator('section ul li')
    .filter({ has: page.locator('small') })
    .locator('b')
    .allInnerTexts();
/** What the newest question says of its visitor. */
const newest = () =>
  page.evaluate(async () => {
    const [row] = (await window.balie.invoke('desk:log', {})).recent;
    return [row?.question.nth, row?.question.language];
  });
const saved = (subject: string) => page.locator('[data-saved]').filter({ hasText: subject });
const tile = (subject: string) => page.locator('button[data-key]').filter({ hasText: subject });

it('begins at the door of the staff, and opens at the log', async () => {
  await judgeScreen(page);
  await give(page, PIN);
  await heading(page, staff.log.title).waitFor();
  await tile('DigiD').waitFor();
  await judgeScreen(page);
});

it('keeps those who hear the screen at its heading when what it shows comes after it', async () => {
  const letGo = await holdCall(kiosk.app, 'desk:log');
  await touch(page, staff.worth);
  await heading(page, worth.title).waitFor();
  await byKeys(page, starting(page, staff.log.name));
  await page.getByText(staff.log.loading).waitFor();
  await arrived(page);
  await letGo();
  await tile('DigiD').waitFor();
  await arrived(page);
});

it('logs with one touch, says so, and takes what was otherwise and another question of the same visitor', async () => {
  await tile('DigiD').click();
  await saved('DigiD').waitFor();
  await page.getByRole('radio', { name: staff.outcomes.referred, exact: true }).click();
  await touch(page, staff.log.sameVisitor);
  await judgeScreen(page);
  await tile('Toeslagen').click();
  await saved('Toeslagen').waitFor();
  await expect.poll(recent).toEqual(['Toeslagen', 'DigiD']);
  expect(await page.locator('section li').filter({ hasText: 'DigiD' }).textContent()).toContain(
    staff.outcomes.referred,
  );
});

it('takes a question back with one touch, and after that with none', async () => {
  await touch(page, staff.log.undo);
  await page.getByText(staff.log.undone, { exact: true }).last().waitFor();
  await expect.poll(recent).toEqual(['DigiD']);
  // It was the wrong tile, and the visitor is still the same one.
  const same = page.getByRole('button', { name: staff.log.sameVisitor, exact: true, pressed: true });
  await same.waitFor();
  await tile('Toeslagen').click();
  await expect.poll(newest).toEqual([2, 'nl']);
  await touch(page, staff.log.undo);
  await same.waitFor();
  await touch(page, staff.log.sameVisitor);
  await expect.poll(recent).toEqual(['DigiD']);
  // Also after a look elsewhere, by finger and by keys: it is still the minute after it was logged.
  for (const takeBack of [() => touch(page, staff.log.undo), () => strike(kiosk, 'Z', ['control'])]) {
    await tile('Toeslagen').click();
    await saved('Toeslagen').waitFor();
    await touch(page, staff.worth);
    await heading(page, worth.title).waitFor();
    await strike(kiosk, 'F2');
    await saved('Toeslagen').waitFor();
    await page.getByRole('button', { name: staff.log.undo, exact: true }).waitFor();
    await judgeScreen(page);
    await takeBack();
    await expect.poll(recent).toEqual(['DigiD']);
    // The one before it is not taken back by the same press, done twice.
    await saved('DigiD').waitFor();
    expect(await page.getByRole('button', { name: staff.log.undo, exact: true }).count()).toBe(0);
  }
  // Whoever wonders where it went finds it, and who took it back.
  await touch(page, staff.log.all);
  await page.getByRole('heading', { name: staff.log.withdrawn, exact: true }).waitFor();
  await page
    .getByText(new RegExp(`, ${staff.form.byAdmin}: Toeslagen`))
    .first()
    .waitFor();
  await judgeScreen(page);
  await touch(page, staff.close);
});

it('takes a double click, and a key that is held, for one question', async () => {
  const held = async () => {
    await tile('DigiD').focus();
    for (let times = 0; times < 4; times++) await page.keyboard.down('Enter');
    await page.keyboard.up('Enter');
  };
  for (const press of [() => tile('DigiD').dblclick(), held]) {
    await press();
    await saved('DigiD').waitFor();
    await expect.poll(recent).toEqual(['DigiD', 'DigiD']);
    await touch(page, staff.log.undo);
    await expect.poll(recent).toEqual(['DigiD']);
  }
});

it('fills itself from the flow that was just walked here', async () => {
  await touch(page, staff.visitor);
  await heading(page, nl.home.title).waitFor();
  await page.locator('li[data-tint=money] button').click();
  await page
    .locator('main section button')
    .filter({ hasText: /Huurtoeslag/ })
    .first()
    .click();
  await page.locator('[data-answer]').first().waitFor();
  await answer(page, 1);
  await judgeScreen(page);
  await strike(kiosk, 'F2');
  await heading(page, staff.log.title).waitFor();
  await page.getByText(staff.log.walked, { exact: true }).waitFor();
  await judgeScreen(page);
  await page.waitForFunction(() => document.activeElement?.hasAttribute('data-first'));
  // The question before is still in sight: it was of the same visitor.
  await touch(page, staff.log.sameVisitor);
  await page.locator('button[data-first]').focus();
  await page.keyboard.press('0');
  await saved('Toeslagen').waitFor();
  await expect.poll(newest).toEqual([2, 'nl']);
  await expect.poll(recent).toEqual(['Toeslagen', 'DigiD']);
  await expect.poll(() => page.getByText(staff.log.walked, { exact: true }).count()).toBe(0);
  // What was pressed is gone; the keys go on at what comes first now.
  await page.waitForFunction(() => document.activeElement?.matches('[data-key="1"]'));
});

it('gives another question of a visitor the language of that visitor, and the next visitor the usual one', async () => {
  const number = await page.evaluate(async () => {
    const { recent, last } = await window.balie.invoke('desk:log', {});
    const { id: _, at: __, nth: ___, ...facts } = recent[0]?.question ?? { ...last, id: '', at: '', nth: 1 };
    const more = { at: null, note: null, after: null, walked: true };
    const result = await window.balie.invoke('desk:log-question', {
      facts: { ...facts, language: 'ar' },
      ...more,
    });
    return result.kind === 'logged' ? result.logged.number : 0;
  });
  await touch(page, staff.worth);
  await starting(page, staff.log.name).click();
  await page.locator(`[data-saved="${number}"]`).waitFor();
  await touch(page, staff.log.sameVisitor);
  await page.getByText(staff.log.staying, { exact: true }).waitFor();
  await tile('DigiD').click();
  await expect.poll(newest).toEqual([2, 'ar']);
  await page.getByText(staff.log.staying, { exact: true }).waitFor({ state: 'detached' });
  await touch(page, staff.log.undo);
  await touch(page, staff.log.sameVisitor);
  await tile('DigiD').click();
  await expect.poll(newest).toEqual([1, 'nl']);
  await touch(page, staff.log.undo);
  await page.evaluate((each) => window.balie.invoke('desk:withdraw', { numbers: [each] }), number);
  await touch(page, staff.worth);
  await starting(page, staff.log.name).click();
  await expect.poll(recent).toEqual(['Toeslagen', 'DigiD']);
});

it('is worked at with keys only: three at most log a question from anywhere, and keys put it right and take it back', async () => {
  const hands = await watchHands(page);
  const button = (name: string) => page.getByRole('button', { name, exact: true });
  const anywhere: readonly (readonly [string, () => Promise<void>])[] = [
    [staff.visitor, () => heading(page, nl.home.title).waitFor()],
    [staff.worth, () => heading(page, worth.title).waitFor()],
    [staff.log.tally, () => heading(page, staff.tally.title).waitFor()],
    [staff.admin, () => heading(page, admin.content.title).waitFor()],
  ];
  for (const [place, isThere] of anywhere) {
    await byKeys(page, button(place));
    await isThere();
    await hands.reset();
    await strike(kiosk, 'F2');
    await page.waitForFunction(() => document.activeElement?.matches('[data-key][data-first]'));
    await page.keyboard.press('1');
    await saved('DigiD').waitFor();
    await expect.poll(recent).toEqual(['DigiD', 'Toeslagen', 'DigiD']);
    const { keys, ...others } = await hands.look();
    expect([place, keys <= 3, others]).toEqual([place, true, { touches: 0, clicks: 0 }]);
    await strike(kiosk, 'Z', ['control']);
    await expect.poll(recent).toEqual(['Toeslagen', 'DigiD']);
  }
  // One that is not a favourite has a letter; how it ended is one stop of the Tab key further.
  await hands.reset();
  await strike(kiosk, 'F2');
  await page.waitForFunction(() => document.activeElement?.matches('[data-key][data-first]'));
  const [letter = ''] = await tile('Iets anders').evaluateAll((tiles) =>
    tiles.map((each) => (each as HTMLElement).dataset['key'] ?? ''),
  );
  expect(letter).toMatch(/^[a-z]$/);
  await page.keyboard.press(letter);
  await saved('Iets anders').waitFor();
  await tabTo(page, page.locator('[data-saved] [role=radio][aria-checked=true]').first());
  await page.keyboard.press('ArrowLeft');
  await expect
    .poll(() => page.locator('section li').filter({ hasText: 'Iets anders' }).textContent())
    .toContain(staff.outcomes['could-not']);
  await page.keyboard.press('Control+z');
  await expect.poll(recent).toEqual(['Toeslagen', 'DigiD']);
  expect(await hands.look()).toMatchObject({ touches: 0, clicks: 0 });
});

it('is worked at with a finger only: two touches log a question from anywhere, one more says otherwise, one takes it back', async () => {
  const [hands, finger] = [await watchHands(page), await aFinger(page)];
  const button = (name: string) => page.getByRole('button', { name, exact: true });
  const isAtWorth = () => heading(page, worth.title).waitFor();
  const isSheet = () => page.getByRole('dialog').waitFor();
  const anywhere: readonly (readonly [string, () => Promise<void>, RegExp])[] = [
    [staff.visitor, () => heading(page, nl.home.title).waitFor(), /^Terug naar de balie/],
    [staff.worth, isAtWorth, /^Vraag loggen/],
    // Under an open sheet nothing can be pressed.
    [nl.display.title, isSheet, /^Vraag loggen/],
  ];
  for (const [place, isThere, way] of anywhere) {
    if (isThere === isSheet) {
      await finger(button(staff.worth));
      await isAtWorth();
    }
    await finger(button(place));
    await isThere();
    await hands.reset();
    await finger(page.getByRole('button', { name: way }).last());
    await tile('DigiD').waitFor();
    await finger(tile('DigiD'));
    await saved('DigiD').waitFor();
    await expect.poll(recent).toEqual(['DigiD', 'Toeslagen', 'DigiD']);
    expect([place, await hands.look()]).toEqual([place, { keys: 0, touches: 2, clicks: 0 }]);
    await finger(page.getByRole('radio', { name: staff.outcomes['could-not'], exact: true }));
    await expect
      .poll(() => page.locator('section li').filter({ hasText: 'DigiD' }).first().textContent())
      .toContain(staff.outcomes['could-not']);
    await finger(button(staff.log.undo));
    await expect.poll(recent).toEqual(['Toeslagen', 'DigiD']);
  }
  expect(await hands.look()).toMatchObject({ keys: 0, clicks: 0 });
});

it('corrects a question, by keys alone, and keeps how it was', async () => {
  await page.locator('section li button').first().focus();
  await page.keyboard.press('Enter');
  await page.getByRole('dialog').waitFor();
  await judgeScreen(page);
  await page.getByRole('radio', { name: staff.durations['5-15'], exact: true }).last().focus();
  await page.keyboard.press('ArrowRight');
  await page.getByRole('button', { name: staff.form.earlier, exact: true }).focus();
  await page.keyboard.press('Enter');
  await page.getByText(staff.form.yesterday, { exact: true }).waitFor();
  // At today it goes no further, and the keys stay where they are.
  await page.getByRole('button', { name: staff.form.later, exact: true }).focus();
  await page.keyboard.press('Enter');
  await page.getByText(staff.form.today, { exact: true }).waitFor();
  expect(await page.evaluate(() => document.activeElement?.ariaLabel)).toBe(staff.form.later);
  await page.getByRole('button', { name: staff.form.earlier, exact: true }).focus();
  await page.keyboard.press('Enter');
  await page.getByText(staff.form.yesterday, { exact: true }).waitFor();
  await page.getByRole('button', { name: staff.form.save, exact: true }).focus();
  await page.keyboard.press('Enter');
  await page.getByRole('dialog').waitFor({ state: 'detached' });
  await page.locator('section li button').first().click();
  await page.getByRole('heading', { name: staff.form.history, exact: true }).waitFor();
  await judgeScreen(page);
  await touch(page, staff.close);
});

it('fills in all fields of a question', async () => {
  await touch(page, staff.log.more);
  await page.getByRole('dialog').waitFor();
  await page.getByRole('dialog').getByRole('radio', { name: 'Printen en scannen', exact: true }).click();
  await judgeScreen(page);
  await touch(page, staff.form.save);
  await saved('Printen en scannen').waitFor();
});

it('takes no question back from below a form, and closes none on a press that ends beside it', async () => {
  await touch(page, staff.log.more);
  const form = await page.getByRole('dialog').boundingBox();
  if (form === null) throw new Error('no form');
  await page.mouse.move(form.x + form.width / 2, form.y + form.height / 2);
  await page.mouse.down();
  await page.mouse.move(form.x + form.width / 2, form.y / 2);
  await page.mouse.up();
  await page.keyboard.press('Control+z');
  // Main answers in the order in which it was asked.
  await page.evaluate(() => window.balie.invoke('desk:log', {}));
  await touch(page, staff.close);
  await saved('Printen en scannen').waitFor();
  await expect.poll(recent).toEqual(['Printen en scannen', 'Toeslagen', 'DigiD']);
});

it('enters a tally sheet by finger and by keys, and takes it back', async () => {
  await touch(page, staff.log.tally);
  await heading(page, staff.tally.title).waitFor();
  const box = (subject: string) =>
    page.getByRole('button', { name: new RegExp(`^${subject}, ${staff.outcomes.answered}:`) });
  await touch(page, staff.form.earlier);
  await box('DigiD').click();
  await box('DigiD').click();
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('1');
  await page.keyboard.press('2');
  // Somebody comes with a question, or asks for help at a screen: the marks stay, and the day that they are of.
  const save = staff.tally.total_other.replace('{{count}}', '14');
  for (const goAway of [() => strike(kiosk, 'F2'), () => touch(page, staff.worth)]) {
    await goAway();
    await heading(page, staff.tally.title).waitFor({ state: 'detached' });
    await strike(kiosk, 'F2');
    await heading(page, staff.log.title).waitFor();
    await touch(page, staff.log.tally);
    await page.getByRole('button', { name: save, exact: true }).waitFor();
    await page.getByText(staff.form.yesterday, { exact: true }).waitFor();
  }
  await judgeScreen(page);
  // Pressed twice while the disk is slow, it is one sheet: what is taken back below is all of it.
  const letGo = await holdCall(kiosk.app, 'desk:log-tally');
  await touch(page, save);
  await touch(page, save);
  await letGo();
  await page.getByText(staff.tally.saved_other.replace('{{count}}', '14')).waitFor();
  await touch(page, staff.log.undo);
  await page.getByText(staff.log.undone, { exact: true }).waitFor();
  // More than is saved at once: that is said, with how many are too many, and saving waits.
  await box('DigiD').click();
  for (let row = 0; row < 6; row++) {
    for (const key of ['Backspace', '9', '9', 'ArrowDown']) await page.keyboard.press(key);
  }
  const tooMany = staff.tally.tooMany.replace('{{most}}', '500').replace('{{over}}', '94');
  await page.getByRole('alert').getByText(tooMany).waitFor();
  await judgeScreen(page);
  const button = page.getByRole('button', { name: staff.tally.total_other.replace('{{count}}', '594') });
  expect(await button.isDisabled()).toBe(true);
  for (let row = 0; row < 6; row++)
    for (const key of ['ArrowUp', 'Backspace', 'Backspace']) await page.keyboard.press(key);
  await page.getByText(tooMany).waitFor({ state: 'detached' });
  await touch(page, staff.tally.back);
  await expect.poll(recent).toEqual(['Printen en scannen', 'Toeslagen', 'DigiD']);
});

describe('a sheet to tally on', () => {
  const lists = DeskLists.parse(JSON.parse(readFileSync(join(APP_FOLDER, 'assets/desk/desk.json'), 'utf8')));
  const [MARGIN, POINTS_A_MM] = [{ beside: 14, above: 12 }, 72 / 25.4];

  it.each(Object.keys(STAFF_WORDS))(
    'comes out of the printer with all that staff mark, and whole: %s',
    async (language) => {
      const words = STAFF_WORDS[language];
      if (words === undefined) throw new Error(`There are no words in ${language}.`);
      if (language === 'nl') {
        await touch(page, staff.log.tally);
        await touch(page, staff.tally.print);
        await page.getByText(staff.tally.prints.printed, { exact: true }).waitFor();
      } else
        expect(
          await page.evaluate(
            (spoken) => window.balie.invoke('desk:print-tally', { language: spoken }),
            language,
          ),
        ).toBe('printed');
      const pdf = cups.printed().at(-1) ?? '';
      const kept = process.env['BALIE_PICTURES'];
      if (kept !== undefined) copyFileSync(pdf, join(kept, `tally-sheet-${language}.pdf`));

      expect(execFileSync('pdfinfo', [pdf], { encoding: 'utf8' })).toMatch(
        /Pages:\s+1\n(?:.*\n)*Page size:.*\(A4\)/,
      );
      const said = execFileSync('pdftotext', [pdf, '-'], { encoding: 'utf8' }).replaceAll(/\s+/g, ' ');
      const { tally, outcomes, channels } = words;
      for (const text of [
        ...[tally.sheetTitle, tally.sheetLead, tally.sheetFoot, tally.day, tally.hour, tally.subject],
        ...[...Object.values(outcomes), ...Object.values(channels)],
        ...lists.subCategories.map(({ names }) => pick(names, language)?.value ?? 'no name'),
      ])
        expect(said).toContain(text);

      // No word is outside what a printer prints, and none lies on another: what is too long for its box does one or the other.
      const boxes = [
        ...execFileSync('pdftotext', ['-bbox', pdf, '-'], { encoding: 'utf8' }).matchAll(WORD),
      ].map(([, left, top, right, bottom, word]) => ({
        ...{ word, left: Number(left), top: Number(top), right: Number(right), bottom: Number(bottom) },
      }));
      expect(boxes.length).toBeGreaterThan(60);
      const [beside, above] = [MARGIN.beside * POINTS_A_MM, MARGIN.above * POINTS_A_MM];
      for (const box of boxes) {
        const isInside =
          box.left >= beside - 1 &&
          box.right <= 210 * POINTS_A_MM - beside + 1 &&
          box.top >= above - 1 &&
          box.bottom <= 297 * POINTS_A_MM - above + 1;
        expect([box.word, isInside]).toEqual([box.word, true]);
        const on = boxes.filter(
          (other) =>
            other !== box &&
            other.left < box.right - 0.5 &&
            box.left < other.right - 0.5 &&
            other.top < box.bottom - 3 &&
            box.top < other.bottom - 3,
        );
        expect(on, `what lies on "${box.word}"`).toEqual([]);
      }
    },
  );
});

const WORD = /<word xMin="([\d.]+)" yMin="([\d.]+)" xMax="([\d.]+)" yMax="([\d.]+)">([^<]*)</g;
