import { createHash, randomBytes, randomUUID } from 'node:crypto';
import { request } from 'node:http';
import { Encrypter, generateX25519Identity, identityToRecipient } from 'age-encryption';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { ListedPartner } from '../../../core/contract/administration/organisations.ts';
import { Refusal, SIGNATURE_HEADER } from '../../../core/contract/sync/batch.ts';
import {
  HandoverAnswer,
  MOST_ANSWERED,
  MOST_PARTNERS,
  type ReportedHandover,
} from '../../../core/contract/sync/handovers.ts';
import { HANDOVERS_ANSWER_KIND, HANDOVERS_KIND } from '../../../core/contract/sync/kinds.ts';
import { makeHandoverCode, writeHandoverCode } from '../../../core/domain/desk/handover-code.ts';
import { forgetHandovers } from '../../../server/handovers/forget-handovers.ts';
import { MANY_WRONG, mayLook, wasWrong } from '../../../server/handovers/guard-codes.ts';
import { lockedWaiting } from '../../../server/handovers/locked-waiting.ts';
import { AGAIN_MS } from '../../../server/handovers/partner-desk.ts';
import { MOST_NEW_A_DAY, takeReport } from '../../../server/handovers/take-report.ts';
import { revokeDevice } from '../../../server/organisations/devices.ts';
import { addPartner, changePartner, removePartner } from '../../../server/organisations/partners.ts';
import { signDetached, verifyDetached } from '../../../trust/jws/detached-jws.ts';
import { publicDeviceKey } from '../../../trust/jws/device-key.ts';
import { aSignedInBrowser } from '../../builders/a-browser.ts';
import { type OwnServer, startOwnServer } from '../../builders/a-server.ts';

type Device = Awaited<ReturnType<OwnServer['approved']>>;

/** What somebody types who means harm, as names of organisations. */
const HARM = `<img src=x onerror=alert(1)>"'&</h1><script>alert(1)</script>`;
const DAY_MS = 86_400_000;

/** Handovers at the server: what desks tell, and the page of the partner, whatever the store and however many instances. */
export function describeHandovers(
  name: string,
  database: () => Promise<string | undefined>,
  instances: number,
): void {
  describe(name, () => {
    let server: OwnServer;
    let first: string;
    let last: string;
    let desk: Device;
    let recipient: string;
    beforeAll(async () => {
      server = await startOwnServer(await database(), instances);
      first = server.addresses[0];
      last = server.addresses.at(-1) as string;
      desk = await server.approved('delft');
      recipient = await identityToRecipient(await generateX25519Identity());
      await addPartner(server.store, 'delft', {
        ...{ id: 'wijkteam', name: 'Wijkteam (fictional)', kind: 'social-work', recipient, asks: ['name'] },
        review_by: '2099-01-01',
      });
    });
    afterAll(() => server.remove());

    const sealed = async (text = 'Naam: Anna\n') => {
      const age = new Encrypter();
      age.addRecipient(recipient);
      return Buffer.from(await age.encrypt(text)).toString('base64');
    };
    const hash = (code: string) => createHash('sha256').update(code).digest('hex');
    const aHandover = (code: string, more: Partial<ReportedHandover> = {}): ReportedHandover => ({
      ...{ id: randomUUID(), code: hash(code), partner: 'wijkteam', hoursAgo: 0, said: [] },
      ...more,
    });
    type From = { readonly device?: Device; readonly as?: string; readonly kind?: string };
    const send = (handovers: unknown[], { device = desk, as, kind = HANDOVERS_KIND }: From = {}) => {
      const body = Buffer.from(
        JSON.stringify({ device: as ?? device.id(), report: randomUUID(), handovers }),
      );
      const headers = {
        'content-type': 'application/json',
        [SIGNATURE_HEADER]: signDetached(body, device.key, device.id(), kind),
      };
      return fetch(`${first}/api/v1/handovers`, { method: 'POST', headers, body });
    };
    const tell = async (...handovers: ReportedHandover[]): Promise<HandoverAnswer> => {
      const response = await send(handovers);
      const bytes = Buffer.from(await response.arrayBuffer());
      const signature = response.headers.get(SIGNATURE_HEADER) ?? '';
      expect(verifyDetached(bytes, signature, publicDeviceKey(desk.serverKey()), HANDOVERS_ANSWER_KIND)).toBe(
        true,
      );
      return HandoverAnswer.parse(JSON.parse(bytes.toString()));
    };
    const forget = (now: Date) => server.store.db.transaction().execute((trx) => forgetHandovers(trx, now));
    const heard = async (id: string) => (await tell()).handovers.find((each) => each.id === id);
    /** What a browser sends from the page. */
    const submit = (fields: Record<string, string>, headers: Record<string, string> = {}) =>
      fetch(`${last}/overdracht`, {
        method: 'POST',
        headers: { origin: last, 'sec-fetch-site': 'same-origin', ...headers },
        body: new URLSearchParams({ language: 'nl', ...fields }),
      });
    const aCode = () => makeHandoverCode(randomBytes);

    it('goes on with the handovers of a desk that enrolled anew, once the old device is revoked', async () => {
      const old = await server.approved('delft');
      const given = aHandover(aCode(), { sealed: await sealed() });
      await send([given], { device: old });
      const anew = await server.approved('delft');
      const told = async (device: Device, handover: ReportedHandover = given) =>
        HandoverAnswer.parse(await (await send([handover], { device })).json());
      // A device that is heard keeps what it gave.
      expect((await told(anew)).refused).toEqual([given.id]);
      await revokeDevice(server.store, old.id());
      expect((await told(anew, { ...given, code: hash(aCode()) })).refused).toEqual([given.id]);
      expect((await told(await server.approved('gouda'))).refused).toEqual([given.id]);
      expect(await told(anew, { ...given, said: [{ number: 1, state: 'withdrawn' }] })).toMatchObject({
        handovers: [{ id: given.id, state: 'withdrawn', sealed: 'deleted', said: 1 }],
        refused: [],
      });
      // Nobody else has it then.
      expect((await told(desk)).refused).toEqual([given.id]);
    });

    it('deletes what waits for a partner who has another key: nobody could open it', async () => {
      const agreement = { name: 'Taalhuis (fictional)', kind: 'other' as const, asks: ['name' as const] };
      const key = async () => identityToRecipient(await generateX25519Identity());
      const before = await key();
      await addPartner(server.store, 'delft', { id: 'taalhuis', ...agreement, recipient: before });
      const codes = [aCode(), aCode()];
      const [given, fetched] = await Promise.all(
        codes.map(async (code) => aHandover(code, { partner: 'taalhuis', sealed: await sealed() })),
      );
      if (given === undefined || fetched === undefined) throw new Error('two were given');
      await tell(given, fetched);
      const [code = '', other = ''] = codes;
      await (await submit({ code: other, act: 'fetch' })).arrayBuffer();
      await expect.poll(async () => (await heard(fetched.id))?.sealed).toBe('delivered');
      // Agreed anew with the same key, nothing changes.
      await changePartner(server.store, 'delft', 'taalhuis', { ...agreement, recipient: before });
      expect((await heard(given.id))?.sealed).toBe('waiting');
      // Who is asked whether a partner may go reads that it costs something.
      const waiting = async () => (await lockedWaiting(server.store, 'delft')).has('taalhuis');
      expect(await waiting()).toBe(true);
      expect(await lockedWaiting(server.store, 'gouda')).toEqual(new Set());
      await changePartner(server.store, 'delft', 'taalhuis', { ...agreement, recipient: await key() });
      expect((await submit({ code, act: 'fetch' })).status).toBe(404);
      expect(await (await submit({ code })).text()).toContain('Het bestand is gewist. Bel de bibliotheek');
      expect((await heard(given.id))?.sealed).toBe('deleted');
      expect(await waiting()).toBe(false);
      expect((await heard(fetched.id))?.sealed).toBe('delivered');
    });

    it('tells an administrator that something waits for a partner, and nothing by which one more or one less is known', async () => {
      const partner = { id: 'rechtswinkel', name: 'Rechtswinkel (fictional)', kind: 'legal-help' as const };
      await addPartner(server.store, 'delft', { ...partner, recipient, asks: ['name'] });
      const admin = await aSignedInBrowser(server.store, last, 'administrator', 'delft');
      const listed = async () => (await admin.get('/api/v1/partners')).text();
      const waiting = (text: string) =>
        (JSON.parse(text) as ListedPartner[]).find(({ id }) => id === partner.id)?.waiting;
      const before = await listed();
      const answers = new Map<number, string>();
      let given = 0;
      for (const all of [1, 9, 10, 12, 13]) {
        for (; given < all; given++)
          await tell(aHandover(aCode(), { partner: partner.id, sealed: await sealed() }));
        answers.set(all, await listed());
      }
      expect(answers.get(13)).toBe(answers.get(12));
      expect(new Set(answers.values()).size).toBe(1);
      expect([before, answers.get(13) ?? ''].map(waiting)).toEqual(['none', 'some']);
      await removePartner(server.store, 'delft', partner.id);
    });

    it('goes the whole way: given, fetched, accepted, done', async () => {
      const code = aCode();
      const given = aHandover(code, { sealed: await sealed(), hoursAgo: 3 });
      expect((await tell(given)).handovers).toContainEqual({
        ...{ id: given.id, state: 'given', sealed: 'waiting', said: 0 },
      });
      const page = await submit({ code: writeHandoverCode(code).toLowerCase() });
      expect(page.status).toBe(200);
      expect(await page.text()).toContain('Overdracht aan Wijkteam (fictional)');

      const file = await submit({ code, act: 'fetch' });
      expect(file.headers.get('content-disposition')).toBe(
        `attachment; filename="${writeHandoverCode(code)}.age"`,
      );
      expect(Buffer.from(await file.arrayBuffer()).toString('base64')).toBe(given.sealed);
      await expect.poll(async () => (await heard(given.id))?.sealed).toBe('delivered');
      // What broke on its way is fetched again by the same code, for ten minutes from the first time, and then it is gone.
      const { db } = server.store;
      const sealedUntil = () =>
        db
          .selectFrom('handovers')
          .select('sealed_until')
          .where('id', '=', given.id)
          .executeTakeFirstOrThrow();
      const { sealed_until } = await sealedUntil();
      const left = Date.parse(sealed_until) - Date.now();
      expect(left > 9 * 60_000 && left <= AGAIN_MS).toBe(true);
      expect(await (await submit({ code })).text()).toContain('Is het niet goed aangekomen?');
      const again = await submit({ code, act: 'fetch' });
      expect(Buffer.from(await again.arrayBuffer()).toString('base64')).toBe(given.sealed);
      await expect.poll(async () => (await heard(given.id))?.sealed).toBe('delivered');
      expect(await sealedUntil()).toEqual({ sealed_until });
      await db
        .updateTable('handovers')
        .set({ sealed_until: new Date(Date.now() - 1).toISOString() })
        .where('id', '=', given.id)
        .execute();
      // Nothing has run since: it is given to nobody all the same.
      expect((await submit({ code, act: 'fetch' })).status).toBe(404);
      expect(await (await submit({ code })).text()).toContain('Hier is het gewist.');
      await forget(new Date());
      const rows = await server.store.db
        .selectFrom('handovers')
        .select(['sealed', 'given_at'])
        .where('id', '=', given.id)
        .execute();
      // When it was given is known to the hour, as the desk told it.
      expect(rows).toEqual([{ sealed: null, given_at: expect.stringMatching(/:00:00\.000Z$/) }]);

      expect(await (await submit({ code, act: 'accepted' })).text()).toContain('U neemt het over.');
      expect((await heard(given.id))?.state).toBe('accepted');
      expect(await (await submit({ code, act: 'done', language: 'en' })).text()).toContain(
        'It is done. You helped.',
      );
      expect((await heard(given.id))?.state).toBe('done');
      // Told again, as when an answer was lost, it is neither there twice nor sealed again.
      expect(await tell(given)).toMatchObject({ refused: [] });
      expect(await heard(given.id)).toEqual({ id: given.id, state: 'done', sealed: 'delivered', said: 0 });
    });

    it('hears what the desk says once, in its order, and lets what the partner said stand', async () => {
      const code = aCode();
      const given = aHandover(code);
      const called = { number: 1, state: 'called' } as const;
      await tell({ ...given, said: [called] });
      await submit({ code, act: 'accepted' });
      const late = [called, { number: 2, state: 'called' }, { number: 3, state: 'no-show' }] as const;
      await tell({ ...given, said: [...late] });
      expect(await heard(given.id)).toMatchObject({ state: 'no-show', said: 3 });
      await submit({ code, act: 'accepted' });
      await tell({ ...given, said: [...late] });
      expect(await heard(given.id)).toMatchObject({ state: 'accepted', said: 3 });
    });

    it('deletes what is sealed when the visitor wants it no more, after 14 days, and everything after 60', async () => {
      const [taken, late, soon, had] = [aCode(), aCode(), aCode(), aCode()];
      const withdrawn = aHandover(taken, { sealed: await sealed() });
      await tell(withdrawn);
      await tell({ ...withdrawn, said: [{ number: 1, state: 'withdrawn' }] });
      expect(await heard(withdrawn.id)).toMatchObject({ state: 'withdrawn', sealed: 'deleted' });

      // Also in the minutes after it was fetched.
      const fetched = aHandover(had, { sealed: await sealed() });
      await tell(fetched);
      await (await submit({ code: had, act: 'fetch' })).arrayBuffer();
      await expect.poll(async () => (await heard(fetched.id))?.sealed).toBe('delivered');
      await tell({ ...fetched, said: [{ number: 1, state: 'withdrawn' }] });
      expect(await heard(fetched.id)).toMatchObject({ state: 'withdrawn', sealed: 'delivered' });
      expect((await submit({ code: had, act: 'fetch' })).status).toBe(404);

      const old = aHandover(late, { sealed: await sealed(), hoursAgo: 14 * 24 });
      const young = aHandover(soon, { sealed: await sealed(), hoursAgo: 14 * 24 - 1 });
      await tell(old, young);
      expect(await heard(old.id)).toMatchObject({ sealed: 'deleted' });
      expect(await heard(young.id)).toMatchObject({ sealed: 'waiting' });
      // Nothing has run since that hour passed: it is given to nobody all the same.
      const passed = new Date(Date.now() - 1).toISOString();
      const { db } = server.store;
      await db.updateTable('handovers').set({ sealed_until: passed }).where('id', '=', young.id).execute();
      expect((await submit({ code: soon, act: 'fetch' })).status).toBe(404);
      expect((await forget(new Date())).sealed).toBe(1);
      await forget(new Date(Date.now() + 47 * DAY_MS));
      expect((await submit({ code: soon })).status).toBe(404);
    });

    it('refuses another library, a partner that is gone, a code or a handover of somebody else', async () => {
      const code = aCode();
      const mine = aHandover(code);
      await tell(mine);
      const gouda = await server.approved('gouda');
      const theirs = await send(
        [aHandover(aCode()), { ...mine, said: [{ number: 9, state: 'withdrawn' }] }],
        {
          device: gouda,
        },
      );
      const answer = HandoverAnswer.parse(await theirs.json());
      expect(answer).toMatchObject({ partners: [], handovers: [] });
      expect(answer.refused).toHaveLength(2);
      const colleague = await server.approved('delft');
      const stolen = await send([{ ...mine, said: [{ number: 9, state: 'withdrawn' }] }, aHandover(code)], {
        device: colleague,
      });
      expect(HandoverAnswer.parse(await stolen.json()).refused).toHaveLength(2);
      expect(await heard(mine.id)).toMatchObject({ state: 'given' });

      await addPartner(server.store, 'delft', { id: 'short', name: 'Short', kind: 'other' });
      const gone = aHandover(aCode(), { partner: 'short' });
      await tell(gone);
      // Another library has a partner of that name too: what goes there is not touched.
      await addPartner(server.store, 'gouda', { id: 'short', name: 'Short', kind: 'other' });
      await removePartner(server.store, 'gouda', 'short');
      expect(await heard(gone.id)).toMatchObject({ state: 'given' });
      await removePartner(server.store, 'delft', 'short');
      expect(await heard(gone.id)).toBeUndefined();
      expect((await tell(gone)).refused).toEqual([gone.id]);
    });

    it('has no more partners than a desk is told of, and tells it of all', async () => {
      const { store } = server;
      const admin = await aSignedInBrowser(store, first, 'administrator', 'gouda');
      const add = (id: string) => admin.post('/api/v1/partners', { id, name: id, kind: 'other' });
      const ids = Array.from({ length: MOST_PARTNERS }, (_, at) => `p-${at}`).sort();
      for (const id of ids.slice(1)) await addPartner(store, 'gouda', { id, name: id, kind: 'other' });
      expect((await add('p-0')).status).toBe(200);
      // By its id it would stand before the others, and put the last one out of the answer.
      const refused = await add('a-first');
      expect([refused.status, Refusal.parse(await refused.json()).why]).toEqual([413, 'too-large']);
      const device = await server.approved('gouda');
      const { partners } = HandoverAnswer.parse(await (await send([], { device })).json());
      expect(partners.map(({ id }) => id)).toEqual(ids);
      expect(await removePartner(store, 'gouda', 'p-1')).toBe(true);
      expect((await add('a-first')).status).toBe(200);
      await store.db.deleteFrom('partners').where('library', '=', 'gouda').execute();
    });

    it('takes no more than a thousand new ones of a device in a day, looks at none beyond, and leaves them to another day', async () => {
      const busy = await server.approved('delft');
      const { db } = server.store;
      const row = await db
        .selectFrom('devices')
        .selectAll()
        .where('id', '=', busy.id())
        .executeTakeFirstOrThrow();
      const code = aCode();
      const mine = aHandover(code);
      await tell(mine);
      // Another day than that of the other tests, so that it is only these that are counted here.
      const today = new Date(Date.now() + 3 * DAY_MS);
      const report = (handovers: ReportedHandover[], now = today) =>
        takeReport(server.store, row, { device: row.id, report: randomUUID(), handovers }, now);
      const first = aHandover(aCode());
      await report([first]);
      const counted = db
        .updateTable('sign_in_tries')
        .where('until', '>', new Date(today.getTime() - DAY_MS).toISOString());
      await counted.set({ failures: MOST_NEW_A_DAY - 1 }).execute();
      const [last, late] = [aHandover(aCode()), aHandover(aCode())];
      const answer = await report([last, late, { ...first, said: [{ number: 1, state: 'called' }] }]);
      // What was known goes on being told of.
      expect(answer.handovers).toHaveLength(2);
      expect(answer.handovers).toContainEqual({ id: first.id, state: 'called', sealed: 'none', said: 1 });
      expect(answer.handovers).toContainEqual({ id: last.id, state: 'given', sealed: 'none', said: 0 });
      expect(answer.refused).toEqual([]);
      // That this code is in use is not told any more.
      for (const told of [late, aHandover(code)])
        await expect(report([told])).rejects.toMatchObject({ why: 'too-many' });
      expect((await report([])).handovers).toHaveLength(2);
      const tomorrow = await report([late, aHandover(code)], new Date(today.getTime() + DAY_MS));
      expect(tomorrow.handovers.map(({ id }) => id)).toContain(late.id);
      expect(tomorrow.refused).toHaveLength(1);
    });

    it('says how far what it was just told of is, however many are newer', async () => {
      const full = await server.approved('delft');
      const { db } = server.store;
      const row = await db
        .selectFrom('devices')
        .selectAll()
        .where('id', '=', full.id())
        .executeTakeFirstOrThrow();
      const tellAll = (handovers: ReportedHandover[]) =>
        takeReport(
          server.store,
          row,
          { device: row.id, report: randomUUID(), handovers },
          new Date(Date.now() + 6 * DAY_MS),
        );
      const old = aHandover(aCode(), { hoursAgo: 50 * 24 });
      await tellAll([old]);
      const known = await db
        .selectFrom('handovers')
        .selectAll()
        .where('id', '=', old.id)
        .executeTakeFirstOrThrow();
      await db
        .insertInto('handovers')
        .values(
          Array.from({ length: MOST_ANSWERED }, (_, at) => ({
            ...{ ...known, id: randomUUID(), code: `newer ${at}` },
            given_at: new Date().toISOString(),
          })),
        )
        .execute();
      const idsIn = ({ handovers }: HandoverAnswer) => handovers.map(({ id }) => id);
      expect(idsIn(await tellAll([]))).not.toContain(old.id);
      const answer = await tellAll([{ ...old, said: [{ number: 1, state: 'called' }] }]);
      expect(answer.handovers).toHaveLength(MOST_ANSWERED);
      expect(answer.handovers).toContainEqual({ id: old.id, state: 'called', sealed: 'none', said: 1 });
    });

    it.each([
      ['signed as something else', 'bad-signature', () => send([], { kind: 'balie-batch' })],
      ['in the name of another device', 'not-allowed', () => send([], { as: randomUUID() })],
      [
        'with text that can be read',
        'bad-request',
        async () => send([{ ...aHandover(aCode()), sealed: 'TmFhbTogQW5uYQ==' }]),
      ],
      [
        'with a field that nobody knows',
        'bad-request',
        async () => send([{ ...aHandover(aCode()), visitor: 'Anna' }]),
      ],
      [
        'with more than 20',
        'bad-request',
        async () => send(Array.from({ length: 21 }, () => aHandover(aCode()))),
      ],
    ])('refuses a report %s', async (_what, why, ask) => {
      expect(Refusal.parse(await (await ask()).json()).why).toBe(why);
    });

    it('shows every name as the text it is', async () => {
      await addPartner(server.store, 'delft', {
        id: 'harm',
        name: HARM.slice(0, 80),
        kind: 'other',
        contact: HARM.slice(0, 80),
      });
      const code = aCode();
      const given = aHandover(code, { partner: 'harm' });
      await tell(given);
      for (const fields of [
        { code },
        { code, language: '"><script>alert(1)</script>' },
        { code, act: HARM },
      ]) {
        const html = await (await submit(fields)).text();
        expect(html).toContain('&lt;img src=x onerror=alert(1)&gt;');
        expect(html).not.toMatch(/<img|<script|alert\(1\)<\/script/);
      }
      for (const typed of [
        HARM,
        `${code}${HARM}`,
        "' OR 1=1 --",
        '\u0000',
        '\ud800',
        '../../x',
        'x'.repeat(150),
      ]) {
        const html = await (await submit({ code: typed })).text();
        expect(html).toContain('Er zit een foutje in de code');
        expect(html).not.toMatch(/<img|<script|OR 1=1/);
      }
      await removePartner(server.store, 'delft', 'harm');
    });

    it('takes forms of its own page only', async () => {
      const code = aCode();
      await tell(aHandover(code));
      const other = 'https://elsewhere.example';
      for (const headers of [
        { origin: other, 'sec-fetch-site': 'cross-site' },
        { origin: last, 'sec-fetch-site': 'cross-site' },
        { origin: last, 'sec-fetch-site': 'same-site' },
        { origin: 'null', 'sec-fetch-site': 'same-origin' },
        { origin: other },
      ]) {
        const response = await submit({ code, act: 'accepted' }, headers);
        expect([headers, response.status]).toEqual([headers, 403]);
      }
      const bare = await rawPost(last, `code=${code}&act=accepted`, {});
      expect(bare).toBe(403);
      expect(await rawPost(last, `code=${code}`, { origin: last })).toBe(200); // an older telephone
      expect(await rawPost(last, `code=${code}`, { 'sec-fetch-site': 'same-origin' })).toBe(200);
      // The address on the slip, which is that of the devices and not that of the administration; with https alone, or any name would do.
      const plain = { host: 'slips.example', 'sec-fetch-site': 'same-origin' };
      const slip = { ...plain, 'x-forwarded-proto': 'https' };
      for (const [origin, status] of [
        ['https://slips.example', 200],
        ['http://slips.example', 403],
        ['https://slips.example:8443', 403],
        ['https://elsewhere.example', 403],
      ] as const)
        expect([origin, await rawPost(last, `code=${code}`, { ...slip, origin })]).toEqual([origin, status]);
      for (const proto of [{}, { 'x-forwarded-proto': 'http' }])
        expect(
          await rawPost(last, `code=${code}`, { ...plain, ...proto, origin: 'https://slips.example' }),
        ).toBe(403);
      expect(await (await submit({ code })).text()).toContain('De bezoeker heeft het briefje.');
    });

    it('keeps the page out of stores, searches, frames and logs, and a code out of every address', async () => {
      const code = aCode();
      await tell(aHandover(code));
      const page = await fetch(`${last}/overdracht`, {
        headers: { 'accept-language': 'fr, en;q=0.8, nl;q=0.5' },
      });
      const html = await page.text();
      expect(html).toContain('<html lang="en">');
      expect(html).toContain('<meta name="robots" content="noindex, nofollow">');
      expect(html).not.toMatch(/<script|https?:\/\/|javascript:/);
      expect(Object.fromEntries(page.headers)).toMatchObject({
        'cache-control': 'no-store',
        'x-robots-tag': 'noindex, nofollow',
        'referrer-policy': 'same-origin',
        'content-security-policy': expect.stringContaining("form-action 'self'"),
      });
      const shown = await submit({ code });
      expect(shown.headers.get('cache-control')).toBe('no-store');
      expect(shown.headers.get('set-cookie')).toBeNull();
      const answer = await shown.text();
      expect(
        [...answer.matchAll(/(?:href|action)="([^"]*)"/g)].filter(([, to]) => to?.includes(code)),
      ).toEqual([]);
      await submit({ code, act: 'accepted' });
      // In the address it is worth nothing.
      expect(await (await fetch(`${last}/overdracht?code=${code}`)).text()).not.toContain(code);
      const written = writeHandoverCode(code);
      for (const text of [code, written, hash(code)]) expect(server.logged()).not.toContain(text);
    });

    it('lets nobody go through codes: after five wrong ones an address waits, whatever it tries', async () => {
      const code = aCode();
      await tell(aHandover(code));
      const from = { 'x-forwarded-for': '2001:db8:1:2::5' };
      for (let tries = 0; tries < 5; tries++)
        expect(
          (await submit({ code: aCode() }, { 'x-forwarded-for': `2001:db8:1:2::${tries}` })).status,
        ).toBe(404);
      const shut = await submit({ code }, from);
      expect(shut.status).toBe(429);
      expect(await shut.text()).toContain('Even wachten');
      // One right code in between does not wash out the wrong ones.
      const guesser = { 'x-forwarded-for': '2001:db8:1:4::5' };
      for (let tries = 0; tries < 4; tries++)
        expect((await submit({ code: aCode() }, guesser)).status).toBe(404);
      for (let tries = 0; tries < 3; tries++) expect((await submit({ code }, guesser)).status).toBe(200);
      expect((await submit({ code: aCode() }, guesser)).status).toBe(404);
      expect((await submit({ code }, guesser)).status).toBe(429);
      // Others go on, and a slip of the pen is no try.
      expect((await submit({ code }, { 'x-forwarded-for': '2001:db8:1:3::5' })).status).toBe(200);
      for (let tries = 0; tries < 8; tries++)
        expect((await submit({ code: '222-222-223' }, { 'x-forwarded-for': '192.0.2.7' })).status).toBe(400);
      expect((await submit({ code }, { 'x-forwarded-for': '192.0.2.7' })).status).toBe(200);
    });

    it('gives an address three wrong codes while many addresses guess, and lets everybody else in with a right one', async () => {
      const code = aCode();
      await tell(aHandover(code));
      const wrong = async (address: string) =>
        (await submit({ code: aCode() }, { 'x-forwarded-for': address })).status;
      // It is counted for all of them together, at all instances.
      for (let at = 0; at < MANY_WRONG - 1; at++) await wasWrong(server.store, new Date());
      expect(await wrong('198.51.100.1')).toBe(404);
      for (const status of [404, 404, 404, 429]) expect(await wrong('198.51.100.2')).toBe(status);
      const shut = await submit({ code }, { 'x-forwarded-for': '198.51.100.2' });
      expect([shut.status, await shut.text()]).toEqual([429, expect.stringContaining('over zes uur')]);
      for (let at = 3; at < 9; at++)
        expect((await submit({ code }, { 'x-forwarded-for': `198.51.100.${at}` })).status).toBe(200);
      // Also who did so once, and however often it asks.
      const partner = { 'x-forwarded-for': '198.51.100.9' };
      expect(await wrong('198.51.100.9')).toBe(404);
      for (let times = 0; times < 3; times++) expect((await submit({ code }, partner)).status).toBe(200);
      // Two hours later it is over.
      const later = new Date(Date.now() + 2 * 3_600_000);
      for (let tries = 0; tries < 4; tries++)
        expect(await mayLook(server.store, '198.51.100.10', later)).toEqual({ waitMs: 0 });
    });
  });
}

/** A form as a program sends it: fetch would add headers of its own. The status. */
function rawPost(
  address: string,
  body: string,
  headers: Record<string, string>,
): Promise<number | undefined> {
  return new Promise((resolve, reject) => {
    const sent = request(`${address}/overdracht`, {
      method: 'POST',
      headers: {
        'content-type': 'application/x-www-form-urlencoded',
        'content-length': body.length,
        ...headers,
      },
    });
    sent.once('response', (response) => {
      response.resume();
      resolve(response.statusCode);
    });
    sent.once('error', reject);
    sent.end(body);
  });
}
