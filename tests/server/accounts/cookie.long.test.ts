import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Secret, TOTP } from 'otpauth';
import { expect, it } from 'vitest';
import { Invitation, REQUEST_HEADER } from '../../../core/contract/administration/account.ts';
import { addAccount } from '../../../server/accounts/invitations.ts';
import { makeLog } from '../../../server/http/log.ts';
import { startServer } from '../../../server/start-server.ts';
import { openServerStore } from '../../../server/store/open-server-store.ts';

it('gives a cookie that no script, no other page, no other host and no line without TLS gets', async () => {
  const data = mkdtempSync(join(tmpdir(), 'balie-cookie-'));
  const origin = 'https://balie.example';
  const log = makeLog({ write: () => undefined });
  const server = await startServer({ data }, { port: 0 }, log, undefined, { origin });
  const store = await openServerStore({ data });
  const account = { library: null, role: 'operator', name: 'Operator' } as const;
  const token = (await addAccount(store, account, { library: null }, new Date()))?.token;
  const post = (path: string, body: unknown, from = origin) =>
    fetch(server.address + path, {
      method: 'POST',
      headers: { 'content-type': 'application/json', [REQUEST_HEADER]: '1', origin: from },
      body: JSON.stringify(body),
    });
  const { secret } = Invitation.parse(await (await post('/api/v1/invitation', { token })).json());
  const body = {
    token,
    password: 'vier paarden in de gang',
    code: new TOTP({ secret: Secret.fromBase32(secret) }).generate(),
  };
  expect((await post('/api/v1/invitation/password', body, server.address)).status).toBe(403);
  const reply = await post('/api/v1/invitation/password', body);
  const [cookie = '', known = ''] = reply.headers.getSetCookie();
  expect(cookie).toMatch(/^__Host-balie=[\w-]{43}; Path=\/; HttpOnly; Secure; SameSite=Strict$/);
  expect(known).toMatch(
    /^__Host-balie-known=v1\.[\w-]+; Max-Age=34560000; Path=\/; HttpOnly; Secure; SameSite=Strict$/,
  );
  const mark = /=v1\.([\w-]+)/.exec(known)?.[1] ?? '';
  expect(Buffer.from(mark, 'base64url').toString('latin1')).not.toMatch(/operator/i);
  expect(reply.headers.get('cache-control')).toBe('no-store');
  const session = (name: string) =>
    fetch(`${server.address}/api/v1/session`, {
      headers: { cookie: `${name}=${/=([\w-]+)/.exec(cookie)?.[1]}` },
    });
  expect((await session('__Host-balie')).status).toBe(200);
  // A cookie of this name could be of another host, or be read on the way.
  expect((await session('balie')).status).toBe(401);
  await server.stop();
  await store.close();
  rmSync(data, { recursive: true, force: true });
});
