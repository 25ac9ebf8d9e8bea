import type { Page } from 'playwright';
import type { Role } from '../../core/contract/administration/role.ts';
import { openSession } from '../../server/accounts/sessions.ts';
import { anAccount } from '../builders/a-browser.ts';
import type { OwnServer } from '../builders/a-server.ts';
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
