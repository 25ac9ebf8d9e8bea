import type { Page } from 'playwright';
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { Role } from '../../core/contract/administration/role.ts';
import { nl } from '../../renderer/words/nl/administration.ts';
import { addBranch } from '../../server/organisations/libraries.ts';
import { listRollouts } from '../../server/rollouts/list-rollouts.ts';
import { type OwnServer, startOwnServer } from '../builders/a-server.ts';
import { judgePage, violationsOf } from './judge-page.ts';
import { NARROW, type OpenOptions, type OwnBrowser, startBrowser } from './own-browser.ts';
import { picture } from './picture.ts';
import { publishShipped } from './publish-shipped.ts';
import { visitAs } from './sign-in-as.ts';

let server: OwnServer;
let browser: OwnBrowser;

beforeAll(async () => {
  [server, browser] = await Promise.all([startOwnServer(), startBrowser()]);
  await addBranch(server.store, 'delft', 'zuid', 'Zuid');
});
afterAll(async () => {
  await browser.close();
  await server.remove();
});

const words = nl.rollouts;
const visit = (role: Role, options: OpenOptions & { library?: string } = {}): Promise<Page> =>
  visitAs({ server, browser }, role, 'rollouts', options);
const press = (page: Page, name: string) => page.getByRole('button', { name, exact: true }).click();
const NAME = 'zelfredzaam versie 2';
const of = (text: string) => text.replace('{{rollout}}', NAME);
const inStore = async () => (await listRollouts(server.store, 'delft', new Date()))[0];

it('says so when nothing is rolled out, and when there is nothing to roll out', async () => {
  const page = await visit('publisher');
  await page.getByText(words.none, { exact: true }).waitFor();
  await press(page, words.start);
  await page.getByText(words.noPacks, { exact: true }).waitFor();
  await page.keyboard.press('Escape');
  await judgePage(page);
});

it('starts with a share of one branch at a set hour, is held with a reason, resumed, widened and rolled back', async () => {
  await publishShipped(server.data);
  const page = await visit('publisher');
  await press(page, words.start);
  await page.getByLabel(words.version).waitFor();
  await page.getByLabel(words.shareField).selectOption('25');
  await page.getByLabel(words.someBranches).check();
  await press(page, words.begin);
  await page.getByRole('alert').getByText(words.noBranch).waitFor();
  await page.getByLabel('Zuid').check();
  await page.getByLabel(words.startField).fill('2090-01-05T09:00');
  await page.getByLabel(words.show.closed).check();
  await press(page, words.begin);
  await page.getByRole('alert').getByText(words.refused.closed).waitFor(); // nobody said when it is open
  await page.getByLabel(words.show.idle).check();
  await judgePage(page);
  await picture(page, 'rollout-start');
  await press(page, words.begin);
  await page.getByRole('status').getByText(of(words.done.start)).waitFor();
  const card = page.locator('[data-rollout]');
  const state = (name: string) => expect.poll(() => card.getAttribute('data-state')).toBe(name);
  await state('planned');
  const startsAt = new Date('2090-01-05T09:00').toISOString();
  expect(await inStore()).toMatchObject({
    state: 'going',
    share: 25,
    branches: ['zuid'],
    startsAt,
    version: 2,
  });

  await press(page, of(words.holdOf));
  await page.getByLabel(words.why).fill('<b>Bedrag</b> klopt niet');
  expect(await violationsOf(page)).toEqual([]);
  await press(page, words.ask.hold.yes);
  await state('held');
  await card.getByText('<b>Bedrag</b> klopt niet').waitFor();
  await judgePage(page);
  await picture(page, 'rollouts');
  await press(page, of(words.resumeOf));
  await state('planned');
  await press(page, of(words.widenOf));
  expect(await page.getByLabel('Zuid').isDisabled()).toBe(true); // who has it keeps it
  await page.getByLabel(words.everywhere).check();
  await judgePage(page);
  await press(page, words.widen);
  await page.getByRole('status').getByText(of(words.done.widen)).waitFor();
  expect(await inStore()).toMatchObject({ share: 100, branches: null });
  await press(page, of(words.rollBackOf));
  await press(page, words.ask['roll-back'].yes);
  await state('rolled-back');
  expect(await card.getByRole('button').count()).toBe(0);
  await press(page, words.start);
  await press(page, words.begin);
  await page.getByRole('alert').getByText(words.refused.idle).waitFor(); // it never comes back
});

it('is looked at by readers, who change nothing, and is of one library', async () => {
  const reader = await visit('reader', { size: NARROW });
  await reader.locator('[data-rollout]').waitFor();
  expect(await reader.locator('main').getByRole('button').count()).toBe(0);
  await judgePage(reader);
  await picture(reader, 'rollouts-narrow');
  const theirs = await visit('publisher', { library: 'gouda' });
  await theirs.getByText(words.none, { exact: true }).waitFor();
});
