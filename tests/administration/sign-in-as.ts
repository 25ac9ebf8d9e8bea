import type { Page } from 'playwright';
import type { Role } from '../../core/contract/administration/role.ts';
import { nl } from '../../renderer/words/nl/administration.ts';
import { openSession } from '../../server/accounts/sessions.ts';
import { anAccount } from '../builders/a-browser.ts';
import type { OwnServer } from '../builders/a-server.ts';
import { settled } from './judge-page.ts';
import type { OpenOptions, OwnBrowser } from './own-browser.ts';

/** Opens a screen of the administration for somebody new of a role, who is signed in already. */
export async function visitAs(
  { server, browser }: { readonly server: OwnServer; readonly browser: OwnBrowser },
  role: Role,
  path: string,
  {
    library = 'delft',
    host = '127.0.0.1',
    ...options
  }: OpenOptions & { readonly library?: string; readonly host?: string } = {},
): Promise<Page> {
  const address = server.addresses[0].replace('127.0.0.1', host); // passkeys belong to a name
  const account = await anAccount(server.store, role, library);
  const { token } = await openSession(server.store.db, account, new Date());
  const page = await browser.open(options);
  await page.context().addCookies([{ name: 'balie', value: token, url: address }]);
  await page.goto(`${address}/administration/${path}`);
  return page;
}

/**
 * Ends all sessions, as half an hour without a question does. The page does not know it yet: it has what it asked when it came, and
 * nothing is under way that would be told.
 */
export async function endSessions({ store }: OwnServer, page: Page): Promise<void> {
  await settled(page);
  await store.db.deleteFrom('sessions').execute();
}

/** Goes from a form that was refused to the way in, in a tab of its own, and signs somebody in there. */
export async function signInThere(
  { store, addresses }: OwnServer,
  page: Page,
  role: Role,
  library = 'delft',
): Promise<void> {
  const [there] = await Promise.all([
    page.waitForEvent('popup'),
    page.getByRole('link', { name: nl.failed.signInThere, exact: true }).click(),
  ]);
  await there.getByRole('heading', { level: 1, name: nl.signIn.title }).waitFor();
  const { token } = await openSession(store.db, await anAccount(store, role, library), new Date());
  await there.context().addCookies([{ name: 'balie', value: token, url: addresses[0] }]);
  await there.close();
}
