// Who asks, when a web server in between says so: it is believed only where the operator named it.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { REQUEST_HEADER } from '../../core/contract/administration/account.ts';
import { makeApp } from '../../server/app.ts';
import { makeLog } from '../../server/http/log.ts';
import { openServerStore } from '../../server/store/open-server-store.ts';

const data = mkdtempSync(join(tmpdir(), 'balie-proxies-'));
let app: Awaited<ReturnType<typeof makeApp>>;
beforeAll(async () => {
  const store = await openServerStore({ data });
  const settings = { signIns: 1, proxies: ['10.0.0.5', 'fd00:1::/32'] };
  app = await makeApp(store, makeLog({ write: () => undefined }), undefined, settings);
});
afterAll(async () => {
  await app.close();
  rmSync(data, { recursive: true, force: true });
});

/** The status of a try to sign in that comes from an address, and is said to be of a client. One of each client is let by. */
async function tryFrom(remoteAddress: string, client: string): Promise<number> {
  const { statusCode } = await app.inject({
    ...{ method: 'POST', url: '/api/v1/sign-in/password', remoteAddress },
    headers: { [REQUEST_HEADER]: '1', 'x-forwarded-for': client },
    payload: { library: 'delft', name: `${remoteAddress} ${client}`, password: 'x', code: '000000' },
  });
  return statusCode;
}

it.each([
  ['10.0.0.5', '192.0.2.1', '192.0.2.2'],
  ['fd00:1:2::7', '192.0.2.3', '192.0.2.4'],
  ['127.0.0.1', '192.0.2.5', '192.0.2.6'],
])('believes the web server at %s', async (proxy, one, other) => {
  expect(await tryFrom(proxy, one)).toBe(401);
  expect(await tryFrom(proxy, one)).toBe(429);
  expect(await tryFrom(proxy, other)).toBe(401);
});

it.each(['10.0.0.6', 'fd00:2::7'])('believes nobody else who says so, as %s', async (other) => {
  expect(await tryFrom(other, '192.0.2.7')).toBe(401);
  expect(await tryFrom(other, '192.0.2.8')).toBe(429);
});
