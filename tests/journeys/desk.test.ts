import { afterAll, beforeAll, expect, it } from 'vitest';
import { nl } from '../../renderer/words/nl/screens.ts';
import { type Kiosk, launchKiosk } from './launch-kiosk.ts';
import { begin, heading, touch } from './walk-through.ts';

let kiosk: Kiosk;
beforeAll(async () => {
  kiosk = await launchKiosk();
});
afterAll(() => kiosk?.close());

const ticket = async () => {
  await heading(kiosk.page(), nl.desk.title).waitFor();
  return Number(await kiosk.page().locator('strong').textContent());
};

it('leads from the first screen to the desk, with a number to say, and on from there', async () => {
  await touch(kiosk.page(), nl.bar.desk);
  expect(await ticket()).toBe(1);
  expect(await kiosk.page().locator('main').textContent()).toContain(
    nl.desk.twoTicket.replace('{{ticket}}', '1'),
  );
  await touch(kiosk.page(), nl.desk.back);
  await heading(kiosk.page(), nl.home.title).waitFor();
});

it('gives a visit the same number again, and the next visit the next one', async () => {
  await touch(kiosk.page(), nl.bar.desk);
  expect(await ticket()).toBe(1);
  const next = await kiosk.nextVisit(() => touch(kiosk.page(), nl.bar.stop));
  await begin(next);
  await touch(next, nl.bar.desk);
  expect(await ticket()).toBe(2);
});
