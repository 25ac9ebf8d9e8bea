import type { Page } from 'playwright';
import { describe, expect, it, onTestFinished } from 'vitest';
import { LAYOUTS, layoutFor } from '../../renderer/ui/keyboard/layouts.ts';
import { nl } from '../../renderer/words/nl/screens.ts';
import { SCREEN_WORDS } from '../../renderer/words/screen-words.ts';
import { kioskAllDay } from './kiosk-all-day.ts';
import { launchKiosk } from './launch-kiosk.ts';
import { begin, heading, touch } from './walk-through.ts';

const atAttract = kioskAllDay({ idleSeconds: 600 });

/** A kiosk of its own, for a language that a visitor cannot choose yet. */
async function inLanguage(language: string) {
  const kiosk = await launchKiosk({ language, idleSeconds: 600 });
  onTestFinished(() => kiosk.close());
  return kiosk;
}

async function searching(language = 'nl'): Promise<Page> {
  const kiosk = await (language === 'nl' ? atAttract() : inLanguage(language));
  const page = kiosk.page();
  const words = SCREEN_WORDS[language] ?? nl;
  await begin(page, words);
  await touch(page, words.search.button);
  await heading(page, words.search.title).waitFor();
  return page;
}

const typed = (page: Page) => page.getByRole('textbox').inputValue();
const keys = async (page: Page, signs: string) => {
  for (const sign of signs) await touch(page, sign === ' ' ? nl.keyboard.space : sign);
};

/** Rests the finger on a key until the choices stand there. */
async function hold(page: Page, sign: string): Promise<void> {
  const key = await page.getByRole('button', { name: sign, exact: true }).boundingBox();
  if (key === null) throw new Error(`no key ${sign}`);
  await page.mouse.move(key.x + key.width / 2, key.y + key.height / 2);
  await page.mouse.down();
  await page.locator('[data-choice=accent]').first().waitFor();
}

describe('the keyboard on the screen', () => {
  it('types where the caret stands, erases, and never takes the focus from the field', async () => {
    const page = await searching();
    await keys(page, 'huurtoeslag nu');
    expect(await typed(page)).toBe('huurtoeslag nu');
    const focused = () => page.evaluate(() => document.activeElement?.tagName);
    expect(await focused()).toBe('INPUT');
    for (let step = 0; step < 3; step++) await page.keyboard.press('ArrowLeft');
    await touch(page, nl.keyboard.remove);
    await keys(page, 'e');
    expect(await typed(page)).toBe('huurtoeslae nu');
    expect(await focused()).toBe('INPUT');
    await touch(page, nl.keyboard.shift);
    await keys(page, 'Ab');
    expect(await typed(page)).toBe('huurtoeslaeAb nu');
    await touch(page, nl.search.clear);
    expect(await typed(page)).toBe('');
  });

  it('gives accents to a held key, with the letter there already, and by a key of its own without holding', async () => {
    const page = await searching();
    await hold(page, 'e');
    expect(await typed(page)).toBe('e');
    await page.mouse.up();
    await touch(page, 'é');
    expect(await typed(page)).toBe('é');
    expect(await page.locator('[data-choice]').count()).toBe(0);
    await keys(page, 'n');
    // A finger that slides to its choice takes it.
    await hold(page, 'e');
    const choice = await page.getByRole('button', { name: 'ë', exact: true }).boundingBox();
    await page.mouse.move((choice?.x ?? 0) + 20, (choice?.y ?? 0) + 20);
    await page.mouse.up();
    expect(await typed(page)).toBe('énë');
    await touch(page, nl.keyboard.accents);
    await touch(page, 'e');
    await touch(page, 'è');
    expect(await typed(page)).toBe('énëè');
    // Who only pressed slowly types on.
    await hold(page, 'a');
    await page.mouse.up();
    await keys(page, 'b');
    expect(await typed(page)).toBe('énëèab');
    expect(await page.locator('[data-choice]').count()).toBe(0);
  });

  it('can be used without a finger: every key, the accents, and back to the key', async () => {
    const page = await searching();
    const focus = (name: string) => page.getByRole('button', { name, exact: true }).focus();
    const name = () =>
      page.evaluate(
        () => document.activeElement?.getAttribute('aria-label') ?? document.activeElement?.textContent,
      );
    await focus('o');
    await page.keyboard.press('Enter');
    await page.keyboard.press('Tab');
    expect(await name()).toBe('p');
    await page.keyboard.press('Enter');
    expect(await typed(page)).toBe('op');
    await focus(nl.keyboard.accents);
    await page.keyboard.press('Enter');
    await focus('e');
    await page.keyboard.press('Enter');
    expect(await name()).toBe('e');
    await page.keyboard.press('Tab');
    expect(await name()).toBe('ë');
    await page.keyboard.press('Enter');
    expect(await typed(page)).toBe('opë');
    expect(await name()).toBe('e');
    await focus(nl.keyboard.layouts);
    await page.keyboard.press('Enter');
    await page.keyboard.press('Escape');
    expect(await name()).toBe(nl.keyboard.layouts);
  });

  it('loses nothing, and types nothing twice, with two fingers at once', async () => {
    const page = await searching();
    // As two thumbs do: the second comes down before the first is up.
    await page.evaluate(() => {
      const key = (sign: string) =>
        [...document.querySelectorAll('fieldset button')].find(({ textContent }) => textContent === sign);
      const send = (sign: string, type: string, pointerId: number) =>
        key(sign)?.dispatchEvent(
          new PointerEvent(type, {
            pointerId,
            bubbles: true,
            button: 0,
            pointerType: 'touch',
            isPrimary: pointerId === 1,
          }),
        );
      send('a', 'pointerdown', 1);
      send('b', 'pointerdown', 2);
      send('a', 'pointerup', 1);
      send('b', 'pointerup', 2);
    });
    await page.waitForFunction(() => document.querySelector('input')?.value === 'ab');
  });

  it('goes on erasing while the key is held, and stops when it is let go or gone', async () => {
    const page = await searching();
    await keys(page, 'abcdefgh');
    const key = await page.getByRole('button', { name: nl.keyboard.remove, exact: true }).boundingBox();
    await page.mouse.move((key?.x ?? 0) + 30, (key?.y ?? 0) + 30);
    await page.mouse.down();
    await page.waitForFunction(() => (document.querySelector('input')?.value.length ?? 9) < 6);
    await page.mouse.up();
    const left = await typed(page);
    await keys(page, 'x');
    expect(await typed(page)).toBe(`${left}x`);
  });

  it.each(LAYOUTS)(
    'stands in $name from the first moment, and types its letters',
    async ({ language, rows }) => {
      const page = await searching(language);
      await keys(page, rows.map((row) => row[4]).join(''));
      expect(await typed(page)).toBe(rows.map((row) => row[4]).join(''));
      const rtl = language === 'ar' ? 'rtl' : 'ltr';
      expect(await page.getByRole('textbox').evaluate((input) => getComputedStyle(input).direction)).toBe(
        rtl,
      );
    },
  );

  it('changes to another keyboard and to digits, and what was typed stays', async () => {
    const page = await searching('ar');
    await keys(page, 'بيت');
    const words = SCREEN_WORDS['ar'] ?? nl;
    await touch(page, words.keyboard.layouts);
    await touch(page, layoutFor('nl').name);
    await keys(page, 'x');
    await touch(page, words.keyboard.signs);
    await keys(page, '7');
    expect(await typed(page)).toBe('بيتx7');
  });

  it('goes away when told to, comes back at a touch of the field, and a page on keeps the text', async () => {
    const page = await searching();
    await keys(page, 'huur');
    await touch(page, nl.keyboard.done);
    await page.locator('fieldset').waitFor({ state: 'detached' });
    await page.getByRole('textbox').click();
    await page.locator('fieldset').waitFor();
    await touch(page, nl.bar.desk);
    await touch(page, nl.bar.back);
    await heading(page, nl.search.title).waitFor();
    expect(await typed(page)).toBe('huur');
    await touch(page, nl.bar.home);
    await touch(page, nl.search.button);
    expect(await typed(page)).toBe('');
  });
});

describe('the keys are large enough to find', () => {
  it.each([
    { width: 1080, height: 1920 },
    { width: 1366, height: 768 },
    { width: 1920, height: 1080 },
  ])('on a screen of $width by $height, in every language', async (size) => {
    const page = await searching();
    await page.setViewportSize(size);
    await page.waitForFunction((width) => innerWidth === width, size.width);
    for (const { name } of LAYOUTS) {
      await touch(page, nl.keyboard.layouts);
      await touch(page, name);
      const faults = await page.locator('fieldset button').evaluateAll((buttons) =>
        buttons
          .map((button) => ({ name: button.textContent, box: button.getBoundingClientRect() }))
          .filter(
            ({ box }) =>
              box.width < 64 || box.height < 64 || box.left < 0 || box.right > innerWidth || box.top < 0,
          )
          .map(({ name: key, box }) => `${key}: ${box.width} by ${box.height} at ${box.left}`),
      );
      expect(faults, name).toEqual([]);
    }
  });
});
