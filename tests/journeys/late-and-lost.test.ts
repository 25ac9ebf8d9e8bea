import type { Page } from 'playwright';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { nl } from '../../renderer/words/nl/screens.ts';
import { failCall, holdCall } from './hold-call.ts';
import { type Kiosk, launchKiosk } from './launch-kiosk.ts';
import { begin, heading, starting, touch } from './walk-through.ts';

let kiosk: Kiosk;
beforeAll(async () => {
  kiosk = await launchKiosk({ idleSeconds: 600 });
  await begin(kiosk.page());
});
afterAll(() => kiosk?.close());
beforeEach(async () => {
  const page = kiosk.page();
  if ((await page.locator('h1').textContent()) !== nl.home.title) await touch(page, nl.bar.home);
  await heading(page, nl.home.title).waitFor();
});

/** All that main answered so far has come to the page, and is drawn. */
const answered = (page: Page) =>
  page.evaluate(async () => {
    await window.balie.invoke('desk:ticket', {});
    await new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve)));
  });
/** The tag of what has the focus. */
const focused = (page: Page) => page.evaluate(() => document.activeElement?.tagName);

/** The first of what a topic has to read. */
const article = (page: Page) =>
  page
    .locator('section')
    .filter({ has: page.getByRole('heading', { name: nl.topic.articles, exact: true }) })
    .getByRole('button')
    .first();

describe('a page that comes late', () => {
  it('does not take along a visitor who went elsewhere meanwhile', async () => {
    const page = kiosk.page();
    await starting(page, 'Geld en toeslagen').click();
    await heading(page, 'Geld en toeslagen').waitFor();
    const letGo = await holdCall(kiosk.app, 'content:flow');
    await starting(page, 'Huurtoeslag').first().click();
    await touch(page, nl.bar.back);
    await heading(page, nl.home.title).waitFor();
    await letGo();
    await answered(page);
    expect(await page.locator('h1').textContent()).toBe(nl.home.title);
  });

  it('comes once to whoever pressed twice', async () => {
    const page = kiosk.page();
    const letGo = await holdCall(kiosk.app, 'content:topic');
    await starting(page, 'Geld en toeslagen').dblclick();
    await letGo();
    await heading(page, 'Geld en toeslagen').waitFor();
    await answered(page);
    await touch(page, nl.bar.back);
    await answered(page);
    expect(await page.locator('h1').textContent()).toBe(nl.home.title);
  });
});

describe('a page that cannot be shown', () => {
  it('leaves the ways that the bar has: to the desk, and home', async () => {
    const page = kiosk.page();
    const failing = await failCall(kiosk.app, 'content:topic');
    await starting(page, 'Geld en toeslagen').click();
    await heading(page, nl.failed.title).waitFor();
    await failing.stop();
    await touch(page, nl.bar.desk);
    await heading(page, nl.desk.title).waitFor();
    // What failed is not on the way back.
    await touch(page, nl.bar.back);
    await heading(page, nl.home.title).waitFor();
  });

  it('leaves the way home from home itself', async () => {
    const page = kiosk.page();
    const failing = await failCall(kiosk.app, 'content:topic');
    await starting(page, 'Geld en toeslagen').click();
    await heading(page, nl.failed.title).waitFor();
    await failing.stop();
    await touch(page, nl.bar.home);
    await heading(page, nl.home.title).waitFor();
  });

  it('is one step away from where it was asked, and no more', async () => {
    const page = kiosk.page();
    await starting(page, 'Geld en toeslagen').click();
    await heading(page, 'Geld en toeslagen').waitFor();
    const failing = await failCall(kiosk.app, 'content:article');
    await article(page).click();
    await heading(page, nl.failed.title).waitFor();
    await failing.stop();
    await touch(page, nl.bar.back);
    await heading(page, 'Geld en toeslagen').waitFor();
  });

  it('does not take along a visitor who went elsewhere meanwhile', async () => {
    const page = kiosk.page();
    await starting(page, 'Geld en toeslagen').click();
    await heading(page, 'Geld en toeslagen').waitFor();
    const failing = await failCall(kiosk.app, 'content:article');
    const letGo = await holdCall(kiosk.app, 'content:article');
    await article(page).click();
    await touch(page, nl.bar.back);
    await heading(page, nl.home.title).waitFor();
    await letGo();
    await answered(page);
    await failing.stop();
    expect(await page.locator('h1').textContent()).toBe(nl.home.title);
  });

  it('leaves the list of services as it was, when more of it does not come', async () => {
    const page = kiosk.page();
    await starting(page, 'Geld en toeslagen').click();
    await page.locator('[data-near]').click();
    await heading(page, nl.directory.title).waitFor();
    const services = await page.locator('[data-service]').count();
    const failing = await failCall(kiosk.app, 'directory:list');
    const letGoMore = await holdCall(kiosk.app, 'directory:list');
    const letGo = await holdCall(kiosk.app, 'directory:service');
    // Asked while a service was on its way, and refused when that stands there: who reads it is not taken along.
    await page.locator('[data-service]').first().click();
    await touch(page, nl.directory.more);
    await letGo();
    await page.locator('[data-service]').first().waitFor({ state: 'detached' });
    await letGoMore();
    await answered(page);
    expect(await heading(page, nl.failed.title).count()).toBe(0);
    await touch(page, nl.bar.back);
    await touch(page, nl.directory.more);
    await heading(page, nl.failed.title).waitFor();
    await failing.stop();
    await touch(page, nl.bar.back);
    await heading(page, nl.directory.title).waitFor();
    expect(await page.locator('[data-service]').count()).toBe(services);
    expect(await page.locator('[data-chosen=topic]').count()).toBe(1);
  });

  it('also when it is there and cannot be drawn', async () => {
    const page = kiosk.page();
    await starting(page, 'Geld en toeslagen').click();
    await page.locator('[data-near]').click();
    await page.locator('[data-service]').first().waitFor();
    // What a service is spoken in is written with this.
    const whole = await page.evaluateHandle(() => Intl.ListFormat);
    await page.evaluate(() => Reflect.deleteProperty(Intl, 'ListFormat'));
    await page.locator('[data-service]').first().click();
    await heading(page, nl.failed.title).waitFor();
    await whole.evaluate((format) => Reflect.set(Intl, 'ListFormat', format));
    await touch(page, nl.bar.back);
    await heading(page, nl.directory.title).waitFor();
  });
});

describe('whoever goes by keys stays where they are when a button goes away', () => {
  const press = async (page: Page, button: string) => {
    await page.getByRole('button', { name: button, exact: true }).focus();
    await page.keyboard.press('Enter');
  };

  it('in the search: in the field', async () => {
    const page = kiosk.page();
    await touch(page, nl.search.button);
    await page.getByRole('textbox').fill('huur');
    for (const button of [nl.search.clear, nl.keyboard.done, nl.keyboard.show]) {
      await press(page, button);
      await page.getByRole('button', { name: button, exact: true }).waitFor({ state: 'detached' });
      expect(await focused(page), button).toBe('INPUT');
    }
  });

  it('at the desk: on what was pressed, though it cannot be pressed again', async () => {
    const page = kiosk.page();
    await touch(page, nl.bar.desk);
    await heading(page, nl.desk.title).waitFor();
    await press(page, nl.idle.helped);
    await page.getByRole('button', { name: nl.idle.helped, exact: true, disabled: true }).waitFor();
    await answered(page);
    expect(await page.evaluate(() => document.activeElement?.textContent)).toBe(nl.idle.helped);
  });

  it('in the directory: at its heading, with a choice let go', async () => {
    const page = kiosk.page();
    await starting(page, 'Geld en toeslagen').click();
    await page.locator('[data-near]').click();
    await page.locator('[data-chosen=topic]').focus();
    await page.keyboard.press('Enter');
    await page.locator('[data-chosen=topic]').waitFor({ state: 'detached' });
    await answered(page);
    expect(await focused(page)).toBe('H1');
  });
});
