import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Locator, Page } from 'playwright';
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { Role } from '../../core/contract/administration/role.ts';
import type { Service } from '../../core/domain/directory/service.ts';
import { nl } from '../../renderer/words/nl/administration.ts';
import { listServices, removeService } from '../../server/directory/directory-services.ts';
import { type OwnServer, startOwnServer } from '../builders/a-server.ts';
import { aService } from '../builders/a-service.ts';
import { aStore } from '../builders/a-store.ts';
import { importFiles, servicesIn } from '../builders/import-directory.ts';
import { violationsOf } from '../builders/violations-of.ts';
import { judgePage } from './judge-page.ts';
import { NARROW, type OpenOptions, type OwnBrowser, startBrowser } from './own-browser.ts';
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

const words = nl.directory;
const visit = (
  role: Role,
  path = 'directory',
  options: OpenOptions & { library?: string } = {},
): Promise<Page> => visitAs({ server, browser }, role, path, options);
const inStore = async (): Promise<readonly Service[]> =>
  (await listServices(server.store.db, 'delft')).map(({ service }) => service);

it('takes a file of services in, and gives one out that a kiosk takes', async () => {
  const page = await visit('editor');
  await page.getByText(words.none, { exact: true }).waitFor();
  await judgePage(page);
  const file = join(server.data, 'services.json');
  const old = aService({ assured_date: '2024-05-01', email: 'taal@voorbeeld.nl' });
  const today = new Date().toISOString().slice(0, 10);
  const fresh = aService({ id: 'loket', name: 'Formulierenhulp', assured_date: today });
  writeFileSync(file, JSON.stringify([old, fresh, { id: 'x', name: 7 }]));
  await page.locator('[data-bring-in]').setInputFiles(file);
  await page.locator('[data-service="taalcafe"]').waitFor();
  await page.getByRole('status').getByText('2 diensten binnen, 1 niet te gebruiken.').waitFor();
  await judgePage(page);
  await picture(page, 'directory');
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('link', { name: words.takeOut }).click(),
  ]);
  const saved = join(server.data, 'out.json');
  await download.saveAs(saved);
  const store = aStore('content');
  await importFiles(store, { 'services.json': readFileSync(saved, 'utf8') });
  expect(
    servicesIn(store)
      .map(({ id }) => id)
      .sort(),
  ).toEqual(['loket', 'taalcafe']);
});

it('changes a service and puts its review off, with the whole rest of it kept', async () => {
  const page = await visit('editor');
  await page.getByRole('link', { name: 'Wijzig: Taalcafé' }).click();
  await page.getByLabel(words.form.name).waitFor();
  await judgePage(page);
  await picture(page, 'directory-service');
  await page.getByLabel(words.form.url).fill('javascript:alert(1)');
  await page.getByRole('button', { name: words.form.save }).click();
  expect(await page.getByLabel(words.form.url).getAttribute('aria-invalid')).toBe('true');
  await page.getByLabel(words.form.url).fill('https://voorbeeld.nl/taal');
  await page.getByLabel(words.form.fees).fill('<b>Gratis</b> & "vrij"');
  await page.getByRole('button', { name: words.form.today }).click();
  await page.getByRole('button', { name: words.form.save }).click();
  await page.getByText('Taalcafé is bewaard.').waitFor();
  await page.locator('[data-service="taalcafe"]').getByText(words.due.fine, { exact: true }).waitFor();
  const changed = (await inStore()).find(({ id }) => id === 'taalcafe');
  expect(changed).toMatchObject({
    ...{ url: 'https://voorbeeld.nl/taal', fees_description: '<b>Gratis</b> & "vrij"' },
    ...{ schedules: aService().schedules, attributes: aService().attributes },
  });
});

it('shows which day is none, and goes there, by the keyboard alone', async () => {
  const page = await visit('editor', 'directory/loket');
  const review = page.getByLabel(words.form.review);
  const assured = page.getByLabel(words.form.assured);
  const focused = (field: Locator) => field.evaluate((each) => document.activeElement === each);
  const toSave = () => page.getByRole('button', { name: words.form.save }).focus();
  const refused = async (field: Locator) => {
    await toSave();
    await page.keyboard.press('Enter');
    await page.getByText(nl.failed.badRequest).waitFor();
    expect(await field.getAttribute('aria-invalid')).toBe('true');
    expect(await focused(field)).toBe(true);
    expect(await page.getByRole('alert').count()).toBe(0);
  };
  await review.fill('');
  await refused(review);
  await judgePage(page);
  await picture(page, 'directory-no-day');
  // A day that February has not, whether the day stands before the month or behind it: the browser has no value for it.
  const toFebruary = async (field: Locator) => {
    await field.fill('2026-01-30');
    await field.focus();
    for (const key of ['ArrowUp', 'ArrowRight', 'ArrowUp']) await page.keyboard.press(key);
    expect(await field.inputValue()).toBe('');
  };
  await toFebruary(review);
  await refused(review);
  await review.fill('2027-02-28');
  await toFebruary(assured);
  await refused(assured);
  await picture(page, 'directory-wrong-day');
  await assured.fill('2026-02-28');
  await toSave();
  await page.keyboard.press('Enter');
  await page.getByText('Formulierenhulp is bewaard.').waitFor();
});

it('lets nobody write over what another changed meanwhile', async () => {
  const [one, other] = await Promise.all([
    visit('editor', 'directory/loket'),
    visit('editor', 'directory/loket'),
  ]);
  for (const page of [one, other]) await page.getByLabel(words.form.phone).fill('010 1234567');
  await one.getByRole('button', { name: words.form.save }).click();
  await one.getByText('Formulierenhulp is bewaard.').waitFor();
  await other.getByRole('button', { name: words.form.save }).click();
  await other.getByText(words.form.taken).waitFor();
});

it('adds a service, and reminds its own contact of one whose day has passed', async () => {
  const page = await visit('editor', 'directory/new', { size: NARROW });
  await page.getByLabel(words.form.name).fill('Taalmaatje');
  await page.getByLabel(words.form.organization).fill('De bibliotheek');
  await page.getByLabel(words.form.email).fill('maatje@voorbeeld.nl');
  await page.getByLabel(words.form.review).fill('2026-01-01');
  await judgePage(page);
  // Somebody who is not sure presses twice, before the server has answered.
  await page.getByRole('button', { name: words.form.save }).dblclick();
  await page.getByText('Taalmaatje is bewaard.').waitFor();
  await judgePage(page);
  await picture(page, 'directory-narrow');
  await page.getByRole('button', { name: words.remindOf.replace('{{name}}', 'Taalmaatje') }).click();
  await page.getByText(/Herinnerd op/).waitFor();
  const rows = await listServices(server.store.db, 'delft');
  const added = rows.filter(({ service }) => service.name === 'Taalmaatje');
  expect(added.map(({ reminded_at }) => typeof reminded_at)).toEqual(['string']);
});

it('keeps what was typed when the session ended meanwhile, until somebody signed in in a new tab', async () => {
  const page = await visit('editor', 'directory/new');
  await page.getByLabel(words.form.name).fill('Spreekuur belasting');
  await page.getByLabel(words.form.organization).fill('De bibliotheek');
  await page.getByLabel(words.form.description).fill('Elke dinsdag, zonder afspraak.');
  await endSessions(server, page);
  const save = page.getByRole('button', { name: words.form.save });
  await save.click();
  await page.getByRole('alert').getByText(nl.failed.notSignedIn).waitFor();
  await judgePage(page);
  await picture(page, 'directory-signed-out');
  await signInThere(server, page, 'editor');
  await save.click();
  await page.getByText('Spreekuur belasting is bewaard.').waitFor();
  expect(await inStore()).toContainEqual(
    expect.objectContaining({ description: 'Elke dinsdag, zonder afspraak.' }),
  );
});

it('takes a service out after a question, and says so', async () => {
  const page = await visit('editor', 'directory', { size: NARROW });
  await page.getByRole('link', { name: words.editOf.replace('{{name}}', 'Taalmaatje') }).click();
  const ask = page.getByRole('button', { name: words.removeOf.replace('{{name}}', 'Taalmaatje') });
  await ask.click();
  const dialog = page.getByRole('dialog', { name: words.askRemove.title.replace('{{name}}', 'Taalmaatje') });
  await dialog.getByText(words.askRemove.text).waitFor();
  expect(await violationsOf(page)).toEqual([]);
  await picture(page, 'directory-remove-narrow');
  await dialog.getByRole('button', { name: nl.cancel, exact: true }).click();
  expect(await ask.evaluate((each) => document.activeElement === each)).toBe(true);
  expect((await inStore()).map(({ name }) => name)).toContain('Taalmaatje');
  await judgePage(page);
  await ask.click();
  await dialog.getByRole('button', { name: words.askRemove.yes }).click();
  await page.getByRole('status').getByText(words.removed.replace('{{name}}', 'Taalmaatje')).waitFor();
  await judgePage(page);
  expect(await page.getByRole('heading', { name: 'Taalmaatje' }).count()).toBe(0);
  expect((await inStore()).map(({ name }) => name)).not.toContain('Taalmaatje');
});

it('says that a service is not there any more which another one took out meanwhile', async () => {
  const page = await visit('editor', 'directory/loket');
  const ask = page.getByRole('button', { name: words.removeOf.replace('{{name}}', 'Formulierenhulp') });
  await ask.waitFor();
  await removeService(server.store.db, 'delft', 'loket');
  await ask.click();
  await page.getByRole('dialog').getByRole('button', { name: words.askRemove.yes }).click();
  await page.getByRole('alert').getByText(nl.failed.notFound).waitFor();
});

it('is of one library, and readers only read it', async () => {
  const theirs = await visit('editor', 'directory', { library: 'gouda' });
  await theirs.getByText(words.none, { exact: true }).waitFor();
  const reader = await visit('reader');
  await reader.locator('[data-service="taalcafe"]').waitFor();
  expect(await reader.getByRole('link', { name: /Wijzig/ }).count()).toBe(0);
  expect(await reader.getByRole('button', { name: words.bringIn }).count()).toBe(0);
  // By its address a reader comes to the page of one all the same.
  const one = await visit('reader', 'directory/taalcafe');
  await one.getByLabel(words.form.name).waitFor();
  expect(await one.getByRole('button', { name: /^Haal weg/ }).count()).toBe(0);
});

/** Three services, of which the server takes the middle one not: it is larger than any text may be. */
const THREE = ['eerste', 'veel', 'laatste'].map((id) =>
  aService({ id, name: `Dienst ${id}`, ...(id === 'veel' && { description: 'д'.repeat(400_000) }) }),
);
const bringIn = (page: Page, services: readonly Service[]) =>
  page.locator('[data-bring-in]').setInputFiles({
    ...{ name: 'services.json', mimeType: 'application/json' },
    buffer: Buffer.from(JSON.stringify(services)),
  });

it('brings in what comes after a service that the server refuses, and says how many', async () => {
  const page = await visit('editor', 'directory', { library: 'gouda' });
  await bringIn(page, THREE);
  await page.getByRole('status').getByText('2 diensten binnen, 1 niet te gebruiken.').waitFor();
  const ids = await page
    .locator('[data-service]')
    .evaluateAll((all) => all.map((each) => each.dataset['service']));
  expect(ids.sort()).toEqual(['eerste', 'laatste']);
  expect(await page.getByRole('alert').count()).toBe(0);
  // A web server in front of ours says it on a page of its own.
  await page.route('**/directory/brought-in*', (route) =>
    route.request().postData()?.includes('"veel"') === true
      ? route.fulfill({ status: 413, contentType: 'text/html', body: '<h1>413</h1>' })
      : route.continue(),
  );
  await bringIn(page, THREE.slice(1));
  await page.getByRole('status').getByText('1 dienst binnen, 1 niet te gebruiken.').waitFor();
});

it('stops when the connection is lost while a file comes in, and says how many came', async () => {
  const page = await visit('editor', 'directory', { library: 'gouda' });
  await page.locator('[data-service="eerste"]').waitFor();
  let asked = 0;
  await page.route('**/directory/brought-in*', (route) => (++asked === 2 ? route.abort() : route.continue()));
  await bringIn(
    page,
    THREE.map((service) => ({ ...service, description: 'Kort.' })),
  );
  await page.getByRole('status').getByText('1 van de 3 diensten is binnen.').waitFor();
  await page.getByRole('alert').getByText(nl.failed.offline).waitFor();
  expect(asked).toBe(2);
  await judgePage(page);
  await picture(page, 'directory-stopped');
});
