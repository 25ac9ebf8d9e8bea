// What somebody hears who uses the administration with a screen reader: from Chromium's accessibility tree, on every page.
import type { CDPSession, Page } from 'playwright';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { nl } from '../../renderer/words/nl/administration.ts';
import { bringIn } from '../../server/directory/directory-services.ts';
import { addPartner } from '../../server/organisations/partners.ts';
import { addStaff } from '../../server/organisations/staff.ts';
import { startRollout } from '../../server/rollouts/start-rollout.ts';
import { type OwnServer, startOwnServer } from '../builders/a-server.ts';
import { aService } from '../builders/a-service.ts';
import { faultsFor, readTree, treeOf } from './accessibility-tree.ts';
import { settled } from './judge-page.ts';
import { type OwnBrowser, startBrowser } from './own-browser.ts';
import { visitAs } from './sign-in-as.ts';

let server: OwnServer;
let browser: OwnBrowser;

beforeAll(async () => {
  [server, browser] = await Promise.all([startOwnServer(), startBrowser()]);
  const { store } = server;
  await server.approved();
  await addPartner(store, 'delft', {
    id: 'taalhuis',
    name: 'Taalhuis',
    kind: 'language',
    review_by: '2026-01-31',
  });
  await addStaff(store, 'delft', { id: 'balie-3', name: 'Sam', role: 'staff' });
  await bringIn(store.db, 'delft', aService(), new Date());
  const wanted = { publisher: 'bieb', pack: 'pakket', channel: 'stable', version: 2, share: 10 } as const;
  await startRollout(store, 'delft', { ...wanted, show: 'idle', sickPercent: 10 }, new Date());
});
afterAll(async () => {
  await browser.close();
  await server.remove();
});

const faultsOn = async (page: Page): Promise<string[]> => {
  await settled(page);
  return faultsFor(await readTree(await treeOf(page)));
};

it('hears one heading, the places of the page, and the name of all that can be used, on every page', async () => {
  const page = await visitAs({ server, browser }, 'administrator', '');
  await settled(page);
  const links = page.locator('nav a');
  const hrefs = await links.evaluateAll((all) => all.map((each) => String(each.getAttribute('href'))));
  expect(hrefs.length).toBe(12);
  const heard: string[] = [];
  for (const href of [...hrefs, '/administration/directory/new', '/administration/nowhere']) {
    await page.goto(new URL(href, page.url()).href);
    expect(await faultsOn(page), href).toEqual([]);
    const tree = await readTree(await treeOf(page));
    const places = tree.filter(({ role }) => ['banner', 'navigation', 'main'].includes(role));
    expect(
      places.map(({ role }) => role),
      href,
    ).toEqual(['banner', 'navigation', 'main']);
    expect(tree.find(({ role }) => role === 'navigation')?.name).toBe(nl.menu);
    heard.push(tree.find(({ role, level }) => role === 'heading' && level === 1)?.name ?? '');
  }
  expect(new Set(heard).size, heard.join(', ')).toBe(heard.length);
});

it('hears the way in, and the choice of a library, as well', async () => {
  const page = await browser.open();
  await page.goto(`${server.addresses[0]}/administration/`);
  expect(await faultsOn(page)).toEqual([]);
  await page.goto(`${server.addresses[0]}/administration/invitation#${'A'.repeat(43)}`);
  await page.reload();
  expect(await faultsOn(page)).toEqual([]);
  const operator = await visitAs({ server, browser }, 'operator', '');
  expect(await faultsOn(operator)).toEqual([]);
});

it('lands on the heading of the page that was opened, and in the dialog that was', async () => {
  const page = await visitAs({ server, browser }, 'administrator', 'devices');
  await settled(page);
  await page.locator('nav').getByRole('link', { name: nl.people.name, exact: true }).press('Enter');
  await page.getByRole('heading', { level: 1, name: nl.people.title }).waitFor();
  const active = () => page.evaluate(() => document.activeElement?.textContent ?? '');
  await expect.poll(active).toBe(nl.people.title);
  const add = page.getByRole('button', { name: nl.people.add, exact: true });
  await add.press('Enter');
  await expect.poll(active).toBe(nl.people.add);
  const session = await treeOf(page);
  const inDialog = await readTree(session);
  expect(inDialog.filter(({ role }) => role === 'dialog').map(({ name }) => name)).toEqual([nl.people.add]);
  expect(
    inDialog.filter(({ name, isFocusable, role }) => isFocusable && name === '' && role !== 'RootWebArea'),
  ).toEqual([]);
  await page.keyboard.press('Escape');
  await expect.poll(() => add.evaluate((button) => button === document.activeElement)).toBe(true);
});

it.each([
  [
    'people',
    async (page: Page) => {
      await page.getByRole('button', { name: nl.people.removeOf.replace('{{name}}', 'Sam') }).click();
      await page.getByRole('button', { name: nl.people.askRemove.yes, exact: true }).click();
    },
    nl.people.removed.replaceAll('{{name}}', 'Sam'),
  ],
  [
    'partners',
    async (page: Page) => {
      await page.getByRole('button', { name: nl.partners.renewOf.replace('{{name}}', 'Taalhuis') }).click();
      await page.getByLabel(nl.partners.until).fill('2090-06-30');
      await page.getByRole('button', { name: nl.partners.save, exact: true }).click();
    },
    nl.partners.renewed.replace('{{name}}', 'Taalhuis').replace('{{day}}', '30 juni 2090'),
  ],
  [
    'rollouts',
    async (page: Page) => {
      await page.getByRole('button', { name: /Zet stil/ }).click();
      await page.getByRole('button', { name: nl.rollouts.ask.hold.yes, exact: true }).click();
    },
    nl.rollouts.done.hold.replace('{{rollout}}', 'pakket versie 2'),
  ],
  [
    'devices',
    async (page: Page) => {
      await page.getByRole('button', { name: /Trek in/ }).click();
      await page.getByRole('button', { name: nl.devices.askRevoke.yes, exact: true }).click();
    },
    'is ingetrokken.',
  ],
] as const)(
  'hears what came of an act at %s, from a place that was there before',
  async (path, act, said) => {
    const page = await visitAs({ server, browser }, 'administrator', path);
    await settled(page);
    const session = await treeOf(page);
    const before = (await readTree(session)).filter(({ role }) => role === 'status');
    // A place that comes together with its text is told by few screen readers.
    expect(before.map(({ live }) => live)).toContain('polite');
    await act(page);
    const status = page.getByRole('status').filter({ hasText: said });
    await status.waitFor();
    const after = await readTree(session);
    const element = await elementSaying(session, said);
    expect(before.map((each) => each.element)).toContain(element);
    expect(after.filter((each) => each.role === 'status' && each.element === element)).toHaveLength(1);
  },
);

/** The number of the place that says it, by which the tree knows it. */
async function elementSaying(session: CDPSession, text: string): Promise<number> {
  const { result } = await session.send('Runtime.evaluate', {
    expression: `[...document.querySelectorAll('[role=status]')].find((each) => each.textContent.includes(${JSON.stringify(text)}))`,
  });
  const { node } = await session.send('DOM.describeNode', { objectId: String(result.objectId) });
  return node.backendNodeId;
}
