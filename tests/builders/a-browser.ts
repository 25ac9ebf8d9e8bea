import { randomUUID } from 'node:crypto';
import { REQUEST_HEADER } from '../../core/contract/administration/account.ts';
import type { Role } from '../../core/contract/administration/role.ts';
import { openSession } from '../../server/accounts/sessions.ts';
import type { ServerStore } from '../../server/store/open-server-store.ts';

/** A browser at one server: it keeps cookies, and sends what a page of the administration sends. */
export function aBrowser(address: string) {
  const cookies = new Map<string, string>();
  const ask = async (
    method: string,
    path: string,
    body?: unknown,
    headers: Record<string, string> = {},
  ): Promise<Response> => {
    const response = await fetch(`${address}${path}`, {
      method,
      redirect: 'manual',
      headers: {
        ...(cookies.size === 0
          ? {}
          : { cookie: [...cookies].map(([name, value]) => `${name}=${value}`).join('; ') }),
        ...(method === 'GET' ? {} : { [REQUEST_HEADER]: '1', origin: address }),
        ...(body === undefined ? {} : { 'content-type': 'application/json' }),
        ...headers,
      },
      ...(body === undefined ? {} : { body: typeof body === 'string' ? body : JSON.stringify(body) }),
    });
    for (const line of response.headers.getSetCookie()) {
      const [, name = '', value = ''] = /^([^=]+)=([^;]*)/.exec(line) ?? [];
      if (value === '') cookies.delete(name);
      else cookies.set(name, value);
    }
    return response;
  };
  return {
    cookies,
    ask,
    get: (path: string) => ask('GET', path),
    post: (path: string, body: unknown = {}) => ask('POST', path, body),
  };
}

/** An account that is there and active, without a way to sign in of its own. */
export async function anAccount(
  { db }: ServerStore,
  role: Role,
  library = 'delft',
): Promise<{ id: string; name: string; library: string | null }> {
  const id = randomUUID();
  const name = `${role} ${id.slice(0, 8)}`;
  const account = { id, name, library: role === 'operator' ? null : library };
  await db
    .insertInto('accounts')
    .values({
      ...account,
      name_key: name,
      role,
      state: 'active',
      totp_last: 0,
      made_at: new Date().toISOString(),
    })
    .execute();
  return account;
}

/** A browser in which an account of a role is signed in. */
export async function aSignedInBrowser(store: ServerStore, address: string, role: Role, library?: string) {
  const account = await anAccount(store, role, library);
  const { token } = await openSession(store.db, account, new Date());
  const browser = aBrowser(address);
  browser.cookies.set('balie', token);
  return { ...browser, account };
}
