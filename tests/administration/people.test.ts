import { afterAll, beforeAll, expect, it } from 'vitest';
import { en } from '../../renderer/words/en/administration.ts';
import { nl } from '../../renderer/words/nl/administration.ts';
import { readAudit } from '../../server/accounts/audit.ts';
import { addStaff, listStaff } from '../../server/organisations/staff.ts';
import { type OwnServer, startOwnServer } from '../builders/a-server.ts';
import { violationsOf } from '../builders/violations-of.ts';
import { judgePage } from './judge-page.ts';
import { NARROW, type OwnBrowser, startBrowser } from './own-browser.ts';
import { picture } from './picture.ts';
import { endSessions, signInThere, visitAs } from './sign-in-as.ts';

let server: OwnServer;
let browser: OwnBrowser;

beforeAll(async () => {
  [server, browser] = await Promise.all([startOwnServer(), startBrowser()]);
});
afterAll(async () => {
  await browser.close();
  await server.remove();
});

const words = nl.people;
const of = (text: string, name: string) => text.replaceAll('{{name}}', name);
const inStore = () => listStaff(server.store, 'delft');

it('puts people on the list by keyboard alone, gives them another role, and takes them off', async () => {
  const page = await visitAs({ server, browser }, 'administrator', 'people');
  await page.getByText(words.none, { exact: true }).waitFor();
  await judgePage(page);
  await picture(page, 'people-none');
  const { keyboard } = page;
  await page.getByRole('button', { name: words.add, exact: true }).focus();
  await keyboard.press('Enter');
  const name = page.getByLabel(words.nameField);
  // Nothing filled in, an id that is none, and one that is of a device's own admin.
  await page.getByRole('button', { name: words.make, exact: true }).press('Enter');
  await page.getByText(words.noName, { exact: true }).waitFor();
  expect(await name.evaluate((field) => field === document.activeElement)).toBe(true);
  await keyboard.type('Sam <b>B.</b>');
  for (const wrong of ['Sam B.', 'admin']) {
    await page.getByLabel(words.idField).fill(wrong);
    await keyboard.press('Enter');
    await page.getByText(words.noId, { exact: true }).waitFor();
  }
  await page.getByLabel(words.idField).fill('balie-3');
  expect(await violationsOf(page)).toEqual([]);
  await judgePage(page);
  await picture(page, 'person-new');
  await page.getByLabel(words.idField).press('Enter');
  await page.getByRole('status').getByText(of(words.added, 'Sam <b>B.</b>')).waitFor();
  expect(await inStore()).toEqual([{ id: 'balie-3', name: 'Sam <b>B.</b>', role: 'staff' }]);

  await addStaff(server.store, 'delft', { id: 'balie-4', name: 'Noor', role: 'admin' });
  await page.getByRole('button', { name: words.add, exact: true }).click();
  await name.fill('Kim');
  await page.getByLabel(words.idField).fill('balie-4');
  await keyboard.press('Enter');
  await page.getByText(words.taken, { exact: true }).waitFor();
  await keyboard.press('Escape');

  await page.reload();
  await judgePage(page);
  await picture(page, 'people');
  await page.getByRole('button', { name: of(words.changeOf, 'Sam <b>B.</b>') }).click();
  await name.fill('Sam');
  await page.getByLabel(words.role.admin, { exact: false }).check();
  await judgePage(page);
  await picture(page, 'person-change');
  await page.getByRole('button', { name: words.save, exact: true }).click();
  await page.getByRole('status').getByText(of(words.changed, 'Sam')).waitFor();
  expect(await inStore()).toContainEqual({ id: 'balie-3', name: 'Sam', role: 'admin' });
  await page.getByRole('button', { name: of(words.removeOf, 'Sam') }).click();
  expect(await violationsOf(page)).toEqual([]);
  await page.getByRole('button', { name: words.askRemove.yes, exact: true }).click();
  await page.getByRole('status').getByText(of(words.removed, 'Sam')).waitFor();
  expect((await inStore()).map(({ id }) => id)).toEqual(['balie-4']);
  // What is written down of an id is of one person: who comes gets another one.
  await page.getByRole('button', { name: words.add, exact: true }).click();
  await name.fill('Kim');
  await page.getByLabel(words.idField).fill('balie-3');
  await keyboard.press('Enter');
  await page.getByText(words.taken, { exact: true }).waitFor();
  // The trail says what was done, by ids and no names.
  const { entries } = await readAudit(server.store.db, 'delft');
  expect(entries.slice(0, 3).map(({ what }) => what)).toEqual([
    ...['person-removed', 'person-changed', 'person-added'],
  ]);
  expect(JSON.stringify(entries)).not.toContain('Sam');
});

it('keeps what was typed when a press in a field is let go beside the dialog, or the other way round', async () => {
  const page = await visitAs({ server, browser }, 'administrator', 'people');
  await page.getByRole('button', { name: words.add, exact: true }).click();
  const name = page.getByLabel(words.nameField);
  await name.fill('Robin');
  const dialog = page.getByRole('dialog');
  const [field, edge] = [await name.boundingBox(), await dialog.boundingBox()];
  if (field === null || edge === null) throw new Error('nothing to press');
  const within = [field.x + field.width / 2, field.y + field.height / 2] as const;
  const beside = [edge.x - 40, within[1]] as const;
  for (const [from, to] of [[within, beside] as const, [beside, within] as const]) {
    await page.mouse.move(...from);
    await page.mouse.down();
    await page.mouse.move(...to);
    await page.mouse.up();
    expect(await name.inputValue()).toBe('Robin');
  }
  await page.mouse.click(...beside);
  await dialog.waitFor({ state: 'detached' });
});

it('keeps what was typed when the session ended meanwhile, until somebody signed in in a new tab', async () => {
  const page = await visitAs({ server, browser }, 'administrator', 'people');
  await page.getByRole('button', { name: words.add, exact: true }).click();
  await page.getByLabel(words.nameField).fill('Robin');
  await page.getByLabel(words.idField).fill('balie-5');
  await endSessions(server, page);
  const make = page.getByRole('button', { name: words.make, exact: true });
  await make.click();
  await page.getByRole('alert').getByText(nl.failed.notSignedIn).waitFor();
  expect(await violationsOf(page)).toEqual([]);
  await signInThere(server, page, 'administrator');
  await make.click();
  await page.getByRole('status').getByText(of(words.added, 'Robin')).waitFor();
});

it('is no page for who is no administrator, and of the own library', async () => {
  const publisher = await visitAs({ server, browser }, 'publisher', 'people');
  await publisher.getByRole('heading', { name: nl.notThere.title }).waitFor();
  expect(await publisher.getByText('Noor').count()).toBe(0);
  const theirs = await visitAs({ server, browser }, 'administrator', 'people', { library: 'gouda' });
  await theirs.getByText(words.none, { exact: true }).waitFor();
});

it('fits a telephone, also in English', async () => {
  const page = await visitAs({ server, browser }, 'administrator', 'people', {
    size: NARROW,
    language: 'en',
  });
  await page.getByText(en.people.role.admin, { exact: true }).waitFor();
  await judgePage(page);
  await picture(page, 'people-narrow');
  await page.getByRole('button', { name: en.people.add, exact: true }).click();
  await judgePage(page);
  await picture(page, 'person-new-narrow');
});
