import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { Session, SignInWays } from '../../../core/contract/administration/account.ts';
import { Refusal } from '../../../core/contract/sync/batch.ts';
import { DAY_MS } from '../../../core/domain/calendar-date.ts';
import { readAudit } from '../../../server/accounts/audit.ts';
import { endAccount } from '../../../server/accounts/change-account.ts';
import { forgetEnded } from '../../../server/accounts/forget-ended.ts';
import type { OidcSettings } from '../../../server/accounts/oidc-settings.ts';
import { AUDIT_KEPT_DAYS } from '../../../server/accounts/purge-audit.ts';
import { makeLog } from '../../../server/http/log.ts';
import { addLibrary } from '../../../server/organisations/libraries.ts';
import { type RunningServer, startServer } from '../../../server/start-server.ts';
import { openServerStore, type ServerStore } from '../../../server/store/open-server-store.ts';
import { aBrowser } from '../../builders/a-browser.ts';
import { freePort } from '../../builders/free-port.ts';
import { type OwnProvider, startOwnProvider } from '../../builders/own-oidc-provider.ts';

const START = '/api/v1/sign-in/oidc';
const WITH_TLS = 'https://balie.example';
const REFUSED = '/administration/?sign-in=refused';

/** Signing in at a real OpenID provider. */
export function describeOidc(name: string, database: () => Promise<string | undefined>): void {
  describe(name, () => {
    let provider: OwnProvider;
    let server: RunningServer;
    let other: RunningServer;
    let proxied: RunningServer;
    let store: ServerStore;
    let data: string;
    let logged = '';
    beforeAll(async () => {
      data = mkdtempSync(join(tmpdir(), 'balie-oidc-'));
      const port = await freePort();
      provider = await startOwnProvider(
        [`http://127.0.0.1:${port}`, WITH_TLS].map((origin) => `${origin}${START}/return`),
      );
      const { issuer, clientId, secret } = provider;
      const oidc: OidcSettings = {
        ...{
          issuer,
          clientId,
          secret,
          label: 'Sign in at Delft',
          scope: 'openid',
          claim: 'roles',
          nameClaim: 'title',
        },
        roles: [
          { value: 'balie-all', role: 'operator' },
          { value: 'balie-delft-publish', library: 'delft', role: 'publisher' },
          { value: 'balie-delft-edit', library: 'delft', role: 'editor' },
          { value: 'balie-gouda-edit', library: 'gouda', role: 'editor' },
          { value: 'balie-nowhere', library: 'nowhere', role: 'editor' },
        ],
      };
      const log = makeLog({
        write: (line: string) => {
          logged += line;
        },
      });
      const place = { data, database: await database() };
      server = await startServer(place, { port }, log, undefined, { oidc, signIns: 100_000 });
      // Behind the same web server: it has the same origin, and a port of its own.
      const origin = server.address;
      other = await startServer(place, { port: 0 }, log, undefined, { oidc, origin, signIns: 100_000 });
      proxied = await startServer(place, { port: 0 }, log, undefined, { oidc, origin: WITH_TLS });
      store = await openServerStore(place);
      for (const library of ['delft', 'gouda']) await addLibrary(store, library, library, new Date());
    });
    afterAll(async () => {
      await Promise.all([server, other, proxied].map((each) => each.stop()));
      await store.close();
      await provider.remove();
      rmSync(data, { recursive: true, force: true });
    });

    /** Goes there and comes back; where the server sends the browser then. */
    const signIn = async (subject: string, roles: unknown, browser = aBrowser(server.address)) => {
      provider.next(subject, { roles, title: 'Desk lead' });
      const start = await browser.get(START);
      const back = new URL(await provider.walk(start.headers.get('location') ?? ''));
      const reply = await browser.get(back.pathname + back.search);
      return { browser, start, back, to: reply.headers.get('location'), status: reply.status };
    };
    const session = async (browser: ReturnType<typeof aBrowser>) =>
      Session.safeParse(await (await browser.get('/api/v1/session')).json()).data?.account;

    it('sends a browser away with PKCE, state and nonce, and lets it in when it comes back', async () => {
      const ways = SignInWays.parse(await (await fetch(`${server.address}/api/v1/sign-in`)).json());
      expect(ways.oidc).toBe('Sign in at Delft');
      const { browser, start, to, status } = await signIn('one', ['other', 'balie-delft-edit']);
      const sent = new URL(start.headers.get('location') ?? '').searchParams;
      expect(sent.get('code_challenge_method')).toBe('S256');
      for (const name of ['code_challenge', 'state', 'nonce'])
        expect(sent.get(name)?.length, name).toBeGreaterThan(20);
      expect([status, to]).toEqual([303, '/administration/']);
      expect(await session(browser)).toMatchObject({ name: 'Desk lead', library: 'delft', role: 'editor' });
      expect(browser.cookies.has('balie-oidc')).toBe(false);
    });

    it('lets in at one instance who was sent away by another, once', async () => {
      provider.next('elsewhere', { roles: ['balie-delft-edit'], title: 'Desk lead' });
      const [here, there] = [aBrowser(server.address), aBrowser(other.address)];
      const start = await here.get(START);
      const back = new URL(await provider.walk(start.headers.get('location') ?? ''));
      for (const [name, value] of here.cookies) there.cookies.set(name, value);
      const path = back.pathname + back.search;
      expect((await there.get(path)).headers.get('location')).toBe('/administration/');
      expect(await session(there)).toMatchObject({ library: 'delft', role: 'editor' });
      expect((await here.get(path)).headers.get('location')).toBe(REFUSED);
    });

    it('takes back with TLS only a cookie that no other host of the organisation can have set', async () => {
      const ask = (path: string, cookie = '') =>
        fetch(proxied.address + path, { redirect: 'manual', headers: { cookie } });
      for (const [name, to] of [
        ['__Host-balie-oidc', '/administration/'],
        ['balie-oidc', REFUSED],
      ] as const) {
        provider.next('with TLS', { roles: ['balie-delft-edit'] });
        const start = await ask(START);
        const set = start.headers.get('set-cookie') ?? '';
        expect(set).toMatch(
          /^__Host-balie-oidc=[\w-]+; Max-Age=600; Path=\/; HttpOnly; Secure; SameSite=Lax$/,
        );
        const back = new URL(await provider.walk(start.headers.get('location') ?? ''));
        const reply = await ask(back.pathname + back.search, `${name}=${/=([\w-]+)/.exec(set)?.[1]}`);
        expect([name, reply.headers.get('location')]).toEqual([name, to]);
      }
    });

    it('lets nobody in whom the provider gives no rights here, or rights at a library that is not there', async () => {
      for (const roles of [undefined, [], 'other', ['balie-nowhere'], { value: 'balie-all' }]) {
        const { browser, to } = await signIn(`none ${JSON.stringify(roles)}`, roles);
        expect([to, await session(browser)], JSON.stringify(roles)).toEqual([REFUSED, undefined]);
      }
    });

    it('takes for a fresh proof only that somebody signed in at the provider a moment ago', async () => {
      const proved = async (since: number, change: (address: URL) => void = () => undefined) => {
        const browser = aBrowser(server.address);
        const start = await browser.get(START);
        const away = new URL(start.headers.get('location') ?? '');
        expect(away.searchParams.get('max_age')).toBe('300');
        change(away);
        provider.next('proof', { roles: ['balie-delft-edit'] }, since);
        const back = new URL(await provider.walk(away.href));
        const reply = await browser.get(back.pathname + back.search);
        expect(reply.headers.get('location')).toBe('/administration/');
        // Such an account has no recovery codes; the proof is asked for first.
        const asked = await browser.post('/api/v1/account/recovery-codes');
        return Refusal.parse(await asked.json()).why !== 'prove-again';
      };
      expect(await proved(0)).toBe(true);
      expect(await proved(240)).toBe(true);
      expect(await proved(310)).toBe(false);
      // The provider says nothing of when, because the browser did not bring the question.
      expect(await proved(0, ({ searchParams }) => searchParams.delete('max_age'))).toBe(false);
      // A clock that is ahead proves it no longer than others.
      expect(await proved(-3600)).toBe(true);
      const { proved_at } = await store.db
        .selectFrom('sessions')
        .select(({ fn }) => fn.max('proved_at').as('proved_at'))
        .executeTakeFirstOrThrow();
      expect(Date.parse(String(proved_at))).toBeLessThanOrEqual(Date.now());
    });

    it('takes a coming back once, and only in the browser that was sent away', async () => {
      const { browser, back } = await signIn('two', ['balie-delft-edit']);
      const again = await browser.get(back.pathname + back.search);
      expect(again.headers.get('location')).toBe(REFUSED);

      provider.next('two', { roles: ['balie-delft-edit'] });
      const thief = aBrowser(server.address);
      const start = await thief.get(START);
      const stolen = new URL(await provider.walk(start.headers.get('location') ?? ''));
      // Somebody is made to follow the link with the thief's code (login CSRF).
      const victim = aBrowser(server.address);
      await victim.get(START);
      const reply = await victim.get(stolen.pathname + stolen.search);
      expect([reply.headers.get('location'), await session(victim)]).toEqual([REFUSED, undefined]);
    });

    it('believes no code that is not for its state, and no state that it did not make', async () => {
      const one = aBrowser(server.address);
      provider.next('three', { roles: ['balie-all'] });
      const back = new URL(await provider.walk((await one.get(START)).headers.get('location') ?? ''));
      for (const change of [
        (query: URLSearchParams) => query.set('state', 'x'.repeat(43)),
        (query: URLSearchParams) => query.delete('state'),
        (query: URLSearchParams) => query.set('code', 'made up'),
        (query: URLSearchParams) => query.set('iss', 'https://evil.example'),
        (query: URLSearchParams) => query.set('code', '\u0000\r\nset-cookie: balie=stolen'),
      ]) {
        const browser = aBrowser(server.address);
        const start = await browser.get(START);
        provider.next('three', { roles: ['balie-all'] });
        const came = new URL(await provider.walk(start.headers.get('location') ?? ''));
        change(came.searchParams);
        const reply = await browser.get(came.pathname + came.search);
        expect([reply.headers.get('location'), await session(browser)], String(change)).toEqual([
          REFUSED,
          undefined,
        ]);
      }
      expect(back.searchParams.get('code')).not.toBeNull();
    });

    it('gives the rights of now: others end the sessions that there are', async () => {
      const { browser } = await signIn('four', ['balie-delft-edit']);
      const more = await signIn('four', ['balie-delft-publish']);
      expect(await session(browser)).toBeUndefined();
      const account = await session(more.browser);
      expect(account).toMatchObject({ library: 'delft', role: 'publisher' });
      const moved = await signIn('four', ['balie-gouda-edit']);
      expect(await session(more.browser)).toBeUndefined();
      expect(await session(moved.browser)).toMatchObject({ library: 'gouda', role: 'editor' });
      expect((await session(moved.browser))?.id).not.toBe(account?.id);
      expect((await signIn('four', [])).to).toBe(REFUSED);
      expect(await session(moved.browser)).toBeUndefined();
      expect(await session((await signIn('five', ['balie-all'])).browser)).toMatchObject({
        library: null,
        role: 'operator',
      });
    });

    it('lets nobody in whose account was ended here, and writes nothing of it in the trail', async () => {
      const { browser } = await signIn('ended', ['balie-delft-edit']);
      const account = await session(browser);
      await endAccount(store, { library: 'delft' }, String(account?.id));
      const trail = async () => (await readAudit(store.db, 'delft')).entries.map(({ what }) => what);
      const before = await trail();
      expect(before[0]).toBe('account-ended');
      for (const roles of [['balie-delft-edit'], ['balie-delft-publish'], [], ['balie-delft-edit']]) {
        const again = await signIn('ended', roles);
        expect([again.to, await session(again.browser)]).toEqual([REFUSED, undefined]);
      }
      expect(await trail()).toEqual(before);
      const elsewhere = await signIn('ended', ['balie-gouda-edit']);
      expect(await session(elsewhere.browser)).toMatchObject({ library: 'gouda' });
      expect(await trail()).toEqual(before);
      // Having been let in elsewhere does not bring them back here, also years later.
      for (const days of [0, AUDIT_KEPT_DAYS + 1]) {
        await forgetEnded(store, new Date(Date.now() + days * DAY_MS));
        const back = await signIn('ended', ['balie-delft-edit']);
        expect([back.to, await session(back.browser)]).toEqual([REFUSED, undefined]);
        const there = await signIn('ended', ['balie-gouda-edit']);
        expect(await session(there.browser)).toMatchObject({ library: 'gouda' });
      }
      expect(await trail()).toEqual(before);
    });

    it('gives two people of one name two accounts', async () => {
      const one = await session((await signIn('six', ['balie-gouda-edit'])).browser);
      const two = await session((await signIn('seven', ['balie-gouda-edit'])).browser);
      expect(one?.id).not.toBe(two?.id);
      expect(one?.name).not.toBe(two?.name);
    });

    it('keeps and logs neither token nor secret', async () => {
      const { back, browser } = await signIn('eight', ['balie-delft-edit']);
      const rows = JSON.stringify(await store.db.selectFrom('oidc_sign_ins').selectAll().execute());
      for (const secret of [
        provider.secret,
        back.searchParams.get('code') ?? '',
        back.searchParams.get('state') ?? '',
        browser.cookies.get('balie') ?? '',
      ]) {
        expect(secret).not.toBe('');
        expect(logged + rows).not.toContain(secret);
      }
    });
  });
}
