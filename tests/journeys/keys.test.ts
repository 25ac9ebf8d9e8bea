import type { Page } from 'playwright';
import { describe, expect, it } from 'vitest';
import { nl } from '../../renderer/words/nl/screens.ts';
import { kioskAllDay } from './kiosk-all-day.ts';
import { tellPage } from './tell-page.ts';
import { toOutcome } from './to-take-along.ts';
import { arrived, atRest, begin, heading, touch } from './walk-through.ts';

const atAttract = kioskAllDay({ idleSeconds: 600 });
const start = async (): Promise<Page> => (await atAttract()).page();

/** What has the focus: the name of a control, or the tag of what is none. */
const focused = (page: Page) =>
  page.evaluate(() => {
    const here = document.activeElement;
    return (here?.getAttribute('aria-label') ?? here?.textContent ?? '').trim().slice(0, 80);
  });

/** Presses `key` until a control whose name begins with this has the focus. */
async function stepTo(page: Page, key: string, name: string): Promise<void> {
  for (let steps = 0; steps < 60; steps++) {
    await page.keyboard.press(key);
    if ((await focused(page)).startsWith(name)) return;
  }
  throw new Error(`No control "${name}" in sixty steps; the last was "${await focused(page)}".`);
}

/** All names that come by with `key`, until the first comes again; `ringless` in the page are those without a ring. */
async function round(page: Page, key: string): Promise<string[]> {
  const seen: string[] = [];
  await page.evaluate(() => Object.assign(window, { seen: [], ringless: [] }));
  for (let steps = 0; steps < 140; steps++) {
    await page.keyboard.press(key);
    const now = await page.evaluate(async () => {
      // Nobody presses twice in a frame: what this press scrolled into sight is there before the next.
      await new Promise((shown) => requestAnimationFrame(() => requestAnimationFrame(shown)));
      const here = document.activeElement;
      const all: Element[] = Reflect.get(window, 'seen');
      if (here === document.body || here === null) return 'nothing';
      // The field to search with has its ring around what stands in it too.
      const ringed = here.matches('input') ? here.parentElement : here;
      const { outlineStyle, outlineWidth } = getComputedStyle(ringed ?? here);
      if (outlineStyle !== 'solid' || Number.parseFloat(outlineWidth) < 3)
        (Reflect.get(window, 'ringless') as string[]).push(here.outerHTML.slice(0, 100));
      if (!all.includes(here)) all.push(here);
      return `${all.indexOf(here)} ${(here.getAttribute('aria-label') ?? here.textContent ?? '').trim().slice(0, 60)}`;
    });
    if (seen.includes(now)) return seen;
    seen.push(now);
  }
  throw new Error('The focus never comes round.');
}

describe('with a keyboard', () => {
  it('goes round all controls of every sort of screen, each with a ring that can be seen', async () => {
    const page = await start();
    await begin(page);
    const reached = async (screen: string) => {
      await atRest(page);
      const names = await round(page, 'Tab');
      // What says that more follows comes and goes with what is in sight, so what is there now is looked for.
      const unreached = await page.evaluate(() => {
        const seen: Element[] = Reflect.get(window, 'seen');
        return [...document.querySelectorAll('button:enabled, input, [tabindex="0"]')]
          .filter((control) => control.getClientRects().length > 0 && !seen.includes(control))
          .map(({ outerHTML }) => outerHTML.slice(0, 120));
      });
      expect(unreached, `${screen}: ${names.join(' | ')}`).toEqual([]);
      expect(names.length, screen).toBeGreaterThan(8);
      expect(await page.evaluate(() => Reflect.get(window, 'ringless')), screen).toEqual([]);
    };
    await reached('home');
    await stepTo(page, 'Tab', 'Werk');
    const ring = await page.evaluate(() => {
      const style = getComputedStyle(document.activeElement ?? document.body);
      return [style.outlineStyle, style.outlineWidth, style.outlineOffset];
    });
    expect(ring).toEqual(['solid', '6px', '4px']);
    await touch(page, nl.search.button);
    await page.getByRole('textbox').fill('huurtoeslag');
    await page.locator('main mark').first().waitFor();
    await reached('search');
    await touch(page, nl.bar.home);
    await page.locator('[data-near]').click();
    await page.locator('[data-service]').first().waitFor();
    await reached('services');
    await page.locator('[data-service]').first().click();
    await page.getByRole('img', { name: nl.takeAlong.code }).waitFor();
    await reached('service');
    await touch(page, nl.bar.home);
    await toOutcome(page);
    await page.locator('[data-near-places] [data-service]').first().waitFor();
    await reached('outcome');
    await touch(page, nl.bar.back);
    await page.locator('[data-answer]').first().waitFor();
    await reached('question');
    await touch(page, nl.bar.desk);
    await heading(page, nl.desk.title).waitFor();
    await reached('desk');
  });

  it('keeps the focus in a sheet and gives it back afterwards', async () => {
    const page = await start();
    await begin(page);
    await stepTo(page, 'Tab', nl.display.title);
    await page.keyboard.press('Enter');
    await page.getByRole('dialog').waitFor();
    for (let steps = 0; steps < 24; steps++) {
      await page.keyboard.press('Tab');
      const outside = await page.evaluate(
        () => document.activeElement !== document.body && document.activeElement?.closest('dialog') === null,
      );
      expect(outside).toBe(false);
    }
    await page.keyboard.press('Escape');
    await page.getByRole('dialog').waitFor({ state: 'detached' });
    expect(await focused(page)).toBe(nl.display.title);
  });
});

describe('with two keys', () => {
  it('begins by itself when the first key is the space bar, and leads to an outcome with Space and Enter alone', async () => {
    const page = await start();
    // What hears the keys comes after the first paint.
    await expect
      .poll(
        async () => {
          await page.keyboard.press(' ');
          return page.evaluate(() => document.documentElement.dataset['keys']);
        },
        { timeout: 10_000 },
      )
      .toBe('two');
    if (!(await focused(page)).startsWith(nl.attract.start)) await stepTo(page, ' ', nl.attract.start);
    await page.keyboard.press('Enter');
    await heading(page, nl.home.title).waitFor();
    await arrived(page);
    await stepTo(page, ' ', 'Geld en toeslagen');
    await page.keyboard.press('Enter');
    await heading(page, 'Geld en toeslagen').waitFor();
    await arrived(page);
    await stepTo(page, ' ', 'Huurtoeslag');
    await page.keyboard.press('Enter');
    for (
      let questions = 0;
      questions < 8 && (await page.locator('[data-verdict]').count()) === 0;
      questions++
    ) {
      await page.locator('[data-answer]').first().waitFor();
      await arrived(page);
      const before = await page.locator('h1').textContent();
      await stepTo(page, ' ', nl.flow.dontKnow);
      await page.keyboard.press('Enter');
      await page.waitForFunction((old) => document.querySelector('h1')?.textContent !== old, before);
    }
    expect(await page.locator('[data-verdict] ol li').count()).toBeGreaterThan(0);
    await stepTo(page, ' ', nl.bar.home);
  });

  it('goes round in a sheet as well, and reads on and back in what scrolls', async () => {
    const kiosk = await atAttract();
    const page = kiosk.page();
    await page.setViewportSize({ width: 1080, height: 1920 });
    await begin(page);
    await touch(page, nl.display.title);
    await page.getByRole('button', { name: '200%' }).click();
    await page.getByRole('button', { name: new RegExp(`^${nl.display.twoKeys} `) }).click();
    // Calm, so that each press is over at once.
    await page.getByRole('button', { name: new RegExp(`^${nl.display.calm} `) }).click();
    const inSheet = await round(page, ' ');
    expect(inSheet.length).toBeGreaterThan(8);
    expect(inSheet.join()).not.toContain(nl.bar.home);
    // What comes over it has the keys, although it stands before it in the page.
    await tellPage(kiosk, 'idle:warned', { secondsLeft: 20 });
    await page.getByRole('timer').waitFor();
    const inWarning = await round(page, ' ');
    for (const name of [nl.idle.stay, nl.idle.helped, nl.idle.stop]) expect(inWarning.join()).toContain(name);
    expect(inWarning.join()).not.toContain(nl.display.done);
    await stepTo(page, ' ', nl.idle.stay);
    await page.keyboard.press('Enter');
    await page.getByRole('timer').waitFor({ state: 'detached' });
    await stepTo(page, ' ', nl.display.done);
    await page.keyboard.press('Enter');
    await page.getByRole('dialog').waitFor({ state: 'detached' });
    // The part that scrolls is a control of its own: Enter reads on, and from the end back to the top.
    const top = () => page.locator('main [tabindex="0"]').evaluate((area) => area.scrollTop);
    for (let steps = 0; steps < 40; steps++) {
      await page.keyboard.press(' ');
      if (await page.evaluate(() => document.activeElement?.matches('main [tabindex="0"]'))) break;
    }
    const before = await top();
    await page.keyboard.press('Enter');
    await expect.poll(top).toBeGreaterThan(before);
    await expect
      .poll(async () => {
        await page.keyboard.press('Enter');
        return top();
      })
      .toBe(0);
  });

  it('takes a key that is held for one press', async () => {
    const page = await start();
    await begin(page);
    await touch(page, nl.display.title);
    await page.getByRole('button', { name: new RegExp(`^${nl.display.twoKeys} `) }).click();
    await touch(page, nl.display.done);
    await page.getByRole('dialog').waitFor({ state: 'detached' });
    await stepTo(page, ' ', 'Geld en toeslagen');
    await page.keyboard.down(' ');
    const once = await focused(page);
    for (let repeats = 0; repeats < 5; repeats++) await page.keyboard.down(' ');
    expect(await focused(page)).toBe(once);
    await page.keyboard.up(' ');
    await page.keyboard.press(' ');
    expect(await focused(page)).not.toBe(once);
  });

  it('leaves the space bar as it is for those who have a keyboard', async () => {
    const page = await start();
    await begin(page);
    await stepTo(page, 'Tab', nl.display.title);
    await page.keyboard.press(' ');
    await page.getByRole('dialog', { name: nl.display.title }).waitFor();
    const keys = () => page.evaluate(() => document.documentElement.dataset['keys']);
    expect(await keys()).toBeUndefined();
    // Neither where it scrolls, with the heading in focus.
    await page.keyboard.press('Escape');
    await page.getByRole('dialog').waitFor({ state: 'detached' });
    await touch(page, nl.bar.desk);
    await heading(page, nl.desk.title).waitFor();
    await arrived(page);
    await page.keyboard.press(' ');
    await page.keyboard.press('Shift');
    expect(await keys()).toBeUndefined();
  });
});
