import type { Locator } from 'playwright';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { ar } from '../../renderer/words/ar/screens.ts';
import { type Kiosk, launchKiosk } from './launch-kiosk.ts';
import { begin, touch } from './walk-through.ts';

let kiosk: Kiosk;
beforeAll(async () => {
  kiosk = await launchKiosk({ language: 'ar' });
  await begin(kiosk.page(), ar);
});
afterAll(() => kiosk?.close());

it('lays the page out from right to left: the name of the product stands at the right', async () => {
  const page = kiosk.page();
  expect(await page.evaluate(() => document.documentElement.dir)).toBe('rtl');
  const logo = await page.locator('header > div').first().boundingBox();
  expect(logo?.x).toBeGreaterThan(
    (page.viewportSize()?.width ?? (await page.evaluate(() => innerWidth))) / 2,
  );
});

it('marks content that is not there in the language with the language it is in', async () => {
  const fallback = kiosk.page().locator('li[data-tint] bdi').first();
  expect(await fallback.getAttribute('lang')).toBe('nl');
  expect(await fallback.getAttribute('dir')).toBe('ltr');
});

it('turns the arrows', async () => {
  const scale = await kiosk
    .page()
    .locator('nav .mirrored')
    .first()
    .evaluate((arrow) => new DOMMatrix(getComputedStyle(arrow).transform).a);
  expect(scale).toBe(-1);
});

it('says of an article that is only there in Dutch, and not of the words of the screen around it, that it is Dutch', async () => {
  const page = kiosk.page();
  await page.locator('[data-tint="money"] button').first().click();
  await page.locator('section').nth(1).getByRole('button').first().click();
  const contacts = page.getByRole('heading', { name: ar.outcome.contacts, exact: true });
  await contacts.waitFor();
  const around = (text: Locator) =>
    text.evaluate((element) => element.closest<HTMLElement>('[lang]')?.lang ?? '');
  expect(await around(page.locator('h1 > *'))).toBe('nl');
  expect(await around(page.locator('article p').first())).toBe('nl');
  expect(await around(contacts)).toBe('ar');
  await touch(page, ar.bar.home);
});

it('puts what is found in Dutch at the side where the screen begins', async () => {
  const page = kiosk.page();
  await touch(page, ar.search.button);
  await page.getByRole('textbox').fill('huurtoeslag');
  const title = page.locator('main button [lang=nl]').first();
  await title.waitFor();
  expect(
    await title.evaluate((text) => [getComputedStyle(text).direction, getComputedStyle(text).textAlign]),
  ).toEqual(['ltr', 'end']);
});
