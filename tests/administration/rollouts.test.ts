import type { Page } from 'playwright';
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { Role } from '../../core/contract/administration/role.ts';
import { en } from '../../renderer/words/en/administration.ts';
import { nl } from '../../renderer/words/nl/administration.ts';
import { addBranch } from '../../server/organisations/libraries.ts';
import { setBranchHours } from '../../server/rollouts/branch-hours.ts';
import { listRollouts } from '../../server/rollouts/list-rollouts.ts';
import { type OwnServer, startOwnServer } from '../builders/a-server.ts';
import { aSchedule } from '../builders/a-service.ts';
import { violationsOf } from '../builders/violations-of.ts';
import { judgePage } from './judge-page.ts';
import { NARROW, type OpenOptions, type OwnBrowser, startBrowser, WIDE } from './own-browser.ts';
import { picture } from './picture.ts';
import { publishShipped } from './publish-shipped.ts';
import { endSessions, signInThere, visitAs } from './sign-in-as.ts';

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
/** What stands out of the dialog that is open. */
const widerThanDialog = (page: Page) =>
  page.locator('dialog[open]').evaluate((dialog) => {
    const { right } = dialog.getBoundingClientRect();
    const wide = [...dialog.querySelectorAll('*')].filter(
      (each) => each.getBoundingClientRect().right > right,
    );
    return wide.map((each) => `${each.tagName} ${each.textContent?.slice(0, 40)}`);
  });
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
  // Another library has a pack with the same id, and stands first by name.
  await publishShipped(server.data, 'almere');
  const page = await visit('publisher');
  await press(page, words.start);
  await page.getByLabel(words.version).waitFor();
  const from = (library: string) => nl.packs.from.replace('{{library}}', library);
  const offered = (await page.getByLabel(words.version).locator('option').allTextContents()).map(
    (text) => text.split(' · ')[1],
  );
  expect(offered).toEqual([from('delft'), from('almere')]);
  expect(await page.getByLabel(words.version).inputValue()).toBe('delft zelfredzaam stable 2');
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
  // Letters twice as large on a telephone.
  await page.evaluate(() => document.documentElement.style.setProperty('font-size', '200%'));
  await page.setViewportSize(NARROW);
  expect(await widerThanDialog(page)).toEqual([]);
  await picture(page, 'rollout-start-larger');
  await page.setViewportSize(WIDE);
  await page.evaluate(() => document.documentElement.style.removeProperty('font-size'));
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
    publisher: 'delft',
    version: 2,
  });

  await press(page, of(words.holdOf));
  await page.getByLabel(words.why).fill('<b>Bedrag</b> klopt niet');
  expect(await violationsOf(page)).toEqual([]);
  // What was typed waits for whoever is not signed in any more.
  await endSessions(server, page);
  await press(page, words.ask.hold.yes);
  await signInThere(server, page, 'publisher');
  await picture(page, 'rollout-hold-signed-out');
  expect(await page.getByLabel(words.why).inputValue()).toBe('<b>Bedrag</b> klopt niet');
  await press(page, words.ask.hold.yes);
  await state('held');
  await card.getByText('<b>Bedrag</b> klopt niet').waitFor();
  await judgePage(page);
  await picture(page, 'rollouts');
  const showRule = (show_rule: 'closed' | 'idle') =>
    server.store.db.updateTable('rollouts').set({ show_rule }).execute();
  await showRule('closed');
  await press(page, of(words.resumeOf));
  await state('planned');
  await press(page, of(words.widenOf));
  expect(await page.getByLabel('Zuid').isDisabled()).toBe(true); // who has it keeps it
  await page.getByLabel(words.everywhere).check();
  await press(page, words.widen);
  await page.getByRole('alert').getByText(words.refused.widen).waitFor(); // nobody said when they are open
  await judgePage(page);
  await picture(page, 'rollout-widen');
  await showRule('idle');
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

it('says in the language of the reader why it held itself', async () => {
  const id = String((await inStore())?.id);
  const heldItself = { seen: 12, sick: 3, ailments: { 'crash-loop': 2, silent: 1 } };
  await server.store.db
    .updateTable('rollouts')
    .set({ state: 'held', why: null, held_itself: JSON.stringify(heldItself) })
    .where('id', '=', id)
    .execute();
  for (const [language, { rollouts }] of [
    ['nl', nl],
    ['en', en],
  ] as const) {
    const page = await visit('reader', { language });
    const card = page.locator(`[data-rollout="${id}"]`);
    await card.getByText(rollouts.heldItself.title).waitFor();
    await card.getByText(rollouts.ailment['crash-loop_other'].replace('{{count}}', '2')).waitFor();
    await card.getByText(rollouts.ailment.silent_one.replace('{{count}}', '1')).waitFor();
    expect(await card.textContent()).toContain('12');
    await judgePage(page);
    await picture(page, `rollouts-held-itself-${language}`);
  }
  // As an older server kept it: one English sentence.
  await server.store.db
    .updateTable('rollouts')
    .set({
      why: '1 of 3 devices with this version are not well: 1 went back to an older version.',
      held_itself: null,
    })
    .where('id', '=', id)
    .execute();
  const page = await visit('reader');
  await page.getByText(words.ailment['went-back_one'].replace('{{count}}', '1')).waitFor();
  expect(await page.getByText('not well').count()).toBe(0);
});

it('takes the opening hours of a branch day by day, and says so when they were more than a week', async () => {
  const kept = async () => {
    const of = server.store.db.selectFrom('branch_hours').select('schedules').where('branch', '=', 'zuid');
    return JSON.parse((await of.executeTakeFirst())?.schedules ?? '[]');
  };
  const page = await visit('administrator');
  const row = page.locator('[data-hours="zuid"]');
  await row.getByText(nl.hours.unknown, { exact: true }).waitFor();
  const open = async () => {
    await row.getByRole('button').click();
    await page.getByRole('button', { name: nl.hours.save, exact: true }).waitFor();
  };
  const day = (name: string) => page.getByRole('group', { name });
  await open();
  await press(page, nl.hours.save);
  await page.getByRole('alert').getByText(nl.hours.never).waitFor();
  for (const name of ['maandag', 'dinsdag', 'zaterdag']) await day(name).getByRole('checkbox').check();
  await day('zaterdag')
    .getByLabel(/open tot/)
    .fill('09:30');
  await press(page, nl.hours.save);
  await page.getByRole('alert').getByText(nl.hours.wrongDay.replace('{{day}}', 'zaterdag')).waitFor();
  await judgePage(page);
  await picture(page, 'hours');
  await day('zaterdag')
    .getByLabel(/open tot/)
    .fill('16:00');
  await endSessions(server, page);
  await press(page, nl.hours.save);
  await page.getByRole('alert').getByText(nl.failed.notSignedIn).waitFor();
  expect(await violationsOf(page)).toEqual([]);
  await picture(page, 'hours-signed-out');
  await signInThere(server, page, 'administrator');
  await press(page, nl.hours.save);
  await page.getByRole('status').getByText(nl.hours.saved.replace('{{branch}}', 'Zuid')).waitFor();
  expect(await kept()).toMatchObject([
    { byday: 'MO,TU', opens_at: '10:00', closes_at: '18:00' },
    { byday: 'SA', opens_at: '10:00', closes_at: '16:00' },
  ]);
  await row.getByText('ma, di 10:00–18:00; za 10:00–16:00').waitFor();
  await picture(page, 'rollouts-hours');
  await open();
  expect(await day('maandag').getByRole('checkbox').isChecked()).toBe(true);
  expect(await day('woensdag').getByRole('checkbox').isChecked()).toBe(false);
  await page.keyboard.press('Escape');

  for (const size of [NARROW, { width: 768, height: 1024 }]) {
    await page.setViewportSize(size);
    await open();
    await day('zaterdag')
      .getByLabel(/open tot/)
      .fill('09:30');
    await press(page, nl.hours.save);
    await page.getByRole('alert').waitFor();
    await judgePage(page);
    await picture(page, `hours-${size.width}`);
    await page.keyboard.press('Escape');
  }

  const summer = aSchedule({ byday: 'MO', valid_from: '2027-07-01', valid_to: '2027-08-31' });
  await setBranchHours(server.store, 'delft', 'zuid', [aSchedule(), { ...summer, id: 'summer' }]);
  await page.reload();
  await row.getByText(nl.hours.special, { exact: true }).waitFor();
  await open();
  await page.getByText(nl.hours.replaces, { exact: true }).waitFor();
  await page.keyboard.press('Escape');
  expect(await kept()).toHaveLength(2);
  const reader = await visit('publisher', { size: NARROW });
  await reader.locator('[data-hours="zuid"]').waitFor();
  expect(await reader.locator('[data-hours] button').count()).toBe(0);
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
