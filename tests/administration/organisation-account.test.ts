import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { nl } from '../../renderer/words/nl/administration.ts';
import { makeLog } from '../../server/http/log.ts';
import { addLibrary } from '../../server/organisations/libraries.ts';
import { type RunningServer, startServer } from '../../server/start-server.ts';
import { openServerStore, type ServerStore } from '../../server/store/open-server-store.ts';
import { freePort } from '../builders/free-port.ts';
import { type OwnProvider, startOwnProvider } from '../builders/own-oidc-provider.ts';
import { violationsOf } from '../builders/violations-of.ts';
import { judgePage } from './judge-page.ts';
import { type OwnBrowser, startBrowser } from './own-browser.ts';
import { picture } from './picture.ts';

const LABEL = 'Log in bij Delft';
let [data, server, store, provider, browser]: [string, RunningServer, ServerStore, OwnProvider, OwnBrowser] =
  [] as never;

beforeAll(async () => {
  data = mkdtempSync(join(tmpdir(), 'balie-oidc-'));
  const port = await freePort();
  provider = await startOwnProvider([`http://127.0.0.1:${port}/api/v1/sign-in/oidc/return`]);
  const { issuer, clientId, secret } = provider;
  const oidc = {
    ...{ issuer, clientId, secret, label: LABEL, scope: 'openid', claim: 'roles' },
    roles: [{ value: 'all', library: 'delft', role: 'administrator' as const }],
  };
  const log = makeLog({ write: () => undefined });
  server = await startServer({ data }, { port }, log, undefined, { oidc, signIns: 1_000 });
  store = await openServerStore({ data });
  await addLibrary(store, 'delft', 'Delft', new Date());
  browser = await startBrowser();
});
afterAll(async () => {
  await browser.close();
  await server.stop();
  await store.close();
  await provider.remove();
  rmSync(data, { recursive: true, force: true });
});

it('proves in a new tab who is here, and keeps what was typed', async () => {
  provider.next('beheer', { roles: ['all'] });
  const page = await browser.open();
  await page.goto(`${server.address}/administration/accounts`);
  await page.getByRole('link', { name: LABEL }).click();
  await page.getByRole('link', { name: nl.accounts.name, exact: true }).click();
  await page.getByRole('button', { name: nl.accounts.add, exact: true }).click();
  await page.getByLabel(nl.accounts.nameField).fill('Nieuwe balie');
  // Ten minutes later the server wants to know again who is there.
  const early = new Date(Date.now() - 600_000).toISOString();
  await store.db.updateTable('sessions').set({ made_at: early, proved_at: early }).execute();
  await page.getByRole('button', { name: nl.accounts.make, exact: true }).click();
  await page.getByRole('heading', { name: nl.account.prove }).waitFor();
  expect(await violationsOf(page)).toEqual([]);
  await picture(page, 'account-prove-at-organisation');
  // Who says so without having done it is asked again.
  await page.getByRole('button', { name: nl.account.provedThere, exact: true }).click();
  const there = page.waitForEvent('popup');
  await page.getByRole('link', { name: nl.account.proveThere, exact: true }).click();
  await (await there).getByRole('link', { name: nl.accounts.name, exact: true }).waitFor();
  await page.getByRole('button', { name: nl.account.provedThere, exact: true }).click();
  await page.locator('[data-link]').waitFor();
  await page.getByText('Nieuwe balie').first().waitFor();
  await judgePage(page);
});
