import { randomUUID } from 'node:crypto';
import type { Page } from 'playwright';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { nl } from '../../renderer/words/nl/administration.ts';
import { writeAudit } from '../../server/accounts/audit.ts';
import { openSession } from '../../server/accounts/sessions.ts';
import { anAccount } from '../builders/a-browser.ts';
import { type OwnServer, startOwnServer } from '../builders/a-server.ts';
import { violationsOf } from '../builders/violations-of.ts';
import { judgePage } from './judge-page.ts';
import { NARROW, type OwnBrowser, startBrowser } from './own-browser.ts';
import { picture } from './picture.ts';
import { endSessions, visitAs } from './sign-in-as.ts';

let server: OwnServer;
let browser: OwnBrowser;

beforeAll(async () => {
  [server, browser] = await Promise.all([startOwnServer(), startBrowser()]);
});
afterAll(async () => {
  await browser.close();
  await server.remove();
});

const { accounts: words, account: own } = nl;
const press = (page: Page, name: string) => page.getByRole('button', { name, exact: true }).click();
const accountRow = (id: string) =>
  server.store.db.selectFrom('accounts').selectAll().where('id', '=', id).executeTakeFirstOrThrow();

it('invites an account with a link that is shown once, gives it another role, and ends it', async () => {
  const page = await visitAs({ server, browser }, 'administrator', 'accounts');
  await page.getByText(words.own, { exact: true }).waitFor();
  await press(page, words.add);
  await press(page, words.make);
  await page.getByText(words.noName, { exact: true }).waitFor();
  await page.getByLabel(words.nameField).fill('Hoofd <b>balie</b>');
  await page.getByLabel(words.role.publisher, { exact: false }).check();
  await judgePage(page);
  await picture(page, 'account-new');
  await press(page, words.make);
  const link = String(await page.locator('[data-link]').textContent());
  expect(new URL(link).hash).toMatch(/^#[\w-]{43}$/);
  expect(await violationsOf(page)).toEqual([]);
  await press(page, words.link.done);
  const card = page.locator('[data-account]', { hasText: 'Hoofd <b>balie</b>' });
  const id = String(await card.getAttribute('data-account'));
  expect(await accountRow(id)).toMatchObject({ role: 'publisher', state: 'invited', library: 'delft' });
  await judgePage(page);
  await picture(page, 'accounts');

  const other = await anAccount(server.store, 'editor');
  await openSession(server.store.db, other, new Date());
  await press(page, words.add); // the list is asked for anew when something was done
  await page.getByLabel(words.nameField).fill(other.name);
  await press(page, words.make);
  await page.getByText(words.taken, { exact: true }).waitFor();
  await page.keyboard.press('Escape');
  await press(page, words.inviteOf.replace('{{name}}', 'Hoofd <b>balie</b>'));
  await press(page, words.askInvite.yes);
  expect(await page.locator('[data-link]').textContent()).not.toBe(link);
  await press(page, words.link.done);
  await press(page, words.changeRoleOf.replace('{{name}}', other.name));
  await page.getByLabel(words.role.reader, { exact: false }).check();
  await press(page, words.askRole.yes);
  await expect.poll(async () => (await accountRow(other.id)).role).toBe('reader');
  await press(page, words.endOf.replace('{{name}}', other.name));
  await page.getByRole('button', { name: words.askEnd.yes, exact: true }).press('Enter');
  await page.locator(`[data-account="${other.id}"]`).waitFor({ state: 'detached' });
  await expect.poll(() => page.evaluate(() => document.activeElement?.textContent)).toBe(words.title);
  expect((await accountRow(other.id)).state).toBe('ended');
});

it('keeps passkeys of the own account, asks who is there before a new one and before it lets others in, and signs out elsewhere', async () => {
  const page = await visitAs({ server, browser }, 'administrator', 'account', { host: 'localhost' });
  await page.getByText(own.noOthers, { exact: true }).waitFor();
  await judgePage(page);
  const devtools = await page.context().newCDPSession(page);
  await devtools.send('WebAuthn.enable');
  await devtools.send('WebAuthn.addVirtualAuthenticator', {
    options: {
      ...{ protocol: 'ctap2', transport: 'internal', hasResidentKey: true },
      ...{ hasUserVerification: true, isUserVerified: true, automaticPresenceSimulation: true },
    },
  });
  await press(page, own.addPasskey);
  await page.getByLabel(own.passkeyName).fill('Laptop');
  await press(page, own.makePasskey);
  await page.locator('[data-passkey="Laptop"]').waitFor();
  const name = String(await page.locator('header strong').textContent());
  const { id, library } = await server.store.db
    .selectFrom('accounts')
    .selectAll()
    .where('name', '=', name)
    .executeTakeFirstOrThrow();
  await openSession(server.store.db, { id, library }, new Date());

  // Ten minutes later the server wants to know again who is there: the passkey says so.
  const early = new Date(Date.now() - 600_000).toISOString();
  const grow = () =>
    server.store.db
      .updateTable('sessions')
      .set({ made_at: early, proved_at: early })
      .where('account', '=', id)
      .execute();
  await grow();
  await press(page, own.addPasskey);
  await page.getByLabel(own.passkeyName).fill('Telefoon');
  await press(page, own.makePasskey);
  await page.getByRole('heading', { name: own.prove }).waitFor();
  expect(await violationsOf(page)).toEqual([]);
  await picture(page, 'account-prove');
  await press(page, own.provePasskey);
  // The same authenticator keeps no second one; what was asked goes on all the same.
  await page.getByRole('status').getByText(nl.signIn.passkeyFailed).waitFor();
  await press(page, own.removeOf.replace('{{name}}', 'Laptop'));
  await press(page, own.askRemove.yes);
  await page.getByRole('status').getByText(own.onlyWay.replace('{{name}}', 'Laptop')).waitFor();
  await page.locator('[data-others="1"]').waitFor();
  await judgePage(page);
  await picture(page, 'account');
  await press(page, own.endOthers);
  await page.getByRole('status').getByText(own.othersEnded).waitFor();
  await page.locator('[data-others="0"]').waitFor();

  // So it does before somebody new is let in, and before a role changes. What was typed waits meanwhile.
  await page.getByRole('link', { name: words.name, exact: true }).click();
  await press(page, words.add);
  await page.getByLabel(words.nameField).fill('Nieuwe balie');
  await grow();
  await press(page, words.make);
  await page.getByRole('heading', { name: own.prove }).waitFor();
  expect(await violationsOf(page)).toEqual([]);
  await picture(page, 'account-new-prove');
  await page.keyboard.press('Escape');
  expect(await page.getByLabel(words.nameField).inputValue()).toBe('Nieuwe balie');
  await press(page, words.make);
  await press(page, own.provePasskey);
  await page.locator('[data-link]').waitFor();
  await press(page, words.link.done);
  const theirs = await anAccount(server.store, 'reader');
  await page.reload();
  await grow();
  await press(page, words.changeRoleOf.replace('{{name}}', theirs.name));
  await page.getByLabel(words.role.editor, { exact: false }).check();
  await press(page, words.askRole.yes);
  await press(page, own.provePasskey);
  await page.getByRole('status').getByText(theirs.name).waitFor();
  expect((await accountRow(theirs.id)).role).toBe('editor');
  await grow();
  await press(page, words.changeRoleOf.replace('{{name}}', theirs.name));
  await page.getByLabel(words.role.reader, { exact: false }).check();
  await press(page, words.askRole.yes);
  await page.getByRole('heading', { name: own.prove }).waitFor();
  await endSessions(server, page);
  await press(page, own.provePasskey);
  await page.getByRole('link', { name: nl.failed.signInThere, exact: true }).waitFor();
  expect(await violationsOf(page)).toEqual([]);
  await picture(page, 'account-prove-signed-out');
});

it('lets an operator choose the library that all screens are about', async () => {
  const page = await visitAs({ server, browser }, 'operator', 'accounts');
  await page.locator('[data-library="gouda"]').waitFor();
  await judgePage(page);
  await picture(page, 'libraries');
  await writeAudit(server.store.db, { library: null }, 'publisher-added', 'landelijk');
  // A library that is gone is forgotten: the trail of the server is about none.
  await page.evaluate(() => sessionStorage.setItem('balie:library', 'gesloten'));
  await page.reload();
  await page.getByRole('link', { name: nl.libraries.audit, exact: true }).click();
  await page.locator('tr[data-act="publisher-added"]').getByText('landelijk').waitFor();
  await judgePage(page);
  await picture(page, 'libraries-audit');
  await page.getByRole('link', { name: nl.libraries.choose, exact: true }).click();
  await page.locator('[data-library="gouda"]').waitFor();
  await page.goto(page.url().replace(/\/administration\/.*/, '/administration/accounts'));
  const theirs = await anAccount(server.store, 'editor', 'gouda');
  await page.locator('[data-library="gouda"] button').click();
  await page.locator(`[data-account="${theirs.id}"]`).waitFor();
  await press(page, nl.libraries.other);
  await page.locator('[data-library="delft"] button').click();
  await page.getByText('Hoofd <b>balie</b>').waitFor();
  expect(await page.locator(`[data-account="${theirs.id}"]`).count()).toBe(0);
});

it('shows what the library is warned of, with what to do, and what is well again', async () => {
  const device = await server.approved();
  const alert = (
    kind: 'full' | 'stale' | 'crash-looping' | 'set-aside',
    finding: object,
    closed: boolean,
  ) => ({
    ...{ id: randomUUID(), library: 'delft', subject: device.id(), device: device.id(), kind },
    finding: JSON.stringify({ kind, ...finding }),
    opened_at: '2026-11-20T10:00:00.000Z',
    closed_at: closed ? '2026-11-21T10:00:00.000Z' : null,
  });
  const full = alert('full', { freeBytes: 12_000_000 }, false);
  const stale = alert('stale', { pack: 'zelfredzaam', version: 1, newest: 2, days: 8 }, true);
  const left = { ...alert('set-aside', { number: 2 }, false), subject: 'delft', device: null };
  await server.store.db.insertInto('alerts').values([full, stale, left]).execute();
  await server.store.db
    .insertInto('alert_messages')
    .values({
      ...{ alert: full.id, library: 'delft', about: 'opened', way: 'mail', tries: 3, maybe_told: 0 },
      ...{ next_try_at: '2090-11-20T11:00:00.000Z', told_at: null, failure: 'connect ECONNREFUSED' },
    })
    .execute();
  const some = alert('crash-looping', { startsPerHour: 5 }, false);
  await server.store.db.insertInto('alerts').values(some).execute();
  await server.store.db
    .insertInto('alert_messages')
    .values({
      ...{ alert: some.id, library: 'delft', about: 'opened', way: 'mail', tries: 12, maybe_told: 0 },
      ...{ next_try_at: null, told_at: some.opened_at, failure: '1 of 2 addresses were refused: 452 full' },
    })
    .execute();
  const aside = { device: device.id(), library: 'delft', item: '{}', received_at: full.opened_at };
  await server.store.db
    .insertInto('quarantine')
    .values([
      { ...aside, id: randomUUID(), sha256: 'a', why: 'not-understood' },
      { ...aside, id: randomUUID(), sha256: 'a', why: 'no-hour' },
    ])
    .execute();
  const page = await visitAs({ server, browser }, 'administrator', 'alerts', { size: NARROW });
  await page.locator('[data-alert="full"]').getByText('connect ECONNREFUSED').waitFor();
  const partly = page.locator('[data-alert="crash-looping"] [data-failed="true"]');
  await partly.getByText(nl.alerts.someGivenUp).waitFor();
  await partly.getByText('452 full').waitFor();
  await page.locator('tr[data-alert="stale"]').waitFor();
  await page.locator('[data-alert="set-aside"]').waitFor();
  await judgePage(page);
  await picture(page, 'alerts-narrow');
  await page.setViewportSize({ width: 1280, height: 900 });
  await picture(page, 'alerts');
  await press(page, nl.setAside.judge);
  await page.getByRole('status').getByText(nl.setAside.counted.replace('{{number}}', '0')).waitFor();
  expect(await page.locator('tr[data-why]').count()).toBe(2);
  const reader = await visitAs({ server, browser }, 'reader', 'alerts');
  await reader.locator('tr[data-why="no-hour"]').waitFor();
  expect(await reader.getByRole('button', { name: nl.setAside.judge }).count()).toBe(0);
  const theirs = await visitAs({ server, browser }, 'reader', 'alerts', { library: 'gouda' });
  await theirs.getByText(nl.alerts.none, { exact: true }).waitFor();
});
