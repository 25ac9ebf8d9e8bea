import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from 'playwright';
import { describe, expect, it, onTestFinished } from 'vitest';
import { en } from '../../renderer/words/en/screens.ts';
import { nl } from '../../renderer/words/nl/screens.ts';
import { choose, closeDisplay, openDisplay } from './displays.ts';
import { toOutcome } from './every-screen.ts';
import { kioskAllDay } from './kiosk-all-day.ts';
import { type Kiosk, launchKiosk } from './launch-kiosk.ts';
import { answer, begin, heading, starting, touch } from './walk-through.ts';

const atAttract = kioskAllDay({ idleSeconds: 600 });

async function atHome(start = atAttract): Promise<{ kiosk: Kiosk; page: Page }> {
  const kiosk = await start();
  await begin(kiosk.page());
  return { kiosk, page: kiosk.page() };
}

/** What the style is told now. */
const told = (page: Page) =>
  page.evaluate(() =>
    Object.fromEntries(
      Object.entries(document.documentElement.dataset).map(([name, value]) => [name, value]),
    ),
  );
const sizeOf = (page: Page, what: string) =>
  page
    .locator(what)
    .first()
    .evaluate((element) => Number.parseFloat(getComputedStyle(element).fontSize));

describe('the display help', () => {
  it('can be had before the visit begins, and goes with the visitor into it', async () => {
    const page = (await atAttract()).page();
    await choose(page, { text: 150, dark: true });
    await begin(page);
    expect(await told(page)).toEqual({ text: '150', enlarged: 'some', scheme: 'dark' });
  });

  it('shows on the screen behind it at once, and makes text exactly as large as it says', async () => {
    const { page } = await atHome();
    const before = [await sizeOf(page, 'h1'), await sizeOf(page, 'nav button'), await sizeOf(page, 'main p')];
    await openDisplay(page);
    for (const size of [125, 150, 175, 200]) {
      await touch(page, `${size}%`);
      const now = [await sizeOf(page, 'h1'), await sizeOf(page, 'nav button'), await sizeOf(page, 'main p')];
      now.forEach((each, index) => {
        expect(each / (before[index] ?? 1)).toBeCloseTo(size / 100, 2);
      });
    }
    await touch(page, '100%');
    expect(await told(page)).toEqual({});
  });

  it('puts everything back with one touch', async () => {
    const { page } = await atHome();
    await choose(page, { text: 200, contrast: true, dark: true, calm: true, leftHand: true });
    await openDisplay(page);
    await touch(page, nl.display.reset);
    expect(await told(page)).toEqual({});
    expect(await page.getByRole('button', { name: nl.display.reset }).isDisabled()).toBe(true);
  });

  it('keeps what was chosen and what was answered, in another language and on every screen', async () => {
    const { page } = await atHome();
    await starting(page, 'Geld en toeslagen').click();
    await starting(page, 'Welke toeslag').first().click();
    for (const digit of '35') await touch(page, digit);
    await touch(page, nl.flow.next);
    await page.locator('[data-answer][aria-pressed]').first().click();
    await choose(page, { text: 200, contrast: true });
    expect(await page.locator('[data-answer][aria-pressed=true]').count()).toBe(1);
    await touch(page, nl.language.button.replace('{{name}}', nl.languageName));
    await touch(page, en.languageName);
    await page.locator('nav', { hasText: en.bar.back }).waitFor();
    const chosen = { text: '200', enlarged: 'much', contrast: 'more' };
    expect(await told(page)).toEqual(chosen);
    await touch(page, en.bar.home);
    expect(await told(page)).toEqual(chosen);
    await openDisplay(page, en);
    expect(await page.getByRole('button', { name: '200%' }).getAttribute('aria-pressed')).toBe('true');
  });

  it('is forgotten when the visitor stops, and stands nowhere on the disk', async () => {
    const running = await atHome();
    await choose(running.page, { text: 200, dark: true, low: true });
    expect(await running.page.evaluate(() => [localStorage.length, sessionStorage.length])).toEqual([0, 0]);
    const next = await running.kiosk.nextVisit(() => touch(running.page, nl.bar.stop));
    await heading(next, nl.attract.title).waitFor();
    expect(await told(next)).toEqual({});
    await begin(next);
    expect(await told(next)).toEqual({});
    const files = readdirSync(running.kiosk.dataDir, { recursive: true, withFileTypes: true }).filter(
      (entry) => entry.isFile(),
    );
    const about = files.filter((file) =>
      /data-scheme|"dark":true|leftHand|twoKeys/.test(
        readFileSync(join(file.parentPath, file.name), 'latin1'),
      ),
    );
    expect(about.map(({ name }) => name)).toEqual([]);
  });

  it('is forgotten when the visitor just walks away', async () => {
    const running = await atHome(() => launchKiosk({ idleSeconds: 6 }));
    onTestFinished(() => running.kiosk.close());
    await choose(running.page, { text: 200, calm: true });
    const next = await running.kiosk.nextVisit(async () => undefined);
    await heading(next, nl.attract.title).waitFor();
    expect(await told(next)).toEqual({});
  });
});

describe('calm', () => {
  it.each([
    ['the visitor chose it', { calm: true, text: 200 }, 'no-preference'],
    ['the system asks for it (prefers-reduced-motion)', { text: 200 }, 'reduce'],
  ] as const)(
    'moves nothing, not a screen that comes, not a sheet, not what scrolls, when %s',
    async (_, chosen, wish) => {
      const { page } = await atHome();
      await page.setViewportSize({ width: 1080, height: 1920 });
      await page.emulateMedia({ reducedMotion: wish });
      await choose(page, chosen);
      await page.evaluate(() => {
        const moved: string[] = [];
        Object.assign(window, { moved });
        for (const name of ['animationstart', 'transitionrun'])
          document.addEventListener(name, (event) => moved.push(`${name} ${String(event.target)}`), true);
      });
      const more = page.getByRole('button', { name: /hieronder/ });
      // Where nothing moves smoothly, the new place is there as soon as the press is over.
      const scrolled = await more.evaluate((button: HTMLElement) => {
        button.click();
        return button.parentElement?.firstElementChild?.scrollTop ?? 0;
      });
      expect(scrolled).toBeGreaterThan(0);
      await starting(page, 'Geld en toeslagen').click();
      await starting(page, 'Huurtoeslag').first().click();
      await touch(page, nl.flow.why);
      await touch(page, nl.flow.understood);
      await answer(page, 1);
      expect(
        await page.evaluate(() => [Reflect.get(window, 'moved'), document.getAnimations().length]),
      ).toEqual([[], 0]);
    },
  );

  it('and does move without it, so that the test above says something', async () => {
    const { page } = await atHome();
    await page.setViewportSize({ width: 1080, height: 1920 });
    await choose(page, { text: 200 });
    const scrolled = await page.getByRole('button', { name: /hieronder/ }).evaluate((button: HTMLElement) => {
      button.click();
      return button.parentElement?.firstElementChild?.scrollTop ?? 0;
    });
    expect(scrolled).toBe(0);
  });
});

describe('what the system asks for', () => {
  it('more contrast and forced colours give the display with more contrast', async () => {
    const { page } = await atHome();
    await page.emulateMedia({ forcedColors: 'active' });
    await expect.poll(() => told(page)).toEqual({ contrast: 'more' });
    // The colours are the system's then; edges are what still tells a control apart.
    const edge = await page
      .locator('li[data-tint] button')
      .first()
      .evaluate((tile) => [getComputedStyle(tile).borderTopStyle, getComputedStyle(tile).borderTopWidth]);
    expect(edge).toEqual(['solid', '4px']);
    await page.emulateMedia({ forcedColors: 'none' });
    await expect.poll(() => told(page)).toEqual({});
  });
});

describe('controls low and left hand', () => {
  it('keeps answers and the language below the middle of a tall screen, and is not offered on a wide one', async () => {
    const { page } = await atHome();
    await page.setViewportSize({ width: 1080, height: 1920 });
    await choose(page, { low: true });
    await starting(page, 'Geld en toeslagen').click();
    await starting(page, 'Huurtoeslag').first().click();
    await page.locator('[data-answer]').first().waitFor();
    const tops = await page.evaluate(() =>
      [...document.querySelectorAll('button')].map((button) => button.getBoundingClientRect().top),
    );
    expect(Math.min(...tops)).toBeGreaterThanOrEqual(960);
    await page.setViewportSize({ width: 1920, height: 1080 });
    await expect.poll(() => told(page)).toEqual({});
    await openDisplay(page);
    expect(await page.getByRole('button', { name: new RegExp(`^${nl.display.low}`) }).count()).toBe(0);
    await closeDisplay(page);
  });

  it('puts the answers at the left of a wide screen', async () => {
    const { page } = await atHome();
    await page.setViewportSize({ width: 1920, height: 1080 });
    await starting(page, 'Geld en toeslagen').click();
    await starting(page, 'Huurtoeslag').first().click();
    const place = async () => (await page.locator('[data-answer]').first().boundingBox())?.x ?? 0;
    await page.locator('[data-answer]').first().waitFor();
    expect(await place()).toBeGreaterThan(600);
    await choose(page, { leftHand: true });
    expect(await place()).toBeLessThan(100);
  });

  it('leads to an outcome with controls low and text at 200%', async () => {
    const { page } = await atHome();
    await page.setViewportSize({ width: 1080, height: 1920 });
    await choose(page, { low: true, text: 200 });
    await starting(page, 'Geld en toeslagen').click();
    await starting(page, 'Huurtoeslag').first().click();
    await toOutcome(page);
    expect(await page.locator('[data-verdict] ol li').count()).toBeGreaterThan(0);
  });
});
