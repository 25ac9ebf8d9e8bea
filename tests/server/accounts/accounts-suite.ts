import { Secret, TOTP } from 'otpauth';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
  AccountList,
  AuditPage,
  Invitation,
  InvitationLink,
  OwnAccount,
  PasskeyChallenge,
  Session,
  Started,
} from '../../../core/contract/administration/account.ts';
import { Refusal } from '../../../core/contract/sync/batch.ts';
import type { Actor } from '../../../server/accounts/actor.ts';
import { changeRole, endAccount } from '../../../server/accounts/change-account.ts';
import { addAccount } from '../../../server/accounts/invitations.ts';
import { openSession } from '../../../server/accounts/sessions.ts';
import { aBrowser, anAccount, aSignedInBrowser } from '../../builders/a-browser.ts';
import { type OwnServer, startOwnServer } from '../../builders/a-server.ts';
import { anAuthenticator } from '../../builders/an-authenticator.ts';

const PASSWORD = 'vier paarden in de gang';
const why = async (response: Response) => Refusal.parse(await response.json()).why;
/** The code of an app, so many steps of half a minute away. */
const codeOf = (secret: string, steps = 0) =>
  new TOTP({ secret: Secret.fromBase32(secret) }).generate({ timestamp: Date.now() + steps * 30_000 });

/** Accounts, and how they sign in, whatever the store and however many instances. */
export function describeAccounts(
  name: string,
  database: () => Promise<string | undefined>,
  instances: number,
): void {
  describe(name, () => {
    let server: OwnServer;
    let first: string;
    let last: string;
    let number = 0;
    beforeAll(async () => {
      server = await startOwnServer(await database(), instances);
      // A passkey belongs to a name.
      [first, last] = [server.addresses[0], server.addresses.at(-1) as string].map((address) =>
        address.replace('127.0.0.1', 'localhost'),
      ) as [string, string];
    });
    afterAll(() => server.remove());

    const invite = async (library: string | null = 'delft') => {
      const account = {
        library,
        role: library === null ? 'operator' : 'editor',
        name: `Desk lead ${++number}`,
      } as const;
      const invited = await addAccount(server.store, account, { library }, new Date());
      return { ...account, token: invited?.token ?? '' };
    };
    /** An account that began with a password. */
    const started = async () => {
      const { token, ...account } = await invite();
      const browser = aBrowser(first);
      const { secret } = Invitation.parse(await (await browser.post('/api/v1/invitation', { token })).json());
      const reply = await browser.post('/api/v1/invitation/password', {
        token,
        password: PASSWORD,
        code: codeOf(secret, -1),
      });
      const { recoveryCodes } = Started.parse(await reply.json());
      const { library } = account;
      const way = { library, name: account.name, password: PASSWORD };
      return { ...account, token, browser, secret, recoveryCodes, way };
    };

    it('starts an account by its invitation, once', async () => {
      const { browser, token, secret, recoveryCodes, way } = await started();
      expect(recoveryCodes).toHaveLength(10);
      const session = Session.parse(await (await browser.get('/api/v1/session')).json());
      expect(session.account).toMatchObject({ name: way.name, library: 'delft', role: 'editor' });
      for (const path of ['/api/v1/invitation', '/api/v1/invitation/passkey/challenge'])
        expect(await why(await aBrowser(last).post(path, { token }))).toBe('unknown-code');
      const again = await aBrowser(last).post('/api/v1/invitation/password', {
        token,
        password: PASSWORD,
        code: codeOf(secret, 1),
      });
      expect(await why(again)).toBe('unknown-code');
    });

    it('gives an invitation to one of two who use it at the same moment', async () => {
      const { token } = await invite();
      const { secret } = Invitation.parse(
        await (await aBrowser(first).post('/api/v1/invitation', { token })).json(),
      );
      const answers = await Promise.all(
        [first, last].map((address) =>
          aBrowser(address).post('/api/v1/invitation/password', {
            token,
            password: PASSWORD,
            code: codeOf(secret),
          }),
        ),
      );
      expect(answers.map(({ status }) => status).sort()).toEqual([200, 403]);
    });

    it('takes no invitation after a day, and no weak password', async () => {
      const account = { library: 'delft', role: 'reader', name: `Desk lead ${++number}` } as const;
      const old = await addAccount(
        server.store,
        account,
        { library: 'delft' },
        new Date(Date.now() - 24 * 3600 * 1000),
      );
      expect(await why(await aBrowser(first).post('/api/v1/invitation', { token: old?.token }))).toBe(
        'unknown-code',
      );
      const { token, name: own } = await invite();
      const { secret } = Invitation.parse(
        await (await aBrowser(first).post('/api/v1/invitation', { token })).json(),
      );
      for (const password of ['kort', 'aaaaaaaaaaaaaaa', `123 ${own} 123`, 'bibliotheek delft'])
        expect(
          await why(
            await aBrowser(first).post('/api/v1/invitation/password', {
              token,
              password,
              code: codeOf(secret),
            }),
          ),
          password,
        ).toBe('bad-request');
      expect(
        await why(
          await aBrowser(first).post('/api/v1/invitation/password', {
            token,
            password: PASSWORD,
            code: '000000',
          }),
        ),
      ).toBe('sign-in-failed');
    });

    it('signs in with the password and a code, with a new token each time, and takes a code once', async () => {
      const { way, secret } = await started();
      const browser = aBrowser(first);
      browser.cookies.set('balie', 'a'.repeat(43));
      const code = codeOf(secret);
      const answers = await Promise.all(
        [first, last].map((address) => aBrowser(address).post('/api/v1/sign-in/password', { ...way, code })),
      );
      expect(answers.map(({ status }) => status).sort()).toEqual([200, 401]);
      expect(
        (await browser.post('/api/v1/sign-in/password', { ...way, code: codeOf(secret, 1) })).status,
      ).toBe(200);
      expect(browser.cookies.get('balie')).not.toBe('a'.repeat(43));
      expect((await browser.get('/api/v1/session')).status).toBe(200);
    });

    it('lets in with a recovery code in the place of the other, once each', async () => {
      const { way, recoveryCodes } = await started();
      const sign = (code: string | undefined) =>
        aBrowser(last).post('/api/v1/sign-in/password', { ...way, code });
      expect((await sign(recoveryCodes[0]?.toLowerCase())).status).toBe(200);
      expect(await why(await sign(recoveryCodes[0]))).toBe('sign-in-failed');
      expect((await sign(recoveryCodes[1])).status).toBe(200);
    });

    it('says the same whether the name, the password or the code is wrong', async () => {
      const { way, secret } = await started();
      const wrong = [
        { ...way, name: 'Nobody', code: codeOf(secret) },
        { ...way, library: 'gouda', code: codeOf(secret) },
        { ...way, library: null, code: codeOf(secret) },
        { ...way, password: `${PASSWORD}!`, code: codeOf(secret) },
        { ...way, code: '000000' },
      ];
      const answers = [];
      for (const body of wrong) {
        const reply = await aBrowser(first).post('/api/v1/sign-in/password', body);
        answers.push(`${reply.status} ${await reply.text()} ${reply.headers.get('set-cookie')}`);
      }
      expect(new Set(answers).size).toBe(1);
      expect(answers[0]).toContain('sign-in-failed');
    });

    it('looks at no further try for a while after five wrong ones, whether the account is there or not', async () => {
      const { way, secret } = await started();
      for (const body of [way, { ...way, name: 'Nobody at all' }]) {
        // All at once, at all instances: not one more gets by.
        const answers = await Promise.all(
          Array.from({ length: 9 }, (_, index) =>
            aBrowser(index % 2 === 0 ? first : last).post('/api/v1/sign-in/password', {
              ...body,
              password: 'wrong',
              code: '000000',
            }),
          ),
        );
        const statuses = answers.map(({ status }) => status).sort();
        expect(statuses).toEqual([401, 401, 401, 401, 401, 429, 429, 429, 429]);
      }
      const right = await aBrowser(last).post('/api/v1/sign-in/password', { ...way, code: codeOf(secret) });
      expect(await why(right)).toBe('too-many');
      await server.store.db
        .updateTable('sign_in_tries')
        .set({ until: new Date(Date.now() - 1).toISOString() })
        .execute();
      const later = await aBrowser(last).post('/api/v1/sign-in/password', { ...way, code: codeOf(secret) });
      expect(later.status).toBe(200);
      const slowed = await server.store.db
        .selectFrom('audit')
        .select('on_what')
        .where('what', '=', 'sign-in-slowed-down')
        .execute();
      expect(slowed).toEqual([{ on_what: way.name }]);
    });

    it('lets an owner in by a browser that signed in before, whoever tries elsewhere, and by no other', async () => {
      const { way, secret, browser } = await started();
      const another = (await started()).browser;
      const wrong = { ...way, password: 'wrong', code: '000000' };
      const signIn = async (by: ReturnType<typeof aBrowser>, body = wrong) => {
        const reply = await by.post('/api/v1/sign-in/password', body);
        return reply.status === 200 ? 'in' : why(reply);
      };
      const mark = browser.cookies.get('balie-known') ?? '';
      /** A browser that is signed in nowhere, and shows this mark. */
      const showing = (shown: string, at = last) => {
        const fresh = aBrowser(at);
        fresh.cookies.set('balie-known', shown);
        return fresh;
      };
      for (let attempt = 0; attempt < 5; attempt++)
        expect(await signIn(aBrowser(first))).toBe('sign-in-failed');
      // However slowly this goes on, the half minute is not over.
      const [now, later] = [new Date(), new Date(Date.now() + 600_000)].map((moment) => moment.toISOString());
      await server.store.db
        .updateTable('sign_in_tries')
        .set({ until: String(later) })
        .where('until', '>', String(now))
        .execute();
      const right = { ...way, code: codeOf(secret) };
      for (const shown of [
        ...[
          '',
          'v1.',
          '~~~',
          'v1.AAAA',
          mark.slice(0, -2),
          `${mark.slice(0, 20)}${mark[20] === 'x' ? 'y' : 'x'}${mark.slice(21)}`,
        ],
        another.cookies.get('balie-known') ?? '',
      ])
        expect(await signIn(showing(shown), right), shown).toBe('too-many');
      const owner = showing(mark);
      expect(await signIn(owner, right)).toBe('in');
      expect(await signIn(aBrowser(first), right)).toBe('too-many');
      // A known browser is no way around: its tries are counted too, wherever they come in.
      const next = owner.cookies.get('balie-known') ?? '';
      expect(next).not.toBe(mark);
      for (let attempt = 0; attempt < 5; attempt++)
        expect(await signIn(showing(next, attempt % 2 ? first : last))).toBe('sign-in-failed');
      expect(await signIn(showing(next), { ...way, code: codeOf(secret, 1) })).toBe('too-many');
    });

    it('knows a browser of several people by each of them', async () => {
      const [one, other] = [await started(), await started()];
      const shared = aBrowser(first);
      for (const { way, secret } of [one, other])
        expect((await shared.post('/api/v1/sign-in/password', { ...way, code: codeOf(secret) })).status).toBe(
          200,
        );
      for (const { way, secret } of [one, other]) {
        for (let attempt = 0; attempt < 5; attempt++)
          await aBrowser(first).post('/api/v1/sign-in/password', { ...way, password: 'x', code: '000000' });
        const reply = await shared.post('/api/v1/sign-in/password', { ...way, code: codeOf(secret, 1) });
        expect(reply.status).toBe(200);
      }
    });

    it('ends every session by a new password, which the old one and a code prove', async () => {
      const { way, secret, browser } = await started();
      const newPassword = 'zes ezels op het dak';
      const change = { password: PASSWORD, newPassword };
      expect(await why(await browser.post('/api/v1/account/password', { ...change, code: '000000' }))).toBe(
        'sign-in-failed',
      );
      expect(
        (await browser.post('/api/v1/account/password', { ...change, code: codeOf(secret) })).status,
      ).toBe(200);
      expect(await why(await browser.get('/api/v1/session'))).toBe('not-signed-in');
      const sign = (password: string) =>
        aBrowser(last).post('/api/v1/sign-in/password', { ...way, password, code: codeOf(secret, 1) });
      expect(await why(await sign(PASSWORD))).toBe('sign-in-failed');
      expect((await sign(newPassword)).status).toBe(200);
    });

    it('starts an account with a passkey, signs in with it, and takes an answer once', async () => {
      const { token, name: own } = await invite(null);
      const browser = aBrowser(first);
      const key = anAuthenticator(first);
      const ask = async (path: string, body: unknown = {}) =>
        PasskeyChallenge.parse(await (await browser.post(path, body)).json());
      const made = await ask('/api/v1/invitation/passkey/challenge', { token });
      const start = { token, name: 'Key of the desk', challenge: made.challenge, answer: key.register(made) };
      const begun = Started.parse(await (await browser.post('/api/v1/invitation/passkey', start)).json());
      expect(begun).toMatchObject({
        session: { account: { name: own, library: null, role: 'operator' } },
        recoveryCodes: [],
      });

      const asked = await ask('/api/v1/sign-in/passkey/challenge');
      const answer = { challenge: asked.challenge, answer: key.sign(asked) };
      expect((await browser.post('/api/v1/sign-in/passkey', answer)).status).toBe(200);
      expect(await why(await browser.post('/api/v1/sign-in/passkey', answer))).toBe('sign-in-failed');
      const refused = async (sign: (asked: PasskeyChallenge) => ReturnType<typeof key.sign>) => {
        const fresh = await ask('/api/v1/sign-in/passkey/challenge');
        return why(
          await browser.post('/api/v1/sign-in/passkey', { challenge: fresh.challenge, answer: sign(fresh) }),
        );
      };
      expect(await refused((each) => key.sign(each, { from: 'https://balie.evil.example' }))).toBe(
        'sign-in-failed',
      );
      expect(await refused((each) => key.sign(each, { flags: 0x01 }))).toBe('sign-in-failed'); // not unlocked
      expect(await refused((each) => anAuthenticator(first).sign(each))).toBe('sign-in-failed');
      expect(
        await refused((each) => ({ ...anAuthenticator(first).sign(each), id: key.id, rawId: key.id })),
      ).toBe('sign-in-failed');
      const copy = await refused((each) => {
        key.setCounter(0);
        return key.sign(each);
      });
      expect(copy).toBe('sign-in-failed');
    });

    it('adds a passkey to an account, and never takes the only way in away', async () => {
      const { browser } = await started();
      const key = anAuthenticator(first);
      const asked = PasskeyChallenge.parse(
        await (await browser.post('/api/v1/account/passkeys/challenge')).json(),
      );
      // A challenge is for one account and one thing.
      const signIn = PasskeyChallenge.parse(
        await (await browser.post('/api/v1/sign-in/passkey/challenge')).json(),
      );
      const mixed = {
        ...asked,
        challenge: signIn.challenge,
        options: { ...asked.options, ...signIn.options },
      };
      const body = { name: 'Key', challenge: mixed.challenge, answer: key.register(mixed) };
      expect(await why(await browser.post('/api/v1/account/passkeys', body))).toBe('sign-in-failed');
      const added = await browser.post('/api/v1/account/passkeys', {
        name: 'Key',
        challenge: asked.challenge,
        answer: key.register(asked),
      });
      expect(OwnAccount.parse(await added.json())).toMatchObject({
        password: true,
        recoveryCodesLeft: 10,
        passkeys: [{ id: key.id, name: 'Key' }],
      });
      const other = (await started()).browser;
      expect(await why(await other.post('/api/v1/account/passkeys/remove', { id: key.id }))).toBe(
        'not-found',
      );
      await server.store.db
        .updateTable('accounts')
        .set({ password: null })
        .where('id', '=', OwnAccount.parse(await (await browser.get('/api/v1/account')).json()).account.id)
        .execute();
      expect(await why(await browser.post('/api/v1/account/passkeys/remove', { id: key.id }))).toBe(
        'not-allowed',
      );
    });

    it('gives an account of the organisation no passkey, and lets it in with none that it had', async () => {
      const { browser } = await started();
      const { id } = OwnAccount.parse(await (await browser.get('/api/v1/account')).json()).account;
      const ask = async (path: string) => PasskeyChallenge.parse(await (await browser.post(path)).json());
      const [had, late] = [anAuthenticator(first), anAuthenticator(first)];
      const asked = await ask('/api/v1/account/passkeys/challenge');
      const kept = { name: 'Had', challenge: asked.challenge, answer: had.register(asked) };
      expect((await browser.post('/api/v1/account/passkeys', kept)).status).toBe(200);
      const open = await ask('/api/v1/account/passkeys/challenge');
      const signIn = async () => {
        const toSign = await ask('/api/v1/sign-in/passkey/challenge');
        const answer = { challenge: toSign.challenge, answer: had.sign(toSign) };
        return aBrowser(first).post('/api/v1/sign-in/passkey', answer);
      };
      expect((await signIn()).status).toBe(200);

      await server.store.db
        .updateTable('accounts')
        .set({ password: null, issuer: 'https://issuer.example', subject: id })
        .where('id', '=', id)
        .execute();
      expect(await why(await browser.post('/api/v1/account/passkeys/challenge'))).toBe('not-allowed');
      const second = { name: 'Late', challenge: open.challenge, answer: late.register(open) };
      expect(await why(await browser.post('/api/v1/account/passkeys', second))).toBe('not-allowed');
      expect(await why(await signIn())).toBe('sign-in-failed');
      // It is not the way in any more, so it may go.
      const gone = await browser.post('/api/v1/account/passkeys/remove', { id: had.id });
      expect(OwnAccount.parse(await gone.json()).passkeys).toEqual([]);
    });

    it('wants a fresh proof of who is there before it makes a passkey or recovery codes', async () => {
      const { browser, secret } = await started();
      const { id } = OwnAccount.parse(await (await browser.get('/api/v1/account')).json()).account;
      const longAgo = new Date(Date.now() - 6 * 60_000).toISOString();
      const grow = async () =>
        server.store.db
          .updateTable('sessions')
          .set({ made_at: longAgo, proved_at: longAgo })
          .where('account', '=', id)
          .execute();
      const asked = () => browser.post('/api/v1/account/passkeys/challenge');
      const codes = () => browser.post('/api/v1/account/recovery-codes');
      await grow();
      for (const each of [asked, codes]) expect(await why(await each())).toBe('prove-again');
      const byPassword = { by: 'password', password: PASSWORD, code: codeOf(secret) };
      const wrong = await browser.post('/api/v1/account/proof', { ...byPassword, password: `${PASSWORD}!` });
      expect(await why(wrong)).toBe('sign-in-failed');
      expect(await why(await codes())).toBe('prove-again');
      await server.store.db.deleteFrom('sign_in_tries').execute();
      expect((await browser.post('/api/v1/account/proof', byPassword)).status).toBe(200);
      expect((await codes()).status).toBe(200);
      const challenge = PasskeyChallenge.parse(await (await asked()).json());
      const key = anAuthenticator(first);
      const answer = key.register(challenge);
      const kept = { name: 'Key', challenge: challenge.challenge, answer };
      expect((await browser.post('/api/v1/account/passkeys', kept)).status).toBe(200);

      // A passkey proves it too; one of somebody else does not, nor does an answer that was for signing in.
      await grow();
      const prove = async (signed: ReturnType<typeof anAuthenticator>, place: string, by = browser) => {
        const toSign = PasskeyChallenge.parse(await (await by.post(place)).json());
        const proof = { by: 'passkey', challenge: toSign.challenge, answer: signed.sign(toSign) };
        return browser.post('/api/v1/account/proof', proof);
      };
      const other = await started();
      const theirKey = anAuthenticator(first);
      const theirs = PasskeyChallenge.parse(
        await (await other.browser.post('/api/v1/account/passkeys/challenge')).json(),
      );
      await other.browser.post('/api/v1/account/passkeys', {
        name: 'Key',
        challenge: theirs.challenge,
        answer: theirKey.register(theirs),
      });
      const place = '/api/v1/account/proof/challenge';
      expect(await why(await prove(theirKey, place))).toBe('sign-in-failed');
      expect(await why(await prove(key, '/api/v1/sign-in/passkey/challenge'))).toBe('sign-in-failed');
      expect(await why(await prove(key, place, other.browser))).toBe('sign-in-failed');
      expect(await why(await codes())).toBe('prove-again');
      expect((await prove(key, place)).status).toBe(200);
      expect((await codes()).status).toBe(200);
    });

    it('takes a proof for the browser in which it was given, and for no other', async () => {
      const { browser, secret } = await started();
      const { account } = OwnAccount.parse(await (await browser.get('/api/v1/account')).json());
      const elsewhere = aBrowser(last);
      elsewhere.cookies.set('balie', (await openSession(server.store.db, account, new Date())).token);
      await server.store.db
        .updateTable('sessions')
        .set({ made_at: new Date(Date.now() - 6 * 60_000).toISOString() })
        .where('account', '=', account.id)
        .execute();
      const proof = { by: 'password', password: PASSWORD, code: codeOf(secret) };
      expect((await browser.post('/api/v1/account/proof', proof)).status).toBe(200);
      expect((await browser.post('/api/v1/account/recovery-codes')).status).toBe(200);
      for (const path of ['/api/v1/account/recovery-codes', '/api/v1/account/passkeys/challenge'])
        expect(await why(await elsewhere.post(path)), path).toBe('prove-again');
    });

    it('counts a wrong proof as a try: after five of them nothing is proved in that browser, and nobody signs in with it', async () => {
      const { browser, secret, way } = await started();
      const prove = async (password: string) =>
        browser.post('/api/v1/account/proof', { by: 'password', password, code: codeOf(secret) });
      for (let attempt = 0; attempt < 5; attempt++)
        expect(await why(await prove(`${PASSWORD}!`))).toBe('sign-in-failed');
      expect(await why(await prove(PASSWORD))).toBe('too-many');
      const signIn = { ...way, code: codeOf(secret) };
      expect(await why(await browser.post('/api/v1/sign-in/password', signIn))).toBe('too-many');
      browser.cookies.delete('balie-known');
      for (let attempt = 0; attempt < 5; attempt++)
        expect(await why(await prove(`${PASSWORD}!`))).toBe('sign-in-failed');
      expect(await why(await aBrowser(last).post('/api/v1/sign-in/password', signIn))).toBe('too-many');
    });

    it('signs out everywhere but here, and nobody else', async () => {
      const { browser, secret, way } = await started();
      const another = (await started()).browser;
      const elsewhere = aBrowser(last);
      await elsewhere.post('/api/v1/sign-in/password', { ...way, code: codeOf(secret) });
      expect((await elsewhere.get('/api/v1/session')).status).toBe(200);
      const own = async () => OwnAccount.parse(await (await browser.get('/api/v1/account')).json());
      expect((await own()).otherSessions).toBe(1);
      const reply = await browser.post('/api/v1/account/sessions/end');
      expect(OwnAccount.parse(await reply.json()).otherSessions).toBe(0);
      expect((await elsewhere.get('/api/v1/session')).status).toBe(401);
      expect((await browser.get('/api/v1/session')).status).toBe(200);
      expect((await another.get('/api/v1/session')).status).toBe(200);
    });

    it('wants a fresh proof before it lets somebody in or gives another role, and none to shut somebody out', async () => {
      const browser = await aSignedInBrowser(server.store, first, 'administrator', 'gouda');
      const { id: account } = await anAccount(server.store, 'reader', 'gouda');
      const own = () => server.store.db.updateTable('sessions').where('account', '=', browser.account.id);
      const changes: [string, object][] = [
        ['', { name: 'Somebody of the street', role: 'administrator' }],
        ['/role', { account, role: 'administrator' }],
        ['/invitation', { account }],
      ];
      const grant = ([path, body]: [string, object]) => browser.post(`/api/v1/accounts${path}`, body);
      const longAgo = new Date(Date.now() - 6 * 60_000).toISOString();
      await own().set({ made_at: longAgo }).execute();
      const before = await (await browser.get('/api/v1/accounts')).text();
      for (const each of changes) expect(await why(await grant(each)), each[0]).toBe('prove-again');
      expect(await (await browser.get('/api/v1/accounts')).text()).toBe(before);
      await own().set({ proved_at: new Date().toISOString() }).execute();
      for (const each of changes) expect((await grant(each)).status, each[0]).toBe(200);
      await own().set({ proved_at: longAgo }).execute();
      expect((await browser.post('/api/v1/accounts/end', { account })).status).toBe(200);
    });

    it('lets an administrator invite, change roles and end accounts of the own library, and writes it down', async () => {
      const browser = await aSignedInBrowser(server.store, first, 'administrator', 'gouda');
      const list = async () =>
        AccountList.parse(await (await browser.get('/api/v1/accounts')).json()).accounts;
      const fresh = { name: 'Desk <b>lead</b>', role: 'reader' };
      const { account, link } = InvitationLink.parse(
        await (await browser.post('/api/v1/accounts', fresh)).json(),
      );
      expect(
        await why(await browser.post('/api/v1/accounts', { name: '  desk  <B>LEAD</B>', role: 'reader' })),
      ).toBe('taken');
      expect(await list()).toContainEqual(expect.objectContaining({ id: account, state: 'invited', by: [] }));
      const theirs = aBrowser(last);
      const token = link.split('#')[1];
      const { secret } = Invitation.parse(await (await theirs.post('/api/v1/invitation', { token })).json());
      await theirs.post('/api/v1/invitation/password', { token, password: PASSWORD, code: codeOf(secret) });
      expect(await list()).toContainEqual(
        expect.objectContaining({ id: account, state: 'active', by: ['password'] }),
      );

      expect((await browser.post('/api/v1/accounts/role', { account, role: 'publisher' })).status).toBe(200);
      expect(await why(await theirs.get('/api/v1/session'))).toBe('not-signed-in');
      expect((await browser.post('/api/v1/accounts/invitation', { account })).status).toBe(200);
      expect((await browser.post('/api/v1/accounts/end', { account })).status).toBe(200);
      expect((await list()).map(({ id }) => id)).not.toContain(account);
      expect((await browser.post('/api/v1/accounts', fresh)).status).toBe(200);
      for (const path of ['/api/v1/accounts/role', '/api/v1/accounts/end', '/api/v1/accounts/invitation'])
        expect(
          await why(await browser.post(path, { account: browser.account.id, role: 'reader' })),
          path,
        ).toMatch(/not-allowed|bad-request/);

      const { entries } = AuditPage.parse(await (await browser.get('/api/v1/audit')).json());
      expect(entries.map(({ what }) => what)).toEqual(
        expect.arrayContaining([
          'account-added',
          'account-started',
          'account-role-changed',
          'account-invited-again',
          'account-ended',
        ]),
      );
      expect(entries.find(({ what }) => what === 'account-ended')).toMatchObject({
        by: browser.account.name,
        onWhat: fresh.name,
      });
    });

    it('leaves somebody who may give rights, when two take them from each other at one moment', async () => {
      type Taking = (actor: Actor & { readonly library: string }, id: string) => Promise<void>;
      const demote: Taking = (actor, id) => changeRole(server.store, actor, id, 'reader');
      const end: Taking = (actor, id) => endAccount(server.store, actor, id);
      const anAdministrator = async () => {
        const { id, name } = await anAccount(server.store, 'administrator', 'gouda');
        return { id, name, role: 'administrator', library: 'gouda' } as const;
      };
      const pairs: [Taking, Taking][] = [
        [demote, demote],
        [end, end],
        [demote, end],
      ];
      for (const [take, takeBack] of [...pairs, ...pairs, ...pairs]) {
        const [one, other] = [await anAdministrator(), await anAdministrator()];
        const came = await Promise.allSettled([take(one, other.id), takeBack(other, one.id)]);
        expect(came.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
        const refused = came.find((each) => each.status === 'rejected');
        expect(refused?.reason).toMatchObject({ why: 'not-allowed' });
        const left = await server.store.db
          .selectFrom('accounts')
          .select('id')
          .where('id', 'in', [one.id, other.id])
          .where('role', '=', 'administrator')
          .where('state', '=', 'active')
          .execute();
        expect(left).toHaveLength(1);
      }
    });

    it('lets an operator look after the accounts of a library for as long as the operator is one', async () => {
      const { id, name } = await anAccount(server.store, 'operator');
      const operator = { id, name, role: 'operator', library: 'gouda' } as const;
      const { id: account } = await anAccount(server.store, 'administrator', 'gouda');
      await changeRole(server.store, operator, account, 'editor');
      await endAccount(server.store, { library: null }, id);
      await expect(endAccount(server.store, operator, account)).rejects.toMatchObject({ why: 'not-allowed' });
      await endAccount(server.store, { library: 'gouda' }, account);
    });

    it('keeps and logs no password, code or token that could be used', async () => {
      const { secret, recoveryCodes, browser } = await started();
      const { db } = server.store;
      const tables = ['accounts', 'sessions', 'recovery_codes', 'audit', 'invitations'] as const;
      const rows = await Promise.all(tables.map((table) => db.selectFrom(table).selectAll().execute()));
      const stored = JSON.stringify(rows);
      for (const text of [PASSWORD, String(recoveryCodes[0]), String(browser.cookies.get('balie'))]) {
        expect(stored).not.toContain(text);
        expect(server.logged()).not.toContain(text);
      }
      expect(server.logged()).not.toContain(secret);
    });
  });
}
